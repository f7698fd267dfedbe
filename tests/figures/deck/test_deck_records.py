"""The tables, the numbers and the sources of a deck hold all that the view holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.accounts import accounts
from dashboard.events.counts import count
from dashboard.figures.deck.measure import count_lines, cut_cell, wrapped
from dashboard.figures.deck.numbers import numbers
from dashboard.figures.deck.rows import CONTINUED, HEADER, Row, pages
from dashboard.figures.deck.runs import Run, plain
from tests.figures.deck.conftest import Made, words


def _tables(made: Made) -> list[list[list[str]]]:
    frames = [f for s in made.titled("Records") for f in s.shapes if f.has_table]
    return [[[c.text_frame.text for c in row.cells] for row in f.table.rows] for f in frames]


def test_every_record_stands_once_in_the_tables(made: Made) -> None:
    rows = [row for table in _tables(made) for row in table[1:]]
    titles = [row[1].split("\n")[0] for row in rows if not row[0].startswith(CONTINUED)]
    assert titles == [" ".join(t.split()) for t in made.material.view.events["title"]]


def test_every_claim_stands_in_its_record(made: Made) -> None:
    rows = [row for table in _tables(made) for row in table[1:]]
    told = {}
    for event_id, row in zip(made.material.view.events["event_id"], rows, strict=True):
        told[event_id] = row[3]
    for event_id, text in told.items():
        for account in accounts(made.material.dataset, event_id):
            for claim in account.claims:
                number = made.material.citations.number(claim.source_id)
                assert f"{' '.join(claim.statement.split())} [{number}]" in text
                assert account.label in text
        for number in made.material.citations.by_event[event_id]:
            assert f"[{number}]" in text


def test_the_header_is_repeated(made: Made) -> None:
    assert all(tuple(table[0]) == HEADER for table in _tables(made))


def test_no_record_says_so(made: Made) -> None:
    if made.material.view.events.empty:
        for word in ("In numbers", "Timeline", "Records"):
            (slide,) = made.titled(word)
            assert "No record matches this filter: text “no such word”" in words(slide)


def test_the_numbers_are_those_of_the_view(made: Made) -> None:
    events = made.material.view.events
    if events.empty:
        return
    (slide,) = made.titled("In numbers")
    text = words(slide).split("\n")
    for number, sentence in numbers(made.material):
        assert text[text.index(sentence) - 1] == str(number)
    found = [number for number, _ in numbers(made.material)]
    assert found[0] == len(events)
    assert found[1] == events["contested"].sum()
    assert found[2:4] == [
        (events["sides"].map(len) > 1).sum(),
        (events["sides"].map(len) == 1).sum(),
    ]
    assert found[6] == made.material.view.off_map


def test_the_chart_counts_the_claims_of_each_side(made: Made) -> None:
    (slide,) = made.titled("In numbers")
    charts = [s.chart for s in slide.shapes if s.has_chart]
    counts = count(made.material.dataset, made.material.view).claims
    assert len(charts) == bool(counts)
    for chart in charts:
        labels = [made.material.dataset.names["speaker"][side] for side in counts]
        assert list(chart.plots[0].categories) == labels
        assert list(chart.plots[0].series[0].values) == list(counts.values())


def test_every_source_is_listed_with_its_address(made: Made) -> None:
    text = "\n".join(words(slide) for slide in made.titled("Sources"))
    for source in made.material.citations.sources:
        assert f"[{source.number}] {' '.join(source.text.split())}" in text
        assert (source.url or source.locator) in text


def test_a_record_higher_than_a_slide_goes_on_on_the_next() -> None:
    claims = tuple(plain(f"claim {i} " + "word " * 60) for i in range(60))
    when, what = (plain("1 May"),), (plain("Title", bold=True),)
    made = pages([Row("a", (when, what, (), claims)), Row("b", (when, what, (), ()))], 400)
    assert len(made) > 1
    assert all(sum(row.height for row in page) <= 400 for page in made)
    rows = [row for page in made for row in page if row.event_id == "a"]
    text = "".join(run.text for row in rows for p in row.cells[3] for run in p)
    assert text == "".join(run.text for p in claims for run in p)
    assert [row.continued for row in rows] == [False] + [True] * (len(rows) - 1)
    assert all(row.cells[0][0][0].text == CONTINUED for row in rows[1:])


@given(st.lists(st.text("ab ,mW%Şуշ", min_size=1), min_size=1), st.integers(1, 9))
def test_cutting_loses_nothing(texts: list[str], lines: int) -> None:
    cell = tuple((Run(text, bold=True), Run("x" + text)) for text in texts)
    head, tail = cut_cell(cell, lines, 40, 10)
    assert count_lines(head, 40, 10) <= lines
    whole = "".join(run.text for paragraph in cell for run in paragraph)
    assert "".join(run.text for p in (*head, *tail) for run in p) == whole


@pytest.mark.parametrize("text", ["", "a", "word " * 30, "w" * 300, "%D8" * 80])
def test_lines_are_no_wider_than_asked(text: str) -> None:
    lines = wrapped(text, 100, 10)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= 50 for line in lines)
