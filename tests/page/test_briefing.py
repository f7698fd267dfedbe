"""The Briefing page: the same view, a live preview, choices that count, a file that holds them."""

import io
from datetime import date
from unittest.mock import patch

import docx
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from dashboard.events.dataset import Dataset
from dashboard.figures.briefing import Brief
from dashboard.handout.carriers import READERS
from tests.page.conftest import OpenPage

CALLS = {"view": "briefing", "type": "call"}


def made(page: AppTest) -> bytes:
    """The file that was made, from the session."""
    content: bytes = page.session_state["made"][1]
    return content


def test_the_page_opens_from_the_records_and_leads_back(open_page: OpenPage) -> None:
    page = open_page()
    page.button(key="briefing").click().run()
    assert page.query_params["view"] in ("briefing", ["briefing"])
    assert [s.value for s in page.subheader] == ["Briefing"]
    page.button(key="back").click().run()
    assert "view" not in page.query_params
    assert page.subheader[0].value.startswith("Records (")


def test_the_preview_is_the_sheet_of_the_filter(open_page: OpenPage, dataset: Dataset) -> None:
    page = open_page(**CALLS)
    assert not page.exception
    (picture,) = page.get("image")
    (shown,) = picture.proto.imgs
    assert shown.url.endswith(".png")
    head = " ".join(h.proto.body for h in page.get("html"))
    calls = (dataset.events["event_type"] == "call").sum()
    assert f"{calls} of 75 records" in head


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "pptx", "docx"])
def test_each_form_is_made_with_the_records_of_the_view(
    open_page: OpenPage, dataset: Dataset, form: str
) -> None:
    page = open_page(**CALLS)
    page.selectbox(key="brief-form").select(form).run()
    page.button(key="brief-make").click().run()
    assert not page.exception
    trace = READERS[form](made(page))
    calls = dataset.events[dataset.events["event_type"] == "call"]
    assert list(trace.records) == list(calls.index)
    assert trace.query == {"type": ["call"]}
    assert page.get("download_button")[0].proto.label.startswith(f"Download {form.upper()} (")


def test_choices_are_in_the_file_and_asked_anew_when_changed(open_page: OpenPage) -> None:
    page = open_page(**CALLS, names="hy")
    names = next(s for s in page.main.selectbox if s.label == "Place names")
    assert names.value == "hy"
    assert not [s for s in page.sidebar.selectbox if s.label == "Place names"]
    page.text_input(key="brief-title").input("Şuşa, Շուշի").run()
    page.selectbox(key="brief-paper").select("a4").run()
    page.button(key="brief-make").click().run()
    picture = Image.open(io.BytesIO(made(page)))
    assert picture.size == (2480, 3508)
    brief: Brief = page.session_state["brief"]
    assert (brief.title, brief.names) == ("Şuşa, Շուշի", "hy")
    page.selectbox(key="brief-look").select("grey").run()
    labels = [b.proto.label for b in page.get("download_button")]
    assert not [label for label in labels if label.startswith("Download")]


def test_names_chosen_here_are_those_of_the_link_and_of_the_records(open_page: OpenPage) -> None:
    page = open_page(**CALLS)
    next(s for s in page.main.selectbox if s.label == "Place names").select("az").run()
    assert page.session_state["brief"].names == "az"
    assert page.query_params["names"] in ("az", ["az"])
    page.button(key="back").click().run()
    assert next(s for s in page.sidebar.selectbox if s.label == "Place names").value == "az"


def test_the_day_of_making_is_that_of_the_session(open_page: OpenPage) -> None:
    """A server lives for days; what it keeps from yesterday must not date today's file."""
    days = []
    for day in (date(2026, 11, 24), date(2026, 11, 25)):
        page = open_page(**CALLS)
        page.session_state["day"] = day
        page.run()
        page.button(key="brief-make").click().run()
        days.append(READERS["png"](made(page)).made)
    assert days == ["2026-11-24", "2026-11-25"]


def test_parts_that_are_not_ticked_are_left_out(open_page: OpenPage) -> None:
    page = open_page(**CALLS)
    page.checkbox(key="brief-part-map").uncheck().run()
    page.selectbox(key="brief-form").select("docx").run()
    page.button(key="brief-make").click().run()
    assert len(docx.Document(io.BytesIO(made(page))).inline_shapes) == 1


def test_an_empty_view_still_makes_a_briefing_that_says_so(open_page: OpenPage) -> None:
    page = open_page(view="briefing", q="no such word")
    page.selectbox(key="brief-form").select("docx").run()
    page.button(key="brief-make").click().run()
    assert not page.exception
    said = " ".join(p.text for p in docx.Document(io.BytesIO(made(page))).paragraphs)
    assert "0 of 75 records" in said


def test_the_data_beside_it_is_offered_in_every_form(open_page: OpenPage) -> None:
    labels = {b.proto.label for b in open_page(view="briefing").get("download_button")}
    assert {
        "CSV (zip)",
        "Excel",
        "GeoJSON",
        "Parquet",
        "TimelineJS (JSON)",
        "Sources (zip)",
    } <= labels


def test_nothing_is_fetched(open_page: OpenPage) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a briefing asked the network")

    with patch("socket.socket.connect", refused), patch("socket.getaddrinfo", refused):
        for form in ("png", "svg", "pdf", "pptx", "docx"):
            page = open_page(view="briefing", q="Shusha")
            page.selectbox(key="brief-form").select(form).run()
            page.button(key="brief-make").click().run()
            assert not page.exception and made(page)
