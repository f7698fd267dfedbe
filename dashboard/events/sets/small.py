"""Makes a `Dataset` of rows of the `events` table, so that every view can show imported records.

Imported records have no claims of their own. Who says so is what the file names as its sources, and
the data set itself, whose estimates are its claims.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from ..actors import Actors
from ..dataset import Dataset
from ..dates import say_dated
from ..table import locations, plain_text
from .about import About
from .row_tables import RowTables
from .told import place_ids, sources

SYMBOLS = ("x", "star", "triangle-up", "square", "triangle-down", "diamond", "hexagon", "pentagon",
           "cross", "bowtie", "hourglass")  # fmt: skip
OTHER = "circle"  # the symbol of a type that comes after those
LANES = 11  # of their own; all others share one
TEXTS = ["title", "summary", "country", "date", "event_type", "place_label", "place_precision",
         "url", "note"]  # fmt: skip
LANE_COLUMNS = {"actor": "actor_sides", "speaker": "speaker_lanes"}
_PLACES = ["place_label", "latitude", "longitude", "place_precision", "radius_km"]
_COLUMNS = {
    "actors": "actor_id,name,kind,side,parent",
    "sources": "source_id,publisher,title,date,kind,url,locator,archive_url,accessed,"
    "affiliation,read",
    "categories": "event_type,label,definition,symbol,order",
    "sides": "side,label,order",
    "periods": "period_id,label,from,to,order",
}


def small_dataset(
    rows: pd.DataFrame,
    about: About,
    types: Mapping[str, str],
    span: tuple[date | None, date | None] = (None, None),
) -> Dataset:
    """A data set of the `rows` of an `events` table (columns as in store/schema.py).

    `types` event_type -> symbol, in the order of the whole data set; `span` is its first and last
    day, so that the time axis does not depend on the rows.
    """
    at = place_ids(rows)
    events = _events(rows, at, about)
    told = [about.publisher, *pd.unique(rows["sources"].explode().dropna())]
    sides = list(dict.fromkeys(str(t) for t in told))
    actors = list(pd.unique(rows["actors"].explode().dropna()))
    places = _places(rows, at)
    tables = RowTables(
        rows,
        about,
        actors=_table("actors", [(a, a, "", about.publisher, "") for a in [*actors, *sides]]),
        places=places,
        sources=_table("sources", sources(rows, sides, about)),
        categories=_table("categories", _categories(types)),
        sides=_table("sides", [(s, s, str(i)) for i, s in enumerate(sides)]),
        periods=_table("periods", []),
        package=_package(about),
        sha256=about.version or about.sha256,
    )  # fmt: skip
    names = {str(a): str(a) for a in [*actors, *sides]}
    return Dataset(
        tables=tables,
        events=events,
        locations=locations(events, places),
        truces=pd.DataFrame(columns=["event_id", "title", "begins", "breaches", "held_until"]),
        lane_names={by: _lane_names(events[column]) for by, column in LANE_COLUMNS.items()},
        actors=Actors(names, dict.fromkeys(names, about.publisher), dict.fromkeys(names, ""), {}),
        span=span,
    )


def symbols_of(types: Sequence[str]) -> dict[str, str]:
    """event_type -> symbol, for types in the order of their numbers of records."""
    return {t: SYMBOLS[i] if i < len(SYMBOLS) else OTHER for i, t in enumerate(types)}


def _categories(types: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The types in their order; last what a record of no stated type is called."""
    known = [(t, t, "", symbol, str(i)) for i, (t, symbol) in enumerate(types.items())]
    return [*known, ("", "Type not stated", "", OTHER, str(len(types)))]


def _table(name: str, rows: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=_COLUMNS[name].split(","), dtype=object)


def _events(rows: pd.DataFrame, at: Sequence[str], about: About) -> pd.DataFrame:
    """The event table (see `event_table`) of the rows, in order of time."""
    events = rows.drop(columns=["words", "lane", "line"]).copy()
    for column in ("earliest", "latest", "clock"):
        events[column] = pd.to_datetime(events[column]).astype("datetime64[us]")
    events[TEXTS] = events[TEXTS].fillna("")
    events["contested"] = events["contested"].fillna(False).astype(bool)
    events = events.assign(layer="", said="", about="", approximate=False, uncertain=False)
    for column, values in {**_dates(events), **_named(rows, at, about.publisher)}.items():
        events[column] = pd.Series(values, index=events.index, dtype=object)
    events["words"] = rows["words"]
    events = events.sort_values(["earliest", "clock", "event_id"], na_position="last")
    return plain_text(events).set_index("event_id", drop=False)


def _dates(events: pd.DataFrame) -> dict[str, list[Any]]:
    parts = (events[c] for c in ("earliest", "latest", "clock", "extent", "precision"))
    dates = list(zip(*parts, strict=True))
    words = {each: say_dated(*each) for each in set(dates)}  # many records share a day
    return {"date_label": [words[each] for each in dates]}


def _named(rows: pd.DataFrame, at: Sequence[str], own: str) -> dict[str, list[Any]]:
    """Actors, sources and places of each record, as tuples; `at` are the ids of its places, `own`
    is who compiled the data set."""
    actors = [tuple(a) for a in rows["actors"]]
    named = [tuple(dict.fromkeys(s)) for s in rows["sources"]]
    return {
        "actors": actors,
        "found_under": [frozenset(a) for a in actors],
        "actor_sides": _lanes(actors),
        "speaker_lanes": _lanes(named),
        "sides": [s or (own,) for s in named],
        "speakers": [(own, *s) for s in named],
        "sources": [(own, *s) for s in named],
        "places": [(p,) if p else () for p in at],
    }


def _lanes(values: Sequence[tuple[str, ...]]) -> list[tuple[str]]:
    """The one lane of each record: that of its first value; beyond the `LANES` most frequent all
    share one, "" (as in a crowd)."""
    first = [value[0] if value else "" for value in values]
    counts = Counter(filter(None, first))
    own = set(sorted(counts, key=lambda lane: (-counts[lane], lane))[:LANES])
    return [(lane,) if lane in own else ("",) for lane in first]


def _lane_names(column: pd.Series) -> dict[str, str]:
    """The lanes that occur, the largest first, all others last."""
    counts = Counter(lane for (lane,) in column)
    rest = counts.pop("", 0)
    lanes = {lane: lane for lane in sorted(counts, key=lambda lane: (-counts[lane], lane))}
    return lanes | ({"": f"All others ({rest:,})"} if rest else {})


def _places(rows: pd.DataFrame, at: Sequence[str]) -> pd.DataFrame:
    ids = pd.Series(at, index=rows.index, dtype=object)
    table = rows[_PLACES].assign(place_id=ids).drop_duplicates("place_id")
    table = table[table["place_id"] != ""]
    empty = dict.fromkeys(("name_az", "name_hy", "kind", "area", "note"), "")
    return table.rename(columns={"place_label": "label"}).assign(**empty).fillna({"label": ""})


def _package(about: About) -> dict[str, Any]:
    return {
        "name": about.name,
        "title": about.title,
        "version": about.accessed or about.imported[:10] or "undated",
        "citation": about.citation,
        "x_account_note": " ".join(filter(None, (about.warning, about.citation))),
    }
