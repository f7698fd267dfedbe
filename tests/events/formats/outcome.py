"""Runs a recipe on a few raw rows, as the import does, and says what became of each."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from dashboard.events.formats import FORMS, Choices, Rule, recognise
from dashboard.events.store.schema import COLUMNS, DERIVED

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
UNSAID = Choices()
Row = Mapping[str, str | None]
Cells = dict[str, str | None]


@dataclass(frozen=True)
class Outcome:
    """`records` by line; `rejected` and `repaired` as (line, column, why), in that order."""

    records: dict[int, dict[str, Any]]
    rejected: list[tuple[int, str, str]]
    repaired: list[tuple[int, str, str]]

    @property
    def one(self) -> dict[str, Any]:
        """The only record; no row may have been rejected or repaired."""
        assert not self.rejected
        assert not self.repaired
        (record,) = self.records.values()
        return record

    def column(self, name: str) -> list[Any]:
        """What the records hold in a column, in the order of the rows."""
        return [record[name] for record in self.records.values()]


def raw_table(rows: Sequence[Row]) -> duckdb.DuckDBPyConnection:
    """A connection with the table `raw`: line (the header is 1) and all columns of the rows."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[row.get(name) or None for name in names] for row in rows]
    frame = pd.DataFrame(cells, columns=names, dtype="string")
    frame.insert(0, "line", range(2, len(rows) + 2))
    connection = duckdb.connect()
    connection.register("frame", frame)
    listed = ", ".join(f"{_quoted(name)}::VARCHAR AS {_quoted(name)}" for name in names)
    connection.execute(f"CREATE TABLE raw AS SELECT line, {listed} FROM frame").fetchall()
    return connection


def read(form: str, rows: Sequence[Row], choices: Choices = UNSAID) -> Outcome:
    """What the recipe of `form` makes of these rows."""
    connection = raw_table(rows)
    names = [each[0] for each in connection.execute("DESCRIBE raw").fetchall()][1:]
    recipe = FORMS[form].recipe(names, choices)
    assert not set(recipe.columns) - (set(COLUMNS) - set(DERIVED))
    facts = "raw"
    for layer in recipe.given:
        made = ", ".join(f"({sql}) AS {_quoted(name)}" for name, sql in layer.items())
        facts = f"(SELECT *, {made} FROM {facts})"
    connection.execute(f"CREATE TEMP TABLE facts AS SELECT * FROM {facts}").fetchall()
    rejected, repaired = (
        _found(connection, rules, names) for rules in (recipe.rejects, recipe.repairs)
    )
    told = {name: recipe.columns.get(name, "NULL") for name in COLUMNS if name not in DERIVED}
    listed = ", ".join(f"({sql})::{COLUMNS[name]} AS {name}" for name, sql in told.items())
    table = connection.execute(f"SELECT line, {listed} FROM facts ORDER BY line").fetchall()
    connection.close()
    records = {line: dict(zip(told, cells, strict=True)) for line, *cells in table}
    bad = {line for line, _, _ in rejected}
    return Outcome(
        {line: record for line, record in records.items() if line not in bad},
        rejected,
        [fault for fault in repaired if fault[0] not in bad],
    )


def _found(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], names: Sequence[str]
) -> list[tuple[int, str, str]]:
    """Line, column and reason wherever a rule applies; a rule is true or false, never NULL."""
    assert {rule.column for rule in rules} <= set(names)
    whens = ", ".join(rule.when for rule in rules) or "false"
    table = connection.execute(f"SELECT line, [{whens}] FROM facts ORDER BY line").fetchall()
    assert None not in {each for _, applies in table for each in applies}
    return sorted(
        (line, rule.column, rule.why)
        for line, applies in table
        for rule, applied in zip(rules, applies, strict=False)
        if applied
    )


def sample(name: str) -> list[Row]:
    """The rows of a real file; skips the test if the samples are not at hand."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the real sample {name} is not at hand")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def form_of(rows: Sequence[Row]) -> str:
    """The form that is recognised by the columns of these rows."""
    return recognise(list(dict.fromkeys(name for row in rows for name in row)))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
