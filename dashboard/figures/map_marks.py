"""The marks of a map: places, areas and arcs with the records they stand for, computed once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ..events.table import row_by_row
from .theme import MARK_PX, colour_group

EXACT = ("exact", "near")
CALLS = ("call",)
NAMES = {"both": "label", "az": "name_az", "hy": "name_hy"}
FAR_KINDS = ("capital", "city")
LISTED = 6  # records named when a mark is pointed at


@dataclass(frozen=True)
class Records:
    """The records that a mark stands for, in order of time, and what they have in common."""

    event_ids: tuple[str, ...]
    sides: tuple[str, ...]
    hollow: bool
    symbol: str
    title: str

    @property
    def count(self) -> int:
        """How many records."""
        return len(self.event_ids)

    @property
    def colour(self) -> str:
        """The colour group of those who give an account."""
        return colour_group(self.sides)


@dataclass(frozen=True)
class PlaceMark:
    """A place, or an area that stands for one: WGS84 degrees (NaN if not known).

    `area` is the id of the boundary ("" for a point or a disc of `radius_km`). `stands` is the true
    longitude and latitude of a mark that was moved aside (see `map_spread`).
    """

    place_id: str
    name: str
    kind: str
    area: str
    latitude: float
    longitude: float
    radius_km: float
    records: Records
    stands: tuple[float, float] | None = None


@dataclass(frozen=True)
class ArcMark:
    """A call between two capitals; `path` is its curve, shape (n, 2), longitude and latitude."""

    name: str
    path: np.ndarray
    records: Records


@dataclass(frozen=True)
class MapMarks:
    """All marks of a map: points that are known to be there, areas, and calls."""

    places: tuple[PlaceMark, ...]
    areas: tuple[PlaceMark, ...]
    arcs: tuple[ArcMark, ...]


def radius_px(count: int) -> float:
    """The radius of a mark: its area grows with the number of records it stands for."""
    return MARK_PX / 2 + 1 if count == 1 else min(6 + 1.7 * count**0.5, 17.0)


def octagon_px(count: int) -> float:
    """The width of the octagon that carries an area's number: no shape of a type or of a place."""
    return 2 * radius_px(count) if count > 1 else 15.0


def map_marks(
    events: pd.DataFrame, locations: pd.DataFrame, symbols: Mapping[str, str], names: str = "both"
) -> MapMarks:
    """The marks for the records and their drawable locations (see events.locations).

    `names` is "both", "az" or "hy"; a place with no name in that language keeps its label.
    """
    columns = ("event_id", "sides", "contested", "title", "date_label", "event_type")
    about = {row[0]: row[1:] for row in row_by_row(events, *columns)}
    rank = {event_id: i for i, event_id in enumerate(about)}
    rows = sorted(locations.to_dict("records"), key=lambda row: rank[row["event_id"]])
    exact = [r for r in rows if r["place_precision"] in EXACT and not np.isnan(r["latitude"])]
    rough = [r for r in rows if r["place_precision"] not in EXACT]
    calls = [i for i, row in about.items() if row[4] in CALLS]
    name = NAMES[names]
    return MapMarks(
        places=_grouped(exact, ("place_id",), name, about, symbols),
        areas=_grouped(rough, ("area", "place_id"), name, about, symbols),
        arcs=_arcs(calls, exact, name, about, symbols),
    )


def far_marks(marks: MapMarks) -> MapMarks:
    """What a map of the world can carry: capitals, cities and calls; the rest is the region's."""
    places = tuple(p for p in marks.places if p.kind in FAR_KINDS)
    return replace(marks, places=places, areas=())


def _grouped(
    rows: Iterable[dict[Any, Any]],
    keys: Sequence[str],
    name: str,
    about: Mapping[str, tuple[Any, ...]],
    symbols: Mapping[str, str],
) -> tuple[PlaceMark, ...]:
    """One mark for each value of the first of `keys` that is not empty."""
    groups: dict[str, list[dict[Any, Any]]] = {}
    for row in rows:
        groups.setdefault(next(row[k] for k in keys if row[k]), []).append(row)
    return tuple(
        PlaceMark(
            place_id=group[0]["place_id"],
            name=group[0][name] or group[0]["label"],
            kind=group[0]["kind"],
            area=group[0]["area"] if "area" in keys else "",
            latitude=group[0]["latitude"],
            longitude=group[0]["longitude"],
            radius_km=group[0]["radius_km"],
            records=_records((row["event_id"] for row in group), about, symbols),
        )
        for group in groups.values()
    )


def _records(
    ids: Iterable[str], about: Mapping[str, tuple[Any, ...]], symbols: Mapping[str, str]
) -> Records:
    """What a mark says of its records; a single record keeps its own symbol."""
    unique = tuple(dict.fromkeys(ids))
    lines = [f"{about[i][3]}: {about[i][2]}" for i in unique[:LISTED]]
    more = [f"and {len(unique) - LISTED} more"] if len(unique) > LISTED else []
    return Records(
        event_ids=unique,
        sides=tuple(dict.fromkeys(side for i in unique for side in about[i][0])),
        hollow=all(about[i][1] for i in unique),
        symbol=symbols.get(about[unique[0]][4], "circle") if len(unique) == 1 else "circle",
        title="\n".join([*lines, *more]),
    )


def _arcs(
    calls: Sequence[str],
    rows: Sequence[dict[Any, Any]],
    name: str,
    about: Mapping[str, tuple[Any, ...]],
    symbols: Mapping[str, str],
) -> tuple[ArcMark, ...]:
    """One arc for each pair of capitals: the first one that a call names, with each other one."""
    pairs: dict[tuple[str, str], list[str]] = {}
    points: dict[str, dict[Any, Any]] = {}
    for event_id in calls:
        ends = [r for r in rows if r["event_id"] == event_id and r["kind"] == "capital"]
        ends.sort(key=lambda r: r["rank"])
        points |= {r["place_id"]: r for r in ends}
        for end in ends[1:]:
            first, last = sorted((ends[0]["place_id"], end["place_id"]))
            pairs.setdefault((first, last), []).append(event_id)
    arcs = []
    for pair, ids in pairs.items():
        ends = [points[p] for p in pair]
        path = curve(np.array([[e["longitude"], e["latitude"]] for e in ends], float))
        label = " – ".join(e[name] or e["label"] for e in ends)
        arcs.append(ArcMark(label, path, _records(ids, about, symbols)))
    return tuple(arcs)


def curve(ends: np.ndarray, bend: float = 0.18, points: int = 24) -> np.ndarray:
    """A flat arc between two points as a quadratic Bezier curve, shape (points, 2), lon-lat.

    `bend` is the height of the control point as a share of the distance; the arc shows a link,
    not a route.
    """
    (x0, y0), (x1, y1) = ends
    control = np.array([(x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend])
    t = np.linspace(0, 1, points)[:, None]
    return np.round((1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * control + t**2 * ends[1], 3)
