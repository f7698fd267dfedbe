"""Names of tables and rows, as a reader knows them, not as the files call them."""

from collections.abc import Mapping

from ...events.faults import Fault
from ...events.own import Rows, find
from ...events.own.structure import key_of, resources
from ...events.sets.names import folder_name
from ...figures.text import shorten

TABLES = {
    "events": ("Records", "record"),
    "claims": ("Claims", "claim"),
    "actors": ("Actors", "actor"),
    "places": ("Places", "place"),
    "sources": ("Sources", "source"),
}  # those that are edited here: their name, and that of one row
NAMED_BY = {"events": "title", "actors": "name", "places": "label", "sources": "title",
            "categories": "label", "sides": "label", "periods": "label"}  # fmt: skip
LABEL = 70  # characters of a row's name


def label_of(rows: Rows, table: str, key: str) -> str:
    """A row in a few words: its title or name; its id if it has none or is not there."""
    row = find(rows, table, key)
    return name_row(rows, table, row) if row else f"{key} (not in the list)"


def name_row(rows: Rows, table: str, row: Mapping[str, str]) -> str:
    """As `label_of`, of a row."""
    words = row.get(NAMED_BY.get(table, ""), "")
    if table == "sources":
        words = f"{row.get('publisher', '')}: {words}".strip(": ")
    if table == "claims":
        speaker = find(rows, "actors", row.get("speaker", ""))
        who = speaker["name"] if speaker else row.get("speaker", "")
        words = f"{who}: {row.get('statement', '')}".strip(": ")
    return shorten(words or row.get(key_of(table), "") or "no name yet", LABEL)


def title_of_column(table: str, column: str) -> str:
    """What a column is called."""
    fields = resources().get(table, {"schema": {"fields": []}})["schema"]["fields"]
    return next((str(f["title"]) for f in fields if f["name"] == column), column)


def say_fault(rows: Rows, table: str, key: str, fault: Fault) -> str:
    """A fault in one line: the row, the column, what stands there, what is allowed."""
    name = TABLES[table][0] if table in TABLES else fault.file
    row = f" › {label_of(rows, table, key)}" if key else ""
    column = f", {title_of_column(table, fault.column)}" if fault.column else ""
    value = f" “{shorten(fault.value, LABEL)}”" if fault.value else ""
    return f"{name}{row}{column}{value}: {fault.allowed}"


def new_id(rows: Rows, table: str, row: Mapping[str, str]) -> str:
    """An id made of the name of a row, which no other row has."""
    wanted = folder_name(row.get(NAMED_BY.get(table, ""), "") or TABLES[table][1])
    taken = {each[key_of(table)] for each in rows[table]}
    number, made = 2, wanted
    while made in taken:
        made, number = f"{wanted}-{number}", number + 1
    return made
