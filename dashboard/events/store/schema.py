"""The columns of the `events` table that every engine holds; one row is one record."""

# Name -> DuckDB type. Lists are never NULL, only empty: ClickHouse knows no other.
COLUMNS = {
    "event_id": "VARCHAR",  # unique in the data set
    "line": "BIGINT",  # where the record begins in the file that it came from; the header is line 1
    "earliest": "DATE",  # first and last day on which it may lie, both inclusive;
    "latest": "DATE",  # NULL: not known
    "clock": "TIMESTAMP",  # local wall clock, where the file states an hour
    "extent": "VARCHAR",  # moment: at some time within; period: throughout
    "precision": "VARCHAR",  # minute, hour, day, days, week, month, year, decade, unknown
    "date": "VARCHAR",  # the date as the file states it
    "event_type": "VARCHAR",  # as the source calls it
    "title": "VARCHAR",
    "summary": "VARCHAR",
    "actors": "VARCHAR[]",  # the one named first comes first
    "sources": "VARCHAR[]",  # who says so, as the file names them
    "place_label": "VARCHAR",
    "country": "VARCHAR",
    "latitude": "DOUBLE",  # WGS84 degrees; NULL: not known
    "longitude": "DOUBLE",
    "place_precision": "VARCHAR",  # exact, near, district, province, region, country, none
    "radius_km": "DOUBLE",  # how far from the coordinates it may lie; NULL: not stated
    "contested": "BOOLEAN",
    "deaths_low": "BIGINT",  # as the source estimates; NULL: not stated
    "deaths_best": "BIGINT",
    "deaths_high": "BIGINT",
    "url": "VARCHAR",
    "note": "VARCHAR",
    "words": "VARCHAR",  # all text, folded, for the search
    "lane": "VARCHAR",  # the actor named first, "" if none
}
DERIVED = ("line", "words", "lane")  # made by the import, never by a format
EXACT = ("exact", "near")  # drawn at their coordinates; all else is an area around them
