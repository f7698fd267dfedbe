"""Makes the material of a briefing for the tests of sheets, decks and chronologies."""

from datetime import date

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View
from dashboard.figures.briefing import Brief, Material
from dashboard.handout.fonts import register_fonts
from dashboard.handout.gather import gather

BOUNDS = Boundaries()
MADE = date(2026, 11, 24)
LINK = "http://127.0.0.1:8501/?from=2020-09-27"


def material(data: Dataset, view: View, **choices: object) -> Material:
    """The material of a view with these choices of its briefing; the title is of three scripts."""
    register_fonts()
    brief = Brief(**{"title": "Şuşa, Շուշի, Шуша $x$ <b>", **choices})  # type: ignore[arg-type]
    return gather(data, view, brief, BOUNDS, MADE, LINK)
