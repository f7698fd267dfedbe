"""Records, claims and sources: each once, in order of time, with the right numbers."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn

from dashboard.events.accounts import accounts
from dashboard.events.citations import cite
from dashboard.events.dataset import Dataset, View
from dashboard.figures.chronology.inline import one_line
from dashboard.figures.chronology.periods import by_period
from dashboard.figures.theme import GREY, LIGHT, colour_group

Written = Callable[..., Any]
FIXED = {"In numbers", "Timeline and map", "Sources", "About this document"}


def styled(document: Any, *names: str) -> list[Any]:
    return [p for p in document.paragraphs if p.style.name in names]


def said(paragraph: Any) -> tuple[str, list[int]]:
    """Text before the sources and their numbers."""
    text = paragraph.text.split("\n")[0]
    found = re.search(r"((?:\[\d+\])*)$", text)
    assert found
    return text[: found.start()], [int(n) for n in re.findall(r"\d+", found.group())]


def anchors(paragraph: Any) -> list[str]:
    return [link.get(qn("w:anchor")) for link in paragraph._p.findall(qn("w:hyperlink"))]


def test_each_record_once_in_order_of_time(written: Written, dataset: Dataset, view: View) -> None:
    document = written(dataset, view)
    told = [p.text for p in styled(document, "Heading 2")]
    order = [i for _, ids in by_period(view.events) for i in ids]
    assert sorted(order) == sorted(view.events["event_id"])
    rows = view.events.loc[order]
    assert told == [
        one_line(f"{when} · {title}")
        for when, title in zip(rows["date_label"], rows["title"], strict=True)
    ]


def test_each_claim_with_the_number_of_its_source(
    written: Written, dataset: Dataset, view: View
) -> None:
    document, citations = written(dataset, view), cite(dataset, view)
    claims = [
        claim
        for _, ids in by_period(view.events)
        for event_id in ids
        for account in accounts(dataset, event_id)
        for claim in account.claims
    ]
    found = styled(document, "Claim")
    assert [said(p) for p in found] == [
        (one_line(c.statement), [citations.number(c.source_id)]) for c in claims
    ]
    for paragraph, claim in zip(found, claims, strict=True):
        told = paragraph.text.split("\n")[1]
        assert told.startswith(claim.speaker)
        assert ("contested" in told.split(" · ")) == claim.contested


def test_each_record_has_its_summary_and_all_its_sources(
    written: Written, dataset: Dataset, view: View
) -> None:
    document, citations = written(dataset, view), cite(dataset, view)
    order = [i for _, ids in by_period(view.events) for i in ids]
    assert [said(p) for p in styled(document, "Record Text")] == [
        (one_line(view.events.loc[i, "summary"]), list(citations.by_event[i])) for i in order
    ]


def test_references_lead_to_the_entry_of_their_number(
    written: Written, dataset: Dataset, view: View
) -> None:
    document, citations = written(dataset, view), cite(dataset, view)
    marks = {}
    for entry in styled(document, "Source"):
        start = entry._p.find(qn("w:bookmarkStart"))
        marks[start.get(qn("w:name"))] = entry.text
    assert list(marks) == [f"source_{c.number}" for c in citations.sources]
    for citation in citations.sources:
        assert marks[f"source_{citation.number}"].startswith(one_line(citation.text))
    for paragraph in styled(document, "Claim", "Record Text"):
        names = anchors(paragraph)
        assert names == [f"source_{n}" for n in said(paragraph)[1]]
        assert set(names) <= set(marks)


def test_headings(written: Written, dataset: Dataset, view: View) -> None:
    document = written(dataset, view)
    years = [p.text for p in styled(document, "Heading 1") if p.text not in FIXED]
    assert years == [heading for heading, _ in by_period(view.events)]
    assert [p.text for p in styled(document, "Title")] == ["Şuşa, Շուշի, Шуша"]


@pytest.mark.parametrize(("look", "theme"), [("light", LIGHT), ("dark", LIGHT), ("grey", GREY)])
def test_sides_are_named_and_have_their_colour(
    written: Written, dataset: Dataset, everything: View, look: str, theme: Any
) -> None:
    document = written(dataset, everything, look=look)
    colours = {
        label: theme.sides[colour_group((side,))]
        for side, label in dataset.names["speaker"].items()
    }
    label = ""
    for paragraph in styled(document, "Claim Side", "Claim"):
        label = paragraph.text if paragraph.style.name == "Claim Side" else label
        line = paragraph._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:left')}")
        assert f"#{line.get(qn('w:color'))}" == colours[label]


def test_without_a_list_of_sources_they_are_named(
    written: Written, dataset: Dataset, everything: View
) -> None:
    document = written(dataset, everything, parts=("records",))
    assert not styled(document, "Source")
    for paragraph in styled(document, "Claim"):
        assert not anchors(paragraph)
        assert "source: " in paragraph.text


def test_without_records_there_are_none(
    written: Written, dataset: Dataset, everything: View
) -> None:
    document = written(dataset, everything, parts=("sources",))
    assert not styled(document, "Heading 2", "Claim")
    assert styled(document, "Source")
