"""Proposes which raw column means what in a table of no known format, by the names people use."""

import re
from collections.abc import Sequence

# Column of the events table -> names, the likeliest first. A raw column is proposed once.
NAMES: dict[str, tuple[str, ...]] = {
    "event_id": ("event_id", "id", "record_id", "uid", "identifier", "data_id"),
    "date": (
        "date", "event_date", "start_date", "date_start", "date_from", "start", "day",
        "datetime", "when", "timestamp", "year",
    ),
    "date_end": ("end_date", "date_end", "date_to", "end", "until"),
    "title": ("title", "headline", "event", "event_name", "name", "heading"),
    "summary": ("summary", "description", "text", "details", "what", "notes", "abstract"),
    "event_type": ("event_type", "type", "category", "kind", "type_of_event", "class"),
    "actors": ("actors", "actor", "actor1", "parties", "side_a", "perpetrator", "who"),
    "sources": ("sources", "source", "source_name", "publisher", "reported_by"),
    "place_label": (
        "place_label", "place", "location", "location_name", "city", "town", "settlement",
        "where", "address",
    ),
    "country": ("country", "country_name", "state"),
    "latitude": ("latitude", "lat", "lat_dd", "y"),
    "longitude": ("longitude", "lon", "lng", "long", "lon_dd", "x"),
    "place_precision": ("place_precision", "location_precision"),
    "radius_km": ("radius_km", "radius"),
    "deaths_low": ("deaths_low", "fatalities_low", "low"),
    "deaths_best": ("deaths_best", "deaths", "fatalities", "killed", "fatalities_best", "best"),
    "deaths_high": ("deaths_high", "fatalities_high", "high"),
    "contested": ("contested", "disputed"),
    "url": ("url", "link", "source_url", "web", "href"),
    "note": ("note", "comment", "comments", "remark", "remarks"),
}  # fmt: skip


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Column of the events table -> raw column, as far as the names tell; a person decides."""
    free = {_plain(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for meaning, names in NAMES.items():
        name = next((n for n in names if n in free), None)
        if name is not None:
            found[meaning] = free.pop(name)
    return found


def _plain(column: str) -> str:
    """A name with single underscores for all that is neither a letter nor a digit."""
    return re.sub(r"[\W_]+", "_", column.strip("\ufeff ").casefold()).strip("_")
