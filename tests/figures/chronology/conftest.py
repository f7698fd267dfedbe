"""What the tests of the chronology share: material made by hand, two small pictures, a reader."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import docx
import geopandas as gpd
import pytest
from PIL import Image

from dashboard.events.boundaries import CREDIT
from dashboard.events.citations import cite
from dashboard.events.dataset import Dataset, View
from dashboard.figures.briefing import Brief, MapBase, Material
from dashboard.figures.chronology import chronology
from dashboard.figures.map_view import REGION

MADE = date(2026, 11, 24)
LINK = "http://127.0.0.1:8501/?from=2020-09-27&to=2020-11-10"
APP = "conflict-dashboard 0.1.0"

Make = Callable[..., Material]
Pictures = dict[str, tuple[bytes, str]]


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes the material of a view, with these choices of its briefing."""

    def material(data: Dataset, view: View, link: str = LINK, **choices: Any) -> Material:
        brief = Brief(**{"title": "Şuşa, Շուշի, Шуша", **choices})
        base = MapBase({}, gpd.GeoSeries([], crs=4326), {}, {})  # type: ignore[arg-type]
        citations = cite(data, view)
        return Material(data, view, citations, base, brief, MADE, link, APP, CREDIT, REGION)

    return material


@pytest.fixture(scope="session")
def pictures() -> Pictures:
    """Two pictures of the shape that the handout makes."""
    drawn = {}
    for name, colour in (("timeline", "red"), ("map", "blue")):
        written = BytesIO()
        Image.new("RGB", (241, 165), colour).save(written, "png")
        drawn[name] = written.getvalue(), f"What the {name} shows"
    return drawn


@pytest.fixture(scope="session")
def written(make: Make, pictures: Pictures) -> Callable[..., Any]:
    """Writes the chronology of a view, once, and reads it back with python-docx."""
    known: dict[str, Any] = {}

    def read(data: Dataset, view: View, shown: Pictures | None = None, **choices: Any) -> Any:
        shown = pictures if shown is None else shown
        key = repr((view.filter, sorted(shown), choices))
        if key not in known:
            content = chronology(make(data, view, **choices), shown)
            known[key] = docx.Document(BytesIO(content))
        return known[key]

    return read
