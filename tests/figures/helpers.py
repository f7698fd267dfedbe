"""Small event tables and layouts of them, for the cases that no real data set has at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd
import pandas as pd

from dashboard.events.dataset import Dataset, View
from dashboard.events.dates import read_date, say_span
from dashboard.figures.caption import Caption
from dashboard.figures.lanes import Layout
from dashboard.figures.map_areas import place_areas
from dashboard.figures.map_labels import Label, map_labels
from dashboard.figures.map_marks import MapMarks, map_marks
from dashboard.figures.map_view import REGION
from dashboard.figures.marks import lay_out
from dashboard.figures.panels import Panel, make_panels
from dashboard.figures.theme import LIGHT, Theme
from dashboard.figures.timeline import timeline

SIDES = {"azerbaijan": "Azerbaijan", "armenia": "Armenia", "un": "UN"}
TYPES = {"call": ("Call", "diamond"), "strike": ("Strike", "star"), "act": ("Act", "pentagon")}
SYMBOLS = {key: symbol for key, (_, symbol) in TYPES.items()}
MAP_SIZE = (540.0, 620.0)
HOSTILE = "<b>bold</b> <script>alert(1)</script> & <a href='javascript:alert(1)'>x</a>"
CAPTION = Caption("Timeline of records", "all records · 1 of 2 records", ("3 sources", "v1"))
NO_TRUCES = pd.DataFrame(columns=["event_id", "title", "begins", "breaches", "held_until"])
NO_PERIODS = pd.DataFrame(columns=["label", "from", "to"])


def table(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """An event table; a row needs nothing, and its `date` is EDTF ("" is not known)."""
    full = [_row(number, dict(row)) for number, row in enumerate(rows)]
    events = pd.DataFrame(full, columns=list(_row(0, {})))
    for column in ("earliest", "latest", "clock"):
        events[column] = pd.to_datetime(events[column]).astype("datetime64[us]")
    return events.set_index("event_id", drop=False)


def _row(number: int, given: dict[str, Any]) -> dict[str, Any]:
    span = read_date(given.pop("date", "2020-11-07"))
    fields = ("earliest", "latest", "extent", "precision", "clock")
    row = {
        "event_id": f"r{number}",
        "title": f"Record {number}",
        "event_type": "call",
        "layer": "context",
        **{name: getattr(span, name) for name in fields},
        "date_label": say_span(span),
        "actor_sides": ("azerbaijan",),
        "sides": ("azerbaijan",),
        "place_label": "",
        "contested": False,
        "sources": ("s",),
    }
    return {"speaker_lanes": given.get("sides", row["sides"]), **row, **given}


def panels(first: str, last: str, events: pd.DataFrame, *periods: tuple[str, str, str]) -> Any:
    """The panels of a window, both days inclusive; periods are (label, from, to)."""
    frame = pd.DataFrame(periods, columns=list(NO_PERIODS.columns)) if periods else NO_PERIODS
    days = list(events["earliest"].dropna())
    return make_panels(pd.Timestamp(first), pd.Timestamp(last), frame, days)


def lay(
    events: pd.DataFrame,
    first: str = "2020-11-01",
    last: str = "2020-11-30",
    *periods: tuple[str, str, str],
    by: str = "type",
    width: float = 1000,
    rows: float = 60,
) -> Layout:
    """A layout of those records of a small table that the window meets, or that have no date."""
    outside = (events["latest"] < pd.Timestamp(first)) | (events["earliest"] > pd.Timestamp(last))
    events = events[~outside]
    labels = {key: label for key, (label, _) in TYPES.items()} if by == "type" else SIDES
    return lay_out(events, panels(first, last, events, *periods), by, labels, SYMBOLS, width, rows)


def draw(
    events: pd.DataFrame,
    layout: Layout,
    truces: pd.DataFrame = NO_TRUCES,
    caption: Caption = CAPTION,
    selected: str = "",
    theme: Theme = LIGHT,
) -> dict[str, Any]:
    """The timeline of a small table."""
    return timeline(layout, events, truces, SIDES, TYPES, theme, caption, 600, selected)


def real_panels(data: Dataset, view: View) -> tuple[Panel, ...]:
    """The panels of a filter's window, or of all records."""
    days = data.events["earliest"].dropna()
    first, last = view.filter.since or days.min(), view.filter.until or data.events["latest"].max()
    return make_panels(pd.Timestamp(first), pd.Timestamp(last), data.tables.periods, list(days))


def real_layout(data: Dataset, view: View, by: str, width: float = 900, rows: float = 35) -> Layout:
    """The lanes of a view of the project's own records."""
    names = data.names["type" if by == "type" else "speaker"]
    return lay_out(view.events, real_panels(data, view), by, names, symbols(data), width, rows)


def symbols(data: Dataset) -> dict[str, str]:
    """event_type -> symbol of the project's own categories."""
    categories = data.tables.categories
    return dict(zip(categories["event_type"], categories["symbol"], strict=True))


def types(data: Dataset) -> dict[str, tuple[str, str]]:
    """event_type -> (label, symbol) of the project's own categories."""
    return {key: (data.names["type"][key], symbol) for key, symbol in symbols(data).items()}


def texts(node: Any) -> Iterator[str]:
    """Every string in a figure."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for part in node.values():
            yield from texts(part)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from texts(part)


def places(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """Locations of events; a row needs only its event_id and place_id."""
    columns = {"event_id": "r0", "place_id": "p", "rank": 0, "label": "Both", "name_az": "Az",
               "name_hy": "Hy", "kind": "town", "area": "", "place_precision": "exact",
               "latitude": 39.8, "longitude": 46.7, "radius_km": float("nan")}  # fmt: skip
    return pd.DataFrame([{**columns, **row} for row in rows], columns=list(columns))


def real_marks(
    data: Dataset, view: View, areas: gpd.GeoSeries, names: str = "both"
) -> tuple[MapMarks, list[Label]]:
    """The marks of a view of the project's own records on the map of the region, and its labels."""
    marks = map_marks(view.events, view.locations, symbols(data), names)
    marks = replace(marks, areas=place_areas(marks.areas, areas, marks.places, REGION))
    countries, towns = {"ARMENIA": (44.9, 40.3)}, {"Gəncə / Gandzak": (46.36, 40.68)}
    return marks, map_labels(marks, countries, towns, REGION, MAP_SIZE)
