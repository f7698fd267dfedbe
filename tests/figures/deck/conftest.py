"""A deck of every view, made once and read back with python-pptx."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from typing import Any

import geopandas as gpd
import pytest
from PIL import Image
from pptx import Presentation

from dashboard.events.boundaries import CREDIT
from dashboard.events.citations import cite
from dashboard.events.dataset import Dataset, View
from dashboard.figures.briefing import Brief, MapBase, Material
from dashboard.figures.deck import deck
from dashboard.figures.map_view import VIEWS
from dashboard.figures.picture import Picture, PictureLabel

BASE = MapBase({}, gpd.GeoSeries([], crs=4326), {}, {})
LINK = "?from=2020-09-27&to=2020-11-10"


def material(
    dataset: Dataset, view: View, brief: Brief | None = None, link: str = LINK
) -> Material:
    made, app = date(2026, 11, 24), "conflict-dashboard 0.1.0"
    brief = brief or Brief("A title")
    cited = cite(dataset, view)
    where = VIEWS[brief.map]
    return Material(dataset, view, cited, BASE, brief, made, link, app, CREDIT, where)


def picture() -> Picture:
    written = BytesIO()
    Image.new("RGB", (400, 460), "#EEEEEE").save(written, "png")
    labels = [
        PictureLabel("Şuşa / Շուշի / Шуша", 0.5, 0.5, "middle", "#1E2430", 10),
        PictureLabel("at the left edge", 0.0, 0.0, "end", "#0067A5", 7),
        PictureLabel("12", 1.0, 1.0, "start", "#0067A5", 11),
    ]
    return Picture(written.getvalue(), 400, 460, "Map: places with most records", labels)


@dataclass(frozen=True)
class Made:
    """A deck and what it was made of."""

    material: Material
    data: bytes

    @cached_property
    def slides(self) -> list[Any]:
        return list(self.presentation.slides)

    @cached_property
    def presentation(self) -> Any:
        return Presentation(BytesIO(self.data))

    def titled(self, word: str) -> list[Any]:
        """The slides whose title begins with a word."""
        return [s for s in self.slides if s.shapes.title.text_frame.text.startswith(word)]


def make(found: Material) -> Made:
    return Made(found, deck(found, {"map": picture()}))


@pytest.fixture(scope="session")
def made(dataset: Dataset, view: View) -> Made:
    """The deck of each view."""
    return make(material(dataset, view))


def walk(shapes: Any) -> Iterator[Any]:
    """All shapes, also those in groups."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from walk(shape.shapes)


def words(slide: Any) -> str:
    """All text of a slide, tables included, without the notes."""
    parts = []
    for shape in walk(slide.shapes):
        if shape.has_text_frame:
            parts.append(shape.text_frame.text)
        if getattr(shape, "has_table", False):
            parts += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts)
