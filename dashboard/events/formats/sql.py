"""Pieces of DuckDB SQL over text columns that all recipes share: text, numbers, lists.

Functions take SQL expressions and give one back; a value that is not there is NULL.
"""

from collections.abc import Mapping, Sequence

NOTHING = "NULL::VARCHAR"
NO_LIST = "[]::VARCHAR[]"
# What people and programs write into a cell of which nothing is known.
MISSING = ("unknown", "na", "n/a", "nan", "null", "none", "-")
NO_COUNT = (*MISSING, "-1", "-1.0", "-99", "-99.0")
_COUNT = r"^\d+(\.0*)?$"
_GROUPED = r"^\d{1,3}([ ,.''\x{a0}\x{202f}]\d{3})+$"
_DECIMAL = r"^[+-]?\d+([.,]\d*)?([eE][+-]?\d+)?$"
_ENTITIES = {"nbsp": " ", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "#x27": "'", "amp": "&"}


def quoted(name: str) -> str:
    """A column name as SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def clean(column: str) -> str:
    """Text without space around it (also the no-break space of web pages); NULL if empty."""
    return f"nullif(trim({column}, ' \t\r\n\u00a0\ufeff'), '')"


def let(name: str, value: str, body: str) -> str:
    """`body` in which `name` stands for `value`, which is then worked out only once."""
    return f"list_transform([{value}], lambda {name}: {body})[1]"


def known(text: str, missing: Sequence[str] = MISSING) -> str:
    """The text, NULL where it is one of the words for a missing value."""
    if text == NOTHING:
        return NOTHING
    words = ", ".join(literal(word) for word in missing)
    return f"CASE WHEN lower({text}) NOT IN ({words}) THEN {text} END"


def code(text: str) -> str:
    """A code such as 3 or, as some programs write it, 3.0; '' if it is no number, NULL if empty."""
    return rf"regexp_extract({text}, '^(\d+)(\.0*)?$', 1)"


def padded(digits: str, length: int) -> str:
    """Digits with zeros before them; a longer text stays as it is (lpad would cut it)."""
    return f"(repeat('0', {length} - length({digits})) || {digits})"


def pick(value: str, words: Mapping[str, str], otherwise: str = "NULL") -> str:
    """The word for each value; `otherwise` is SQL."""
    cases = " ".join(f"WHEN {literal(k)} THEN {literal(v)}" for k, v in words.items())
    return f"CASE {value} {cases} ELSE {otherwise} END"


def count(text: str) -> str:
    """A whole number from 0: 12, 12.0 or 1,234, as a count has no decimals; NULL otherwise."""
    return (
        f"CASE WHEN regexp_matches({text}, '{_COUNT}') "
        rf"THEN try_cast(regexp_extract({text}, '^\d+') AS BIGINT) "
        f"WHEN regexp_matches({text}, '{_GROUPED}') "
        rf"THEN try_cast(regexp_replace({text}, '\D', '', 'g') AS BIGINT) END"
    )


def decimal(text: str) -> str:
    """A number with a decimal point or a decimal comma; NULL if it is none."""
    plain = f"replace({text}, '\u2212', '-')"
    return (
        f"CASE WHEN regexp_matches({plain}, '{_DECIMAL}') "
        f"THEN try_cast(replace({plain}, ',', '.') AS DOUBLE) END"
    )


def items(text: str, separator: str = ";") -> str:
    """The parts of a list cell in their order, none empty, none twice; an empty list if NULL."""
    if text == NOTHING:
        return NO_LIST
    return distinct(f"list_transform(string_split({text}, {literal(separator)}), {_TRIM})")


def listed(text: str) -> str:
    """As `items`, and also lists that a program wrote: ["a", "b"] and "a";"b"."""
    marked = rf"""regexp_extract_all({text}, '"([^"]*)"|([^";]+)')"""
    bare = f"list_transform({marked}, lambda _x: trim(_x, ' \"'))"
    return (
        f"CASE WHEN {text} LIKE '[%]' AND try_cast({text} AS VARCHAR[]) IS NOT NULL "
        f"THEN {distinct(f'list_transform(try_cast({text} AS VARCHAR[]), {_TRIM})')} "
        f"WHEN {text} LIKE '\"%' THEN {distinct(bare)} ELSE {items(text)} END"
    )


_TRIM = "lambda _x: trim(_x)"


def distinct(values: str) -> str:
    """A list in its order without empty values and repetitions; NULL becomes an empty list."""
    return (
        f"coalesce(list_filter({values}, lambda _x, _i: _x <> '' "
        f"AND list_position({values}, _x) = _i), {NO_LIST})"
    )


def joined(parts: Sequence[str], between: str = "; ") -> str:
    """Texts with something between them; what is NULL leaves no trace; NULL if all are."""
    there = [part for part in parts if part != NOTHING]
    return f"nullif(concat_ws({literal(between)}, {', '.join(there)}), '')" if there else NOTHING


def after(lead: str, text: str) -> str:
    """`lead` (words) and the text; NULL if the text is."""
    return NOTHING if text == NOTHING else f"({literal(lead)} || {text})"


def unmarked(text: str) -> str:
    """Text without the tags and the escapes of HTML."""
    if text == NOTHING:
        return NOTHING
    plain = f"regexp_replace({text}, '<[^>]*>', ' ', 'g')"
    for name, letter in _ENTITIES.items():  # &amp; comes last, so that &amp;lt; stays &lt;
        plain = f"replace({plain}, '&{name};', {literal(letter)})"
    return f"nullif(trim(regexp_replace({plain}, '\\s+', ' ', 'g')), '')"
