"""What was measured of one peer at one size."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Result:
    """Seconds, MB and MiB; None or empty where the peer did not get so far."""

    peer: str
    rows: int
    outcome: str = "finished"
    first: float | None = None  # from the request to its picture, in a browser that knows nothing
    again: float | None = None  # the same once more in that browser
    filters: list[float] = field(default_factory=list)  # from the choice to its picture
    told: list[float] = field(default_factory=list)  # ... until the page said that it is done
    messages: list[float] = field(default_factory=list)  # MB that the server sent for each choice
    shutter: float | None = None  # what taking a picture takes, where nothing changes
    empty_browser: float = 0.0  # MiB before it opened the page
    browser: float | None = None  # MiB at most
    server: float | None = None
    asked: list[str] = field(default_factory=list)  # hosts that it asked for, in vain

    def record(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)
