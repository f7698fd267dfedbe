"""The labels of a map: areas, places, towns, then countries, as far as there is room."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .map_marks import MapMarks, radius_px
from .map_view import MapView, place_labels, to_px

OFF_PX = 25.0  # across; a label right beside the largest mark is nearer
MOST = 120  # areas and places for which room for a name is sought, those of the most records first
TOWN_PX = 2.0  # radius of the dot of a town with no record


@dataclass(frozen=True)
class Label:
    """A text that has found its room: its point (WGS84 degrees), the side of the point on which it
    stands (`anchor`: start, middle or end of the text) and its shift in px (y down).

    `kind` is area, place, town (no record, shown for orientation) or country.
    """

    text: str
    kind: str
    longitude: float
    latitude: float
    anchor: str
    dx: float
    dy: float

    @property
    def is_off(self) -> bool:
        """Whether it stands so far from its mark that it needs a line to it."""
        return self.anchor != "middle" and abs(self.dx) > OFF_PX


def map_labels(
    marks: MapMarks,
    countries: Mapping[str, tuple[float, float]],
    towns: Mapping[str, tuple[float, float]],
    view: MapView,
    size: tuple[float, float],
    leaders: bool = False,
) -> list[Label]:
    """The labels that fit a map of `size` px. `countries` and `towns` give longitude and latitude
    by name; a town that is a place of a record is not named twice. With `leaders`, names of areas
    and places may stand off their marks (see `Label.is_off`)."""
    both = [("area", _two_lines(a.name), a) for a in marks.areas]
    both += [("place", p.name, p) for p in marks.places]
    both.sort(key=lambda item: -item[2].records.count)  # stable: of equals, areas first
    marked = [
        (name, kind, m.longitude, m.latitude, radius_px(m.records.count)) for kind, name, m in both
    ]
    texts, unnamed = marked[:MOST], marked[MOST:]
    named = {p.name for p in marks.places}
    texts += [(n, "town", *at, TOWN_PX) for n, at in towns.items() if n not in named]
    taken = {a.name.upper() for a in marks.areas}
    texts += [(n, "country", *at, 0.0) for n, at in countries.items() if n not in taken]
    all_marks = [*texts, *unnamed]
    points = to_px(view, [t[2] for t in all_marks], [t[3] for t in all_marks], *size)
    radii = [t[4] for t in all_marks]
    names = [t[0] for t in texts]
    afar = radius_px(1) if leaders else float("inf")
    found = place_labels(names, points, radii, size, afar=afar)
    names = [n if f else _short(n) for n, f in zip(names, found, strict=True)]
    found = place_labels(names, points, radii, size, afar=afar)
    return [
        Label(name, kind, longitude, latitude, *where)
        for name, (_, kind, longitude, latitude, _), where in zip(names, texts, found, strict=True)
        if where
    ]


def _short(name: str) -> str:
    """What stands before the bracket: for a name that has no room in full."""
    return re.split(r"\s\(", name, maxsplit=1)[0]


def _two_lines(name: str) -> str:
    """A long name breaks before its bracket."""
    return name.replace(" (", "\n(", 1)
