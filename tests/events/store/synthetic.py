"""About 2,000 made-up records with every oddity that an `events` table may hold."""

import random
from datetime import date, datetime, timedelta
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from dashboard.events.store.schema import COLUMNS
from dashboard.events.table import fold

ACTORS = (
    "Azerbaijan", "Armenia", "Front d'Égalité", 'The "Tigers"', "back\\slash \\' group", "50 %_x",
    "Şuşa könüllüləri", "Շուշիի ջոկատ", "'; DROP TABLE events; --", "`tick` $1 {a} :b ?",
    "Civilians", "Ganja Battalion", "new\nline", "Группа «А»", "  spaced  ", "مجموعة",
    "actor,with;signs",
)  # fmt: skip
SOURCES = ("Radio Şuşa", "AFP", "O'Reilly & Co", 'Agency "Q"', "c:\\news\\x", "Հայլուր", "Reuters")
TYPES = ("State-based conflict", "One-sided violence", "Non-state conflict", 'It\'s \\ "odd" %', "")
PLACES = (
    ("Şuşa", "Azərbaycan", 39.7537, 46.7465), ("Շուշի", "Azerbaijan", 39.76, 46.75),
    ("Stepanakert", None, 39.8153, 46.7519), ("O'Hara \\ Point", "Côte d'Ivoire", 5.32, -4.03),
    ("Null Island", "", 0.0, 0.0), ("South-West", "Chile", -53.1638, -70.9171),
    ("Half degree", "Georgia", 42.5, 44.5), ("Date line", "Fiji", -17.0, 179.99),
    ("Far west", "Fiji", -18.0, -179.95), (None, None, 40.1, 47.3),
)  # fmt: skip
PRECISIONS = ("exact", "near", "district", "province", "region", "country", "none")
TEXTS = ("", "Shelling near the bridge", "100 % of [it] was \\ lost_here", "Ağdam şəhəri 'hit'")
_TYPES = {"VARCHAR": pa.string(), "BIGINT": pa.int64(), "DATE": pa.date32(), "DOUBLE": pa.float64(),
          "TIMESTAMP": pa.timestamp("us"), "BOOLEAN": pa.bool_(),
          "VARCHAR[]": pa.list_(pa.string())}  # fmt: skip
Days = tuple[date | None, date | None, str, str]  # earliest, latest, extent, precision

ODD: tuple[Days, ...] = (
    (None, None, "moment", "unknown"),
    (None, None, "period", "unknown"),
    (None, date(1994, 5, 12), "moment", "unknown"),
    (None, date(1918, 9, 15), "period", "day"),
    (date(1988, 2, 20), None, "period", "day"),
    (date(2020, 11, 10), None, "moment", "unknown"),
    (date(1918, 3, 30), date(1918, 4, 2), "moment", "days"),
    (date(1920, 3, 22), date(1920, 3, 22), "moment", "day"),
    (date(1918, 1, 1), date(1918, 12, 31), "moment", "year"),
    (date(1969, 12, 29), date(1970, 1, 4), "moment", "week"),
    (date(1969, 12, 31), date(1970, 1, 1), "period", "day"),
    (date(1990, 1, 1), date(1999, 12, 31), "moment", "decade"),
    (date(1988, 2, 20), date(2020, 11, 9), "period", "day"),
    (date(2020, 2, 29), date(2020, 2, 29), "moment", "day"),
    (date(2000, 12, 31), date(2001, 1, 1), "moment", "days"),
    (date(2020, 9, 1), date(2020, 9, 30), "moment", "month"),
    (date(2020, 9, 27), date(2020, 9, 27), "moment", "hour"),
)


def make_rows(count: int = 2000, seed: int = 4) -> pd.DataFrame:
    """`count` records with the columns of the schema, in the order of a stored table."""
    chance = random.Random(seed)
    rows = [_row(number, chance) for number in range(count)]
    rows.sort(key=lambda row: (row["earliest"] is None, row["earliest"] or 0, row["event_id"]))
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def write_table(rows: pd.DataFrame, connection: duckdb.DuckDBPyConnection) -> None:
    """Make `rows` the table `events` of a DuckDB database."""
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in COLUMNS.items()])
    arrow = pa.Table.from_pylist(rows.to_dict("records"), schema=schema)
    typed = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    connection.execute(f"CREATE TABLE events ({typed})").fetchall()
    connection.register("made", arrow)
    connection.execute("INSERT INTO events FROM made").fetchall()
    connection.unregister("made")


def _row(number: int, chance: random.Random) -> dict[str, Any]:
    earliest, latest, extent, precision = ODD[number] if number < len(ODD) else _days(chance)
    label, country, latitude, longitude = _place(chance)
    actors = [] if chance.random() < 0.05 else chance.choices(ACTORS, k=chance.randint(1, 4))
    sources = [] if chance.random() < 0.1 else chance.sample(SOURCES, chance.randint(1, 3))
    kind = None if chance.random() < 0.02 else chance.choice(TYPES)
    title, note = chance.choice(TEXTS), chance.choice(TEXTS)
    best = chance.choice((None, 0, 3, 250))
    hour = precision == "hour" and earliest
    return {
        "event_id": f"{chance.choice(('E', 'é', 'Շ', 'a'))}-{number}",
        "line": number + 2,
        "earliest": earliest,
        "latest": latest,
        "clock": datetime(hour.year, hour.month, hour.day, 22, 30) if hour else None,
        "extent": extent,
        "precision": precision,
        "date": str(earliest or ""),
        "event_type": kind,
        "title": title,
        "summary": None if chance.random() < 0.1 else chance.choice(TEXTS),
        "actors": actors,
        "sources": sources,
        "place_label": label,
        "country": country,
        "latitude": latitude,
        "longitude": longitude,
        "place_precision": chance.choice(PRECISIONS) if latitude is not None else "none",
        "radius_km": chance.choice((None, 25.0)),
        "contested": chance.choice((True, False, False, None)),
        "deaths_low": best,
        "deaths_best": best,
        "deaths_high": best and best * 2,
        "url": chance.choice((None, "", "https://example.org/?a=1&b='2'")),
        "note": note,
        "words": fold(" ".join([title, note, label or "", country or "", *actors])),
        "lane": actors[0] if actors else "",
    }


def _days(chance: random.Random) -> Days:
    """A day, or a span that may be a doubt or a duration, from 1950 to 2024; most are late."""
    first = date(1950, 1, 1) + timedelta(int(27_000 * chance.random() ** 0.4))
    long = chance.choice((0, 0, 0, 1, 5, 30, 400))
    if chance.random() < 0.02:
        return (None, first, "moment", "unknown") if long else (first, None, "period", "day")
    extent = "period" if long and chance.random() < 0.5 else "moment"
    precision = chance.choice(("hour", "day")) if not long else "days"
    return first, first + timedelta(long), extent, precision


def _place(chance: random.Random) -> tuple[str | None, str | None, float | None, float | None]:
    """A place, in three of four cases somewhat beside it; in some without coordinates."""
    label, country, latitude, longitude = chance.choice(PLACES)
    if chance.random() < 0.08:
        return label, country, None, None
    if chance.random() < 0.75 and abs(longitude) < 179:
        latitude += round(chance.gauss(0, 0.4), 4)
        longitude += round(chance.gauss(0, 0.4), 4)
    return label, country, latitude, longitude
