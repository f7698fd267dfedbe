"""The recipe for a loaded table: which form, which columns mean what, which order of dates."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from .. import formats
from ..faults import Fault
from .model import Asked, Options, Unusable
from .source import Source

# Without one of these a table of no known form has nothing to show: what happened, when, or where.
NEEDED = ("date", "title", "summary", "latitude")
MAPPED = ("columns", "geojson")  # forms in which a person says which column means what


@dataclass(frozen=True)
class Plan:
    """What will be done with the rows of `raw`."""

    form: str
    recipe: formats.Recipe
    mapping: Mapping[str, str]
    day_first: bool | None


def plan(con: duckdb.DuckDBPyConnection, source: Source, options: Options) -> Plan:
    """The plan for the table `raw` of `con`.

    Raises Asked if the mapping or the order of day and month must be said, Unusable if the mapping
    names what is not there.
    """
    form = source.recognised(options.form)
    mapping = _mapping(source, options) if form in MAPPED else {}
    day_first = _day_first(con, form, source, mapping, options.day_first)
    choices = formats.Choices(day_first, mapping)
    return Plan(form, formats.FORMS[form].recipe(source.columns, choices), mapping, day_first)


def _mapping(source: Source, options: Options) -> dict[str, str]:
    chosen = {key: name for key, name in options.mapping.items() if name}
    chosen = chosen or formats.guess(source.columns)
    try:
        formats.check_mapping(source.columns, chosen)
    except ValueError as error:
        raise Unusable([Fault(source.path.name, 1, "", "", str(error))]) from error
    if not any(chosen.get(name) for name in NEEDED):
        names = ", ".join(source.columns[:20])
        allowed = f"no known form: say which column is the date, the title and so on, of {names}"
        raise Asked("mapping", [Fault(source.path.name, 1, "", "", allowed)])
    return chosen


def _day_first(
    con: duckdb.DuckDBPyConnection,
    form: str,
    source: Source,
    mapping: Mapping[str, str],
    said: bool | None,
) -> bool | None:
    """The order that was said or that the dates of the file settle; None if none needs it."""
    dates = formats.date_columns(form, source.columns, mapping)
    if said is not None or not dates:
        return said
    query = f"SELECT {formats.day_month_question(dates)}, {formats.day_month_order(dates)} FROM raw"
    open_question, order = con.execute(query).fetchall()[0]
    if open_question:
        allowed = "some dates can be read in two ways: say whether the day or the month comes first"
        raise Asked("day_month", [Fault(source.path.name, 0, ", ".join(dates), "", allowed)])
    return order
