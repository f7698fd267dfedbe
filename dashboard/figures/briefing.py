"""What a briefing is made of and how it is to look: for the sheet, the deck, the chronology."""

from dataclasses import dataclass
from datetime import date

from ..events.citations import Citations
from ..events.dataset import Dataset, View
from ..events.dates import say_day
from .map_parts import MapBase
from .map_view import MapView

PAPERS = ("slide", "a4")
LOOKS = ("light", "dark", "grey")
PARTS = ("timeline", "map", "records", "sources")


@dataclass(frozen=True)
class Brief:
    """The choices of a briefing. `paper` is one of `PAPERS` (of the sheet: 16:9 or A4 upright),
    `look` of `LOOKS`, `names` "both", "az" or "hy", `lanes` "actor", "type" or "speaker", `map`
    "region" or "diplomacy"; `parts` is what of `PARTS` it holds."""

    title: str
    paper: str = "slide"
    look: str = "light"
    names: str = "both"
    lanes: str = "actor"
    map: str = "region"
    parts: tuple[str, ...] = PARTS


@dataclass(frozen=True)
class Material:
    """All that a briefing shows: records, base map, choices, and what the caption needs to say.

    `made` is the day of making; `permalink` the address (or its query) that opens the same view;
    `app` the version of the program; `credit` whose boundaries these are, `where` what the
    map shows.
    """

    dataset: Dataset
    view: View
    citations: Citations
    base: MapBase
    brief: Brief
    made: date
    permalink: str
    app: str
    credit: str
    where: MapView

    @property
    def title(self) -> str:
        """The title chosen, or that of the data set."""
        return self.brief.title.strip() or str(self.dataset.tables.package["title"])

    @property
    def note(self) -> str:
        """Whose account the data set is, in its own words; "" if it says nothing of that."""
        return str(self.dataset.tables.package.get("x_account_note", ""))

    @property
    def origin(self) -> str:
        """Data set, version, day of making and program, in one line."""
        tables = self.dataset.tables
        made = f"made {say_day(self.made)} with {self.app}"
        return f"{tables.package['name']} · {tables.version} · {made}"
