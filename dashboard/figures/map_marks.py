"""The marks of a map: places, areas and arcs with the records they stand for, computed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .theme import colour_group

POINTS = ("exact", "near")
CALLS = ("call",)
NAMES = {"both": "label", "az": "name_az", "hy": "name_hy"}


@dataclass(frozen=True)
class MapMarks:
    """Three tables, each with event_ids (tuple, in time order), count, title, colour (group) and
    hollow (all its records are contested).

    places: place_id, name, latitude, longitude, symbol - points known to be there.
    areas: area (boundary id, or "" for a disc), place_id, name, latitude, longitude, radius_km.
    arcs: name, path (array of longitude, latitude; shape (n, 2)).
    """

    places: pd.DataFrame
    areas: pd.DataFrame
    arcs: pd.DataFrame


def map_marks(
    events: pd.DataFrame, locations: pd.DataFrame, symbols: Mapping[str, str], names: str = "both"
) -> MapMarks:
    """The marks for the records and their drawable locations (see events.locations).

    `names` is "both", "az" or "hy"; a place with no name in that language keeps its label.
    """
    chosen = locations[NAMES[names]].where(locations[NAMES[names]] != "", locations["label"])
    located = locations.assign(name=chosen)
    exact = located["place_precision"].isin(POINTS) & located["latitude"].notna()
    order = {event_id: rank for rank, event_id in enumerate(events["event_id"])}
    located = located.iloc[located["event_id"].map(order).argsort(kind="stable")]
    exact = exact.loc[located.index]
    about = _about(events, symbols)
    places = _grouped(located[exact], "place_id", about)
    areas = located[~exact].assign(key=lambda t: t["area"].where(t["area"] != "", t["place_id"]))
    return MapMarks(
        places=places,
        areas=_grouped(areas, "key", about),
        arcs=_arcs(events[events["event_type"].isin(CALLS)], located[exact], about),
    )


def capitals_only(marks: MapMarks) -> MapMarks:
    """What a map of the world can carry: capitals, cities and calls; the rest is the region's."""
    far = marks.places["kind"].isin(["capital", "city"])
    return MapMarks(marks.places[far], marks.areas.iloc[:0], marks.arcs)


def _about(events: pd.DataFrame, symbols: Mapping[str, str]) -> dict[str, tuple[Any, ...]]:
    columns = events[["event_id", "sides", "contested", "title", "date_label", "event_type"]]
    return {
        row[0]: (row[1], row[2], row[3], row[4], symbols.get(row[5], "circle"))
        for row in columns.itertuples(index=False, name=None)
    }


def _summary(ids: tuple[str, ...], about: Mapping[str, tuple[Any, ...]]) -> dict[str, Any]:
    """What a mark says of its records; a single record keeps its own symbol."""
    sides = tuple(dict.fromkeys(side for i in ids for side in about[i][0]))
    lines = [f"{about[i][3]}: {about[i][2]}" for i in ids[:6]]
    more = [f"and {len(ids) - 6} more"] if len(ids) > 6 else []
    return {
        "event_ids": ids,
        "count": len(ids),
        "colour": colour_group(sides),
        "hollow": all(about[i][1] for i in ids),
        "symbol": about[ids[0]][4] if len(ids) == 1 else "circle",
        "title": "\n".join([*lines, *more]),
    }


def _grouped(located: pd.DataFrame, key: str, about: Mapping[str, tuple[Any, ...]]) -> pd.DataFrame:
    columns = ["place_id", "area", "name", "kind", "latitude", "longitude", "radius_km"]
    rows = []
    for _, group in located.groupby(key, sort=False):
        ids = tuple(dict.fromkeys(group["event_id"]))
        rows.append(group.iloc[0][columns].to_dict() | _summary(ids, about))
    extra = ["event_ids", "count", "colour", "hollow", "symbol", "title"]
    return pd.DataFrame(rows, columns=[*columns, *extra])


def _arcs(
    calls: pd.DataFrame, located: pd.DataFrame, about: Mapping[str, tuple[Any, ...]]
) -> pd.DataFrame:
    """One arc for each pair of capitals, from the caller's: the first place of a call to each other
    capital it names."""
    pairs: dict[tuple[str, str], list[str]] = {}
    capitals = located[located["kind"] == "capital"]
    for event_id in calls["event_id"]:
        ends = capitals[capitals["event_id"] == event_id].sort_values("rank")["place_id"].tolist()
        for end in ends[1:]:
            first, last = sorted((ends[0], end))
            pairs.setdefault((first, last), []).append(event_id)
    point = located.drop_duplicates("place_id").set_index("place_id")
    rows = []
    for (a, b), ids in pairs.items():
        ends = point.loc[[a, b]]
        name = " – ".join(ends["name"])
        path = curve(ends[["longitude", "latitude"]].to_numpy(float))
        rows.append({"name": name, "path": path} | _summary(tuple(dict.fromkeys(ids)), about))
    extra = ["event_ids", "count", "colour", "hollow", "symbol", "title"]
    return pd.DataFrame(rows, columns=["name", "path", *extra])


def curve(ends: np.ndarray, bend: float = 0.18, points: int = 24) -> np.ndarray:
    """A flat arc between two points as a quadratic Bezier curve, shape (points, 2), lon-lat.

    `bend` is the height of the control point as a share of the distance; the arc shows a link,
    not a route.
    """
    (x0, y0), (x1, y1) = ends
    control = np.array([(x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend])
    t = np.linspace(0, 1, points)[:, None]
    curve = (1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * control + t**2 * ends[1]
    return np.round(curve, 3)
