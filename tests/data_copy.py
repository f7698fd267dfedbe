"""A copy of the project's tables that a test may break."""

import csv
from pathlib import Path


class Copy:
    """The tables in a folder of their own. Rows are numbered as a spreadsheet does: header is 1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lines(self, table: str) -> list[list[str]]:
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table: str, lines: list[list[str]]) -> None:
        with (self.folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)

    def number(self, table: str, key: str) -> int:
        """The row whose first cell is `key`."""
        return [line[0] for line in self.lines(table)].index(key) + 1

    def cell(self, table: str, number: int, column: str) -> str:
        lines = self.lines(table)
        return lines[number - 1][lines[0].index(column)]

    def change(self, table: str, key: str, **cells: str) -> int:
        """Write cells of the row whose first cell is `key`; return the number of the row."""
        lines, number = self.lines(table), self.number(table, key)
        for column, value in cells.items():
            lines[number - 1][lines[0].index(column)] = value
        self.write(table, lines)
        return number

    def drop_rows(self, table: str, column: str, value: str) -> None:
        lines = self.lines(table)
        at = lines[0].index(column)
        self.write(table, [line for line in lines if line[at] != value])

    def drop_column(self, table: str, column: str) -> None:
        lines = self.lines(table)
        at = lines[0].index(column)
        self.write(table, [line[:at] + line[at + 1 :] for line in lines])
