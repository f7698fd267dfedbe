"""The formats that can be imported: how each is recognised and how its rows become records.

A recipe is SQL over the raw table of a file (see recipe.py). Where dates such as 07/11/2020 are
settled by others in the file, the import finds their order with `day_month_order` and hands it on
in `Choices`; a recipe without one reads only what reads one way.
"""

from collections.abc import Mapping, Sequence

from .acled import ACLED
from .columns import COLUMNS, EXTENTS, KEYS, PRECISIONS
from .columns import check as check_mapping
from .days import day_month_order, day_month_question
from .documents import document_rows
from .gdelt import GDELT, headerless
from .ged import GED
from .geojson import GEOJSON
from .guess import guess
from .package import PACKAGE, package_rows
from .raw import Raw
from .recipe import Choices, Form, Recipe, Rule
from .timelinejs import TIMELINEJS
from .timemap import TIMEMAP
from .timemap_tables import join_tabs

__all__ = [
    "EXTENTS", "FORMS", "KEYS", "PRECISIONS", "Choices", "Form", "Recipe", "Rule",
    "check_mapping", "date_columns", "day_month_order", "day_month_question", "guess",
    "headerless", "join_tabs", "package_rows", "recognise", "rows_of",
]  # fmt: skip

# In the order in which they are asked whether they know a table; the last takes any.
FORMS: dict[str, Form] = {
    form.name: form for form in (GED, ACLED, GDELT, TIMELINEJS, TIMEMAP, PACKAGE, GEOJSON, COLUMNS)
}


def recognise(columns: Sequence[str]) -> str:
    """The name of the format whose columns these are; "columns" if they are of none."""
    return next((name for name, form in FORMS.items() if form.known(columns)), COLUMNS.name)


def rows_of(document: object) -> tuple[str, list[dict[str, str]]]:
    """The name of the format of a parsed JSON document, and one flat row of text a record.

    A value that is not there has no key in the row. Raises ValueError with a sentence if no records
    are found in it.
    """
    return document_rows(document, recognise)


def date_columns(
    form: str, columns: Sequence[str], mapping: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """The raw columns with dates, for `day_month_question` and `day_month_order`.

    In a table of no known format they are those that `mapping` gives as date and date_end, or
    those that are proposed.
    """
    raw, names = Raw(columns), FORMS[form].dates
    if form in (COLUMNS.name, GEOJSON.name):
        chosen = mapping or guess(columns)
        names = tuple(chosen.get(key, "") for key in ("date", "date_end"))
    return tuple(dict.fromkeys(raw.name(name) for name in names if raw.name(name)))
