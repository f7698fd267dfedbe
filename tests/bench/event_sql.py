"""The SQL that makes up records: where, when and who are as uneven as in real conflict data.

40 hot spots with 500 places each, 25 types, 1,620 actors of which most act at one hot spot, 3,000
sources; few of each make up most records (rank r has a share near 1/r). Names are invented.
"""

from dashboard.events.store.schema import COLUMNS

FIRST, LAST = "1989-01-01", "2024-12-31"
SKEW = 0.4  # the day lies at share u ** 0.4 of the span: four times as many records late as early

SYLLABLES = [
    "ka",
    "ro",
    "men",
    "dal",
    "vi",
    "sor",
    "tan",
    "el",
    "bur",
    "ni",
    "gath",
    "os",
    "lem",
    "pra",
]
GROUPS = ["Army", "Front", "Guard", "Council", "Movement", "Brigade", "Militia", "Police", "Union"]
OUTLETS = ["Radio", "Agency", "Daily", "Monitor", "Observer", "Post", "Network", "Bulletin"]
TYPES = [
    "Armed clash", "Shelling", "Air strike", "Attack on civilians", "Protest", "Riot",
    "Remote explosive", "Abduction", "Drone strike", "Looting", "Arrests", "Strategic development",
    "Ambush", "Raid", "Grenade", "Ceasefire violation", "Mob violence", "Sexual violence",
    "Suicide bomb", "Agreement", "Change of control", "Base established", "Weapons seized",
    "Disrupted attack", "Other",
]  # fmt: skip
# Latitude, longitude and country of each hot spot, on land; the first ones hold most records.
SPOTS = [
    (35.5, 37, 1), (33, 44, 2), (34, 69, 3), (48.5, 37, 4), (15.5, 44.5, 5), (2.5, 45.5, 6),
    (11.5, 13.5, 7), (-1.5, 29, 8), (13, 25, 9), (4.5, -74.5, 10), (31.5, 34.7, 11),
    (32.5, 13.5, 12), (9.5, 40, 13), (7, 125, 14), (19.5, -99.5, 15), (21, 95, 16),
    (33.5, 75, 17), (40, 46.5, 18), (6.5, 30.5, 19), (15, -1.5, 20), (6.5, 20.5, 21),
    (-8.8, 18, 22), (43.3, 45.5, 23), (7.5, 80.5, 24), (27.5, 85, 25), (14.5, 2, 26),
    (12.5, -2, 27), (38.5, 41, 28), (30, 70, 29), (24.5, 91, 30), (-12.5, 39.5, 31),
    (13.5, 33.5, 9), (16, 96.5, 16), (36, 43, 2), (32, 65.5, 3), (50.2, 36.5, 4),
    (13.3, 22.2, 9), (0.5, 30, 8), (24, -104, 15), (7, 45, 6),
]  # fmt: skip


def columns(rows: int) -> dict[str, str]:
    """Column of the events table -> SQL over `draw(rows, ...)`; `event_id` is as wide as `rows`."""
    width = len(str(rows))
    made = {
        "event_id": f"'E' || lpad(i::VARCHAR, {width}, '0')",
        "line": "i + 1",
        "clock": "CASE WHEN precision = 'minute' THEN earliest + to_minutes(i % 1440) END",
        "date": "CASE WHEN earliest = latest THEN earliest::VARCHAR "
        "WHEN earliest IS NULL THEN '' ELSE earliest || '/' || latest END",
        "title": "event_type || ', ' || coalesce(nullif(place_label, ''), 'place not known')",
        "summary": "said[1] || ' reports ' || coalesce(deaths_best::VARCHAR, 'an unknown number')"
        " || ' killed'",
        "sources": "said",
        "deaths_low": "deaths_best // 2",
        "deaths_high": "deaths_best * 2",
        "url": "''",
        "note": "''",
        "words": "lower(concat_ws(' ', title, summary, place_label, country,"
        " array_to_string(actors, ' ')))",
        "lane": "actors[1]",
    }
    return {name: made.get(name, name) for name in COLUMNS}


def prepare() -> list[str]:
    """Statements for a new connection, all temporary: u(i, k) is number k in [0, 1) of row i."""

    def listed(names: list[str]) -> str:
        return "[" + ", ".join(f"'{name}'" for name in names) + "]"

    def variable(name: str, count: int, sql: str) -> str:
        return f"SET VARIABLE {name} = (SELECT list({sql} ORDER BY n) FROM range({count}) r(n))"

    end = "[1 + n % {}]".format
    norths, easts, countries = (list(part) for part in zip(*SPOTS, strict=True))
    return [
        "CREATE TEMP MACRO u(i, k) AS (hash(i::BIGINT * 64 + k) >> 32)::DOUBLE / 4294967296",
        "CREATE TEMP MACRO ranked(u, n) AS least(n, floor(exp(u * ln(n + 1))))::BIGINT",
        f"CREATE TEMP MACRO syllable(n) AS {listed(SYLLABLES)}{end(len(SYLLABLES))}",
        "CREATE TEMP MACRO joined(n) AS syllable(n) || syllable(n // 14) || syllable(n // 196)"
        " || syllable(n // 2744)",
        "CREATE TEMP MACRO name(n) AS upper(joined(n * 7919)[1]) || joined(n * 7919)[2:]",
        f"CREATE TEMP MACRO kind(n) AS {listed(TYPES)}[n]",
        "CREATE TEMP MACRO fine(place, k) AS (u(place, k) + u(place, k + 2) - 1) * 3",
        variable("actors", 1620, f"name(n) || ' ' || {listed(GROUPS)}{end(len(GROUPS))}"),
        variable("outlets", 3000, f"name(n + 1620) || ' ' || {listed(OUTLETS)}{end(len(OUTLETS))}"),
        variable("places", 20000, "name(n + 4620)"),
        f"SET VARIABLE norths = {norths}::DOUBLE[]",
        f"SET VARIABLE easts = {easts}::DOUBLE[]",
        f"SET VARIABLE countries = {countries}",
    ]


def draw(rows: int) -> str:
    """A SELECT of the records whose numbers i are in the table `numbers`, of `rows` in all.

    The days rise with i, but a week, month or year begins where it begins in the calendar; the
    last 0.5 % have no date.
    """
    return f"""
    WITH numbered AS (
        SELECT i, ranked(u(i, 1), 40) AS h, u(i, 2) AS how_where, u(i, 3) AS how_when,
            CASE WHEN i < {rows} * 0.995 THEN DATE '{FIRST}' + floor(pow(i / ({rows} * 0.995),
                {SKEW}) * (DATE '{LAST}' - DATE '{FIRST}'))::INTEGER END AS day
        FROM numbers
    ), dated AS (
        SELECT *, h * 500 - 500 + ranked(u(i, 4), 500) AS place, place // 25 + 1 AS area, CASE
            WHEN day IS NULL THEN 'unknown' WHEN how_when < 0.05 THEN 'days'
            WHEN how_when < 0.08 THEN 'week' WHEN how_when < 0.095 THEN 'month'
            WHEN how_when < 0.1 THEN 'year' WHEN how_when < 0.13 THEN 'minute'
            ELSE 'day' END AS precision
        FROM numbered
    ), placed AS (
        SELECT *, CASE precision WHEN 'days' THEN day WHEN 'week' THEN
                greatest(date_trunc('week', day), date_trunc('year', day))::DATE
            WHEN 'month' THEN date_trunc('month', day)::DATE
            WHEN 'year' THEN date_trunc('year', day)::DATE ELSE day END AS earliest,
            CASE WHEN how_where < 0.02 THEN 'none' WHEN how_where < 0.07 THEN 'district'
            WHEN how_where < 0.13 THEN 'province' WHEN how_where < 0.15 THEN 'region'
            WHEN how_where < 0.17 THEN 'country' WHEN how_where < 0.4 THEN 'near'
            ELSE 'exact' END AS place_precision
        FROM dated
    )
    SELECT *, CASE precision WHEN 'days' THEN earliest + (1 + i % 5)::INTEGER
            WHEN 'week' THEN earliest + 6 WHEN 'month' THEN last_day(earliest)
            WHEN 'year' THEN make_date(year(earliest), 12, 31) ELSE earliest END AS latest,
        CASE WHEN u(i, 5) < 0.03 THEN 'period' ELSE 'moment' END AS extent,
        kind(ranked(u(i, 6), 25)) AS event_type,
        [getvariable('actors')[h * 40 - 40 + ranked(u(i, 7), 20)],
            getvariable('actors')[h * 40 - 20 + ranked(u(i, 8), 20)],
            getvariable('actors')[1600 + ranked(u(i, 9), 20)]
        ][:2 + (u(i, 10) > 0.5)::INTEGER] AS actors,
        [getvariable('outlets')[ranked(u(i, 11), 3000)],
            getvariable('outlets')[ranked(u(i, 12), 3000)],
            getvariable('outlets')[ranked(u(i, 13), 3000)]
        ][:1 + floor(u(i, 14) * 3)::INTEGER] AS said,
        'Country ' || getvariable('countries')[h] AS country,
        CASE place_precision WHEN 'none' THEN '' WHEN 'exact' THEN getvariable('places')[place]
            WHEN 'near' THEN getvariable('places')[place] WHEN 'country' THEN country
            ELSE getvariable('places')[area] || ' ' || place_precision END AS place_label,
        getvariable('norths')[h] + {_offset(20, 24)} AS latitude,
        getvariable('easts')[h] + {_offset(21, 25)} AS longitude,
        CASE place_precision WHEN 'near' THEN 25.0 END AS radius_km,
        u(i, 15) < 0.05 AS contested,
        CASE WHEN u(i, 16) < 0.8 THEN floor(pow(1 - u(i, 17), -0.7) - 1)::BIGINT END AS deaths_best
    FROM placed
    """


def _offset(place: int, area: int) -> str:
    """Degrees from the hot spot, by the numbers of the place or of its area; NULL if not known."""
    return (
        f"CASE WHEN place_precision IN ('exact', 'near') THEN fine(place, {place})"
        f" WHEN place_precision IN ('district', 'province', 'region') THEN fine(area, {area})"
        " WHEN place_precision = 'country' THEN 0 END"
    )
