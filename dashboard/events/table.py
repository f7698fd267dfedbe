"""Joins the tables to the event table: one row an event, the one table that every view takes."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from .actors import Actors, read_actors
from .dates import Span, read_date, say_span
from .tables import Tables, split_list


def event_table(tables: Tables) -> pd.DataFrame:
    """One row an event, indexed by event_id, in order of time, then of the file.

    Columns: event_id, title, summary, event_type, layer, date (EDTF), earliest, latest
    (datetime64, both inclusive, NaT is open or unknown), extent, precision, approximate,
    uncertain, clock (local wall clock or NaT), date_label, said, actors (ids as recorded),
    found_under (ids with all that stand above them), actor_sides (of the states and bodies at
    the top), sides (who gives an account), speaker_lanes (the same, as lanes of a timeline),
    speakers (ids), places (ids), place_label, latitude,
    longitude (WGS84 degrees or NaN, of the first place), place_precision, radius_km, contested,
    sources (ids, best first), about, deaths_low, deaths_best, deaths_high (empty here: counts
    are claims), url, note, words (all text, folded, for the search).

    Raises ValueError if a date is not EDTF, KeyError if an id is unknown; `check` says where.
    """
    actors = read_actors(tables.actors)
    places = tables.places.set_index("place_id")
    claims = {str(k): g for k, g in tables.claims.groupby("event_id", sort=False)}
    urls = dict(zip(tables.sources["source_id"], tables.sources["url"], strict=True))
    none = tables.claims.iloc[:0]
    rows = [
        _row(event, claims.get(event["event_id"], none), actors, places, urls)
        for event in tables.events.to_dict("records")
    ]
    table = pd.DataFrame(rows)
    for column in ("earliest", "latest", "clock"):
        table[column] = pd.to_datetime(table[column]).astype("datetime64[us]")
    # On one day, what has an hour comes before what has none; an open start comes first of all.
    table = table.sort_values(["earliest", "clock"], na_position="last", kind="stable")
    # In one piece, not two put together: each filter then takes rows from it twice as fast.
    order = table["earliest"].notna().to_numpy().argsort(kind="stable")
    return plain_text(table.iloc[order]).set_index("event_id", drop=False)


def plain_text(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with its texts and its columns' names as Python's own, in one piece: rows are
    taken and gone through three times as fast as in Arrow, where each column of texts is a piece of
    its own."""
    texts = [name for name, kind in table.dtypes.items() if kind == "str"]
    plain = table.astype(dict.fromkeys(texts, object)).copy()
    return plain.set_axis(plain.columns.astype(object), axis=1)


def of_events(table: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that belong to one of the events, by event_id."""
    return table[each(table["event_id"], set(events["event_id"]).__contains__)]


def each(column: pd.Series, holds: Callable[[Any], bool]) -> np.ndarray:
    """Whether it holds, for each value of a column; shape (n,). For some hundred values the way
    through Arrow takes longer."""
    return np.fromiter(map(holds, column), bool, len(column))


def row_by_row(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The values of some columns, a tuple a row; choosing columns first would cost more than all
    the rest for a few hundred rows."""
    return zip(*(table[column] for column in columns), strict=True)


def _row(
    event: dict[Any, Any],
    claims: pd.DataFrame,
    actors: Actors,
    places: pd.DataFrame,
    urls: dict[str, str],
) -> dict[str, Any]:
    named, place_ids, sources = (split_list(event[k]) for k in ("actors", "places", "sources"))
    return {
        **{k: event[k] for k in ("event_id", "title", "summary", "event_type", "layer")},
        **{k: event[k] for k in ("date", "said", "note")},
        **_when(read_date(event["date"])),
        "actors": named,
        "found_under": actors.with_ancestors(named),
        "actor_sides": _first_seen(actors.side[actors.root(a)] for a in named),
        "sides": _first_seen(claims["side"]),
        "speaker_lanes": _first_seen(claims["side"]),
        "speakers": _first_seen(claims["speaker"]),
        "places": place_ids,
        **_place(places, place_ids),
        "contested": bool((claims["contested"] == "yes").any()),
        "sources": sources,
        "about": event["about_event"],
        "deaths_low": pd.NA,
        "deaths_best": pd.NA,
        "deaths_high": pd.NA,
        "url": next((urls[s] for s in sources if urls.get(s)), ""),
        "words": _words(event, claims, actors, named, places, place_ids),
    }


def _when(span: Span) -> dict[str, Any]:
    fields = ("earliest", "latest", "extent", "precision", "approximate", "uncertain", "clock")
    return {**{name: getattr(span, name) for name in fields}, "date_label": say_span(span)}


def _first_seen(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _place(places: pd.DataFrame, ids: tuple[str, ...]) -> dict[str, Any]:
    """The first place of the record, as precisely as it is known."""
    place: dict[Any, Any] = places.loc[ids[0]].to_dict() if ids else {}
    return {
        "place_label": place.get("label", ""),
        "latitude": float(place.get("latitude") or "nan"),
        "longitude": float(place.get("longitude") or "nan"),
        "place_precision": place.get("place_precision") or "none",
        "radius_km": float(place.get("radius_km") or "nan"),
    }


def _words(
    event: dict[Any, Any],
    claims: pd.DataFrame,
    actors: Actors,
    named: tuple[str, ...],
    places: pd.DataFrame,
    place_ids: tuple[str, ...],
) -> str:
    """Everything of a record that a reader may look for, folded."""
    speakers = [actors.name.get(s, "") for s in claims["speaker"]]
    names = places.loc[list(place_ids), ["label", "name_az", "name_hy"]].to_numpy().ravel()
    parts = [event["title"], event["summary"], event["note"], *claims["statement"], *speakers]
    return fold(" ".join([*parts, *(actors.label(a) for a in named), *map(str, names)]))


def fold(text: str) -> str:
    """Text for comparison: no case, no accents; the Azerbaijani schwa and dotless i as e and i."""
    # Twice, as some letters get their case back when they are taken apart: ℌ is H, not h.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    marked = plain.replace("ə", "e").replace("ı", "i")
    return "".join(c for c in marked if not unicodedata.combining(c))


def locations(events: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row for every event and every place it names: event_id, place_id, rank (0 is the main
    place), label, name_az, name_hy, kind, latitude, longitude (WGS84 degrees or NaN),
    place_precision, radius_km and area (id of the boundary that stands for the place, or "").
    """
    pairs = [
        (event_id, place, rank)
        for event_id, ids in zip(events["event_id"], events["places"], strict=True)
        for rank, place in enumerate(ids)
    ]
    table = pd.DataFrame(pairs, columns=["event_id", "place_id", "rank"])
    columns = ["place_id", "label", "name_az", "name_hy", "kind", "area", "place_precision"]
    table = table.merge(places[[*columns, "latitude", "longitude", "radius_km"]], on="place_id")
    for column in ("latitude", "longitude", "radius_km"):
        table[column] = pd.to_numeric(table[column], errors="coerce")
    return plain_text(table)


def on_map(locations: pd.DataFrame) -> pd.Series:
    """Which rows of `locations` can be drawn: a point with coordinates, or a known boundary."""
    point = locations["latitude"].notna() & locations["longitude"].notna()
    return (locations["area"] != "") | (point & ~locations["place_precision"].isin(["none"]))
