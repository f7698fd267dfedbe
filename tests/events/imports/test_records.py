"""Records of delimited text: one bad row costs one row, and no other."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.imports.dialect import Dialect
from dashboard.events.imports.records import (
    BAD_BYTES,
    EMPTY,
    NUL,
    REACH,
    STRAY,
    TOO_LONG,
    UNCLOSED,
    Reader,
    dialect_of,
)
from dashboard.events.imports.text import LONGEST

COMMA = Dialect(",")


def read(text: str | bytes, width: int = 3, dialect: Dialect = COMMA) -> list[tuple[int, object]]:
    """Each record: its line, and its cells or why it cannot be read."""
    raw = text.encode() if isinstance(text, str) else text
    lines = [line.removesuffix(b"\r") for line in raw.split(b"\n")]
    lines = lines[:-1] if raw.endswith(b"\n") else lines
    return [
        (record.line, record.why or dialect.cut(record.clean))
        for record in Reader(lines, dialect, width)
    ]


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    text = 'a,"b, c",d\r\n"one\r\ntwo\r\n\r\nfour","say ""so""",x\n1,2,3\n'
    assert read(text) == [
        (1, ["a", "b, c", "d"]),
        (2, ["one\ntwo\n\nfour", 'say "so"', "x"]),
        (6, ["1", "2", "3"]),
    ]


def test_blank_lines_are_no_rows_but_are_counted() -> None:
    assert read("a,b,c\n\n   \nd,e,f\n") == [(1, ["a", "b", "c"]), (4, ["d", "e", "f"])]


def test_a_row_without_a_filled_cell_is_rejected() -> None:
    assert read('a,b,c\n,,\n" ","",\n') == [(1, ["a", "b", "c"]), (2, EMPTY), (3, EMPTY)]


@pytest.mark.parametrize(
    ("rows", "bad"),
    [
        ('1,"x,y\n4,5,6\n7,8,9\n', 1),  # never closed
        ('4,5,6\n4,"x,y\n7,8,"z"\n7,8,9\n', 2),  # the next mark would close it amid a cell
        ('1,"x\n4,5,"6"\n7,8,9\n', 1),
    ],
)
def test_an_unclosed_quote_costs_its_line_only(rows: str, bad: int) -> None:
    expected = list(csv.reader(rows.splitlines()[bad:]))
    found = read(rows)
    assert found[bad - 1] == (bad, UNCLOSED)
    assert [cells for _, cells in found[bad:]] == expected


def test_a_swallowed_row_is_given_back() -> None:
    """A quote that is closed by chance, so that the record is of a wrong width."""
    assert read('1,2,"x\n4,5,6\ny",\n7,8,9\n', width=3)[0] == (1, UNCLOSED)
    assert read('1,2,"x\n4,5,6\ny",\n7,8,9\n', width=3)[1] == (2, ["4", "5", "6"])


def test_a_record_of_a_wrong_width_is_one_row() -> None:
    """Its lines alone are no rows, so nothing was swallowed."""
    found = read('1,"two\nlines",3,4\n7,8,9\n')
    assert found == [(1, "4 cells where the header has 3"), (3, ["7", "8", "9"])]


def test_a_record_reaches_so_far_and_no_farther() -> None:
    inside = "x\n" * (REACH - 1)
    assert read(f'1,2,"a\n{inside}b"\n')[0][0] == 1
    assert isinstance(read(f'1,2,"a\n{inside}b"\n')[0][1], list)
    assert read(f'1,2,"a\n{inside}x\nb"\n')[0] == (1, UNCLOSED)


def test_quotes_inside_a_bare_cell_are_text() -> None:
    assert read('1,a 5" gun,x\n2,"q" r,x\n') == [(1, ["1", 'a 5" gun', "x"]), (2, STRAY)]


def test_backslashes_escape_nothing() -> None:
    assert read('1,"a \\" b",x\n2,3,4\n') == [(1, STRAY), (2, ["2", "3", "4"])]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"1,\xff,3", BAD_BYTES),
        (b"1,\0,3", NUL),
        (b"1,2", "2 cells where the header has 3"),
        (b"1,2,3,4", "4 cells where the header has 3"),
        (b"1,2," + b"x" * LONGEST, TOO_LONG),
    ],
    ids=["bytes", "nul", "short", "long", "large"],
)
def test_a_bad_row_stands_between_good_ones(row: bytes, why: str) -> None:
    good = [b"a,b,c", b"d,e,f"]
    assert read(b"\n".join([good[0], row, good[1]])) == [
        (1, ["a", "b", "c"]), (2, why), (3, ["d", "e", "f"]),
    ]  # fmt: skip


def test_a_carriage_return_in_a_cell_does_not_cut_it() -> None:
    [record] = Reader([b"1,a\rb,3"], COMMA, 3)
    assert b"\r" not in record.clean
    assert COMMA.cut(record.clean) == ["1", "a b", "3"]


def test_without_quotes_nothing_is_quoted() -> None:
    plain = Dialect("\t", quoted=False)
    assert read('1\t"a\tb"\n', dialect=plain) == [(1, ["1", '"a', 'b"'])]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3", ","),
        ("a;b;c\n1,5;2,5;3,5", ";"),
        ("a\tb\n1,2\t3,4", "\t"),
        ("a|b|c\n1,2|3,4|5", "|"),
        ('"a;b",c\n"d;e;f",g', ","),
        ("title, long;date\nx;y", ";"),
        ("only\none\ncolumn", ","),
    ],
)
def test_the_delimiter_is_told_by_the_header(text: str, delimiter: str) -> None:
    assert dialect_of(text.encode().split(b"\n")).delimiter == delimiter


CELLS = st.text(st.sampled_from("ab\",;\n\t 'éə")) | st.text(max_size=5)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_a_csv_writer_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    """Against Python's own writer; carriage returns become blanks, NUL and blank rows are apart."""
    plain = [[c.replace("\r", " ").replace("\0", "") for c in row] for row in rows]
    plain = [["x", *row[1:]] for row in plain]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(plain)
    assert [cells for _, cells in read(out.getvalue())] == plain


@given(st.text(st.sampled_from('a,"\n'), max_size=60))
def test_no_line_is_lost(text: str) -> None:
    """Whatever the quotes: each line that is not blank is in one record, and only there."""
    lines = text.encode().split(b"\n")
    covered: list[int] = []
    for record in Reader(lines, COMMA, 3):
        covered += range(record.line, record.line + record.raw.count(b"\n") + 1)
    assert [n for n in covered if lines[n - 1].strip(b" ")] == [
        n for n, line in enumerate(lines, 1) if line.strip(b" ")
    ]


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_cells_are_joined_so_that_all_read_them_alike(cells: list[str]) -> None:
    plain = [c.replace("\0", "") for c in cells]
    joined = COMMA.join(plain)
    assert COMMA.cut(joined) == plain
    assert COMMA.strict.fullmatch(joined)
    assert COMMA.count(joined) == len(plain)
