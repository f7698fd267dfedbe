"""Reads one day out of text in SQL, in every way that the known exports write it."""

from collections.abc import Sequence

from .sql import clean, quoted

HOUR = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?"
ZONE = r"(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})"
_TIME = f"[T ]+{HOUR}(?: ?{ZONE})?"
_HALF_DAYS = ("%I:%M %p", "%I:%M%p", "%I:%M:%S %p", "%I:%M:%S%p", "%I %p", "%I%p")
SERIAL = r"^([1-7]\d{4}|80000)(\.\d*)?$"
_ISO = r"^\d{4}-\d{2}-\d{2}"
_NUMERIC = r"^(\d{1,2})[/.-](\d{1,2})[/.-][12]\d{3}(\D|$)"
_OTHER = (  # shapes with four digits for the year, or a month's name before two
    r"^(\d{1,2}[ -][A-Za-z]+[ -]([12]\d)?\d{2}|[A-Za-z]+ \d{1,2},? [12]\d{3}"
    r"|[12]\d{7}|[12]\d{3}/\d{1,2}/\d{1,2}|[12]\d{3}-\d{1,2}-\d{1,2})$"
)
# Years of two digits come first: %Y would take 20 for the year 20, %y does not take 2020.
_FORMATS = (
    "%d-%b-%y", "%d %b %y", "%d %B %Y", "%d-%b-%Y", "%d %b %Y", "%d-%B-%Y", "%B %d, %Y",
    "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%Y%m%d", "%Y/%m/%d", "%Y-%m-%d",
)  # fmt: skip


def day(text: str, day_first: bool | None) -> str:
    """SQL: the day that a text states, NULL if it is none; its hour, if it has one, is left out.

    Read are 2020-09-27 (also with an hour behind it), 20200927, 27 September 2020, 27-Sep-20,
    September 27, 2020, 2020/09/27, the serial numbers of Excel from 10000 (1927) to 80000 (2119),
    and 27/09/2020 with /, . or - in the order that `day_first` says. If it is None, a day is read
    only where one order alone gives one. A year of two digits is read only beside a month's name.
    """
    bare = f"regexp_replace({text}, '{_TIME}$', '')"
    return (
        f"CASE WHEN regexp_matches({text}, '{_ISO}({_TIME})?$') "
        f"AND {text} BETWEEN '0001' AND '9999' THEN try_cast(left({text}, 10) AS DATE) "
        f"WHEN regexp_matches({bare}, '{_NUMERIC}') THEN {_numeric(bare, day_first)} "
        f"WHEN regexp_matches({bare}, '{_OTHER}') THEN {_parsed(bare, _FORMATS)} "
        f"WHEN regexp_matches({text}, '{SERIAL}') THEN {serial_day(text)} END"
    )


def serial_day(text: str) -> str:
    """SQL: the day of a serial number of Excel (see `SERIAL`); an hour in it is left out."""
    return f"(DATE '1899-12-30' + try_cast(left({text}, 5) AS INTEGER))"


def time_of(text: str) -> str:
    """SQL: the hour that a text states, 22:00, 22:00:05, 22 or 10:30 pm; NULL if it is none."""
    return (
        rf"CASE WHEN regexp_matches({text}, '^\d{{1,2}}$') THEN try_cast({text} || ':00' AS TIME) "
        rf"WHEN regexp_matches({text}, '^\d{{1,2}}:\d{{2}}(:\d{{2}}(\.\d+)?)?$') "
        f"THEN try_cast({text} AS TIME) WHEN regexp_matches({text}, '^\\d') "  # not "infinity"
        f"THEN {_parsed(text, _HALF_DAYS, 'TIME')} END"
    )


def _parsed(text: str, formats: Sequence[str], kind: str = "DATE") -> str:
    listed = ", ".join(f"'{each}'" for each in formats)
    return f"try_strptime({text}, [{listed}])::{kind}"


def _numeric(text: str, day_first: bool | None) -> str:
    """27/09/2020 in the order that was said; in either if the other gives no day or the same."""
    first = _parsed(text, ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"))
    second = _parsed(text, ("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y"))
    if day_first is not None:
        return first if day_first else second
    return (
        f"CASE WHEN {first} IS NULL THEN {second} "
        f"WHEN {second} IS NULL OR {first} = {second} THEN {first} END"
    )


def day_month_question(columns: Sequence[str]) -> str:
    """SQL aggregate over raw: true if a person must say whether the day or the month comes first.

    It is so if dates such as 07/11/2020 fit both orders and none in these raw columns settles it,
    or if some fit one order only and some the other only.
    """
    day_only, month_only, either = _orders(columns)
    return (
        f"coalesce(({day_only} AND {month_only}) "
        f"OR ({either} AND NOT {day_only} AND NOT {month_only}), false)"
    )


def day_month_order(columns: Sequence[str]) -> str:
    """SQL aggregate over raw: true if its dates settle that the day comes first, false if the
    month does, NULL if they do not settle it or there are none."""
    day_only, month_only, _ = _orders(columns)
    return (
        f"CASE WHEN {day_only} AND NOT {month_only} THEN true "
        f"WHEN {month_only} AND NOT {day_only} THEN false END"
    )


def _orders(columns: Sequence[str]) -> tuple[str, str, str]:
    """Three SQL aggregates: does some date fit only day first, only month first, or both."""
    tests: tuple[list[str], list[str], list[str]] = ([], [], [])
    for column in columns:
        text = clean(quoted(column))
        a, b = (f"try_cast(regexp_extract({text}, '{_NUMERIC}', {n}) AS INTEGER)" for n in (1, 2))
        tests[0].append(f"({a} BETWEEN 13 AND 31 AND {b} BETWEEN 1 AND 12)")
        tests[1].append(f"({b} BETWEEN 13 AND 31 AND {a} BETWEEN 1 AND 12)")
        tests[2].append(f"({a} BETWEEN 1 AND 12 AND {b} BETWEEN 1 AND 12 AND {a} <> {b})")
    only_day, only_month, both = (
        f"coalesce(bool_or({' OR '.join(test) or 'false'}), false)" for test in tests
    )
    return only_day, only_month, both
