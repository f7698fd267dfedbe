"""First day, last day and precision in SQL, of days, whole months and whole years."""

from .days import SERIAL, serial_day
from .sql import NOTHING, literal

# The longest span in days that each word still fits, as for EDTF dates (see edtf_bounds.py).
_LIMITS = ((1, "day"), (27, "days"), (31, "month"), (366, "year"), (3653, "decade"))


def by_length(first: str, last: str) -> str:
    """The precision of a span of which nothing else is said; "unknown" if it has an open end."""
    cases = " ".join(
        f"WHEN {last} - {first} < {limit} THEN {literal(word)}" for limit, word in _LIMITS
    )
    return f"CASE {cases} ELSE 'unknown' END"


def month_of(day: str) -> tuple[str, str]:
    """First and last day of the month in which a day lies."""
    return f"date_trunc('month', {day})::DATE", f"last_day({day})"


def year_of(text: str) -> tuple[str, str]:
    """First and last day of a year of four digits; NULL if the text is no such year."""
    if text == NOTHING:
        return "NULL::DATE", "NULL::DATE"
    year = rf"regexp_extract({text}, '^(\d{{4}})(\.0*)?$', 1)"
    return f"try_cast({year} || '-01-01' AS DATE)", f"try_cast({year} || '-12-31' AS DATE)"


def plain_date(text: str) -> str:
    """The date as the file states it, without the midnight that programs put behind a day; the
    serial number of a spreadsheet as the day that it stands for."""
    if text == NOTHING:
        return NOTHING
    return (
        f"CASE WHEN regexp_matches({text}, '{SERIAL}') THEN {serial_day(text)}::VARCHAR "
        rf"ELSE regexp_replace({text}, '[T ]00:00(:00(\.0+)?)?$', '') END"
    )
