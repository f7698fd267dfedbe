"""No spreadsheet runs a cell of an export; numbers stay numbers; raw files keep every letter."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.__main__ import main
from dashboard.events.dataset import DATA, Dataset, View
from dashboard.events.export import FORMATS
from dashboard.events.export.formulas import defuse
from dashboard.events.filters import Filter
from dashboard.events.own import Draft, copy_of, layout, load, save

TRIGGERS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"
BEFORE = ("", " ", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x00", "\t ")
EVIL = [f"{before}{sign}{'=' if sign.isspace() else ''}1+1|'x'!A{number}"
        for number, sign in enumerate(TRIGGERS) for before in BEFORE]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def rows(text: str) -> list[dict[str, str]]:
    """The rows as a reader of CSV takes them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def armed(cell: str) -> bool:
    """Whether a spreadsheet may run the cell: judged anew here, by the letters themselves."""
    seen = cell
    while seen and (seen[0].isspace() or not seen[0].isprintable()):
        seen = seen[1:]
    return cell.startswith(tuple(TRIGGERS)) or seen.startswith(tuple(TRIGGERS))


def with_texts(dataset: Dataset, texts: list[str]) -> View:
    """A view whose titles, summaries, places and notes are these, in turn."""
    view = dataset.view(Filter())
    count = len(view.events)
    for turn, column in enumerate(("title", "summary", "place_label", "note")):
        view.events[column] = [texts[(at + turn) % len(texts)] for at in range(count)]
    return view


def test_the_signs_are_told_apart() -> None:
    assert all(map(armed, EVIL))
    assert not any(map(armed, ["'=1", "a=1", "5", "", " a", "'\r=1"]))


@pytest.mark.parametrize("text", EVIL, ids=repr)
def test_every_trigger_is_neutralised(text: str) -> None:
    assert not armed(defuse(text))
    assert defuse(text) == f"'{text}"


def test_no_cell_of_a_csv_is_armed_and_numbers_are_untouched(dataset: Dataset) -> None:
    texts = [text for text in EVIL if "\x00" not in text]
    view = with_texts(dataset, texts)
    view.events["longitude"] = -view.events["longitude"].abs()
    found = rows(str(FORMATS["csv"].make(view, dataset)))
    assert len(found) == len(view.events)
    numbers = ("latitude", "longitude")
    for row, event in zip(found, view.events.to_dict("records"), strict=True):
        assert not [cell for name, cell in row.items() if name not in numbers and armed(cell)]
        assert row["title"] == f"'{event['title']}"
        for name in numbers:
            assert row[name] == ("" if event[name] != event[name] else repr(event[name]))
    assert [row for row in found if row["longitude"].startswith("-")]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(dataset: Dataset) -> None:
    view = with_texts(dataset, [f"{sign}1+1" for sign in TRIGGERS if sign.isprintable()])
    raw = FORMATS["xlsx"].make(view, dataset)
    assert isinstance(raw, bytes)
    book = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert {"=1+1", "@1+1"} <= {cell.value for cell in cells}
    assert [cell for cell in cells if cell.data_type == "n" and isinstance(cell.value, float)]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=20))
def test_raw_files_give_every_letter_back(dataset: Dataset, texts: list[str]) -> None:
    view = with_texts(dataset, [*texts, *(text for text in EVIL if "\x00" not in text)])
    found = rows(str(FORMATS["csv"].content(view, dataset, raw=True)))
    for column in ("title", "summary", "place_label", "note"):
        assert [row[column] for row in found] == list(view.events[column])
    safe = rows(str(FORMATS["csv"].content(view, dataset)))
    assert len(safe) == len(found)
    assert not [cell for row in safe for cell in (row["title"], row["note"]) if armed(cell)]


def test_raw_claims_are_those_of_the_tables(dataset: Dataset) -> None:
    statements = [EVIL[at % 8] + str(at) for at in range(len(dataset.tables.claims))]
    told = dataset.tables.claims.assign(statement=statements)
    kept, dataset.tables.claims["statement"] = dataset.tables.claims["statement"].copy(), statements
    try:
        view = dataset.view(Filter())
        raw = rows(str(FORMATS["claims"].content(view, dataset, raw=True)))
        safe = rows(str(FORMATS["claims"].content(view, dataset)))
    finally:
        dataset.tables.claims["statement"] = kept
    assert {row["statement"] for row in raw} == set(told["statement"])
    assert {row["statement"] for row in safe} == {f"'{text}" for text in statements}


def test_the_command_line_writes_both(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """`query --raw`: a data set of one's own with a title that is a formula."""

    own = copy_of(tmp_path / "sets", "Evil", "me", DATA)
    draft = load(own)
    events = [{**row, "title": f"=1+{at}"} for at, row in enumerate(draft.rows["events"])]
    save(own, Draft(draft.package, {**draft.rows, "events": events}, draft.version), "me", "evil")
    where = ["--data", str(layout(own))]
    made = {}
    for name, flags in (("safe", []), ("raw", ["--raw"])):
        path = tmp_path / f"{name}.csv"
        assert main(["query", *where, "--out", str(path), *flags]) == 0
        made[name] = {row["title"] for row in rows(path.read_text("utf-8"))}
        assert main(["verify", *where, str(path)]) == 0
        capsys.readouterr()
        assert main(["query", *where, *flags]) == 0
        assert {row["title"] for row in rows(capsys.readouterr().out)} == made[name]
    assert made["raw"] == {row["title"] for row in events}
    assert made["safe"] == {f"'{row['title']}" for row in events}
