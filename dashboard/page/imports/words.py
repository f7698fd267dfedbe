"""Says sizes, times and faults in plain words."""

import re
from collections.abc import Sequence

from ...events.faults import Fault
from ...figures.text import clean_text, markdown_text, shorten

LISTED = 8  # faults that are written out
VALUE = 80  # letters of a value that are shown


def say_bytes(size: int) -> str:
    """A size as people say it: "812 bytes", "1.4 kB", "266 MB"; decimal units."""
    if size < 1_000:
        return f"{size} bytes"
    amount, unit = float(size), ""
    for unit in ("kB", "MB", "GB"):
        amount /= 1_000
        if amount < 999.5 or unit == "GB":
            break
    return f"{amount:,.1f} {unit}" if amount < 9.95 else f"{amount:,.0f} {unit}"


def say_left(seconds: float | None) -> str:
    """How long it will take: "about 20 s left"; "" if that is not known yet."""
    if seconds is None:
        return ""
    if seconds < 60:
        return f"about {max(round(seconds), 1)} s left"
    return f"about {round(seconds / 60)} min left"


def say_rows(count: int, word: str = "row") -> str:
    """ "1 row", "1,200 rows"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def say_fault(fault: Fault) -> str:
    """A fault in one line of plain text, its place first."""
    place = [f"line {fault.row:,}"] if fault.row else []
    place += [f"column {fault.column}"] if fault.column else []
    value = f" (“{shorten(fault.value, VALUE)}”)" if fault.value else ""
    start = ", ".join(place) or fault.file
    return clean_text(
        f"{start[:1].upper() if place else start[:1]}{start[1:]}: {fault.allowed}{value}"
    )


def list_faults(faults: Sequence[Fault]) -> str:
    """Faults as a list in Markdown, with how many more there are."""
    lines = [f"- {markdown_text(say_fault(fault))}" for fault in faults[:LISTED]]
    if len(faults) > LISTED:
        lines.append(f"- and {len(faults) - LISTED:,} more")
    return "\n".join(lines)


def title_of(file: str) -> str:
    """The title that is proposed for a file: its name without its ending."""
    name = re.sub(
        r"(\.(gz|zip|csv|tsv|txt|json|geojson|xlsx?|ods))+$", "", file, flags=re.IGNORECASE
    )
    return shorten(" ".join(clean_text(name or file).replace("_", " ").split()), 120)
