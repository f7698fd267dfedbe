"""The words of figures: hover, caption, text alternatives; escaped, complete, honest when empty."""

import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.alt import alt_map, alt_overview, alt_timeline
from dashboard.figures.caption import Caption, frame, wrap
from dashboard.figures.hover import hover_lines, hover_texts
from dashboard.figures.map_marks import MapMarks, map_marks
from dashboard.figures.marks import LANES_BY
from dashboard.figures.text import width_px
from dashboard.figures.theme import LIGHT
from tests.figures.helpers import HOSTILE, SIDES, lay, real_layout, symbols, table

MARGIN = {"l": 50, "r": 10, "t": 40, "b": 8}


def test_hover_says_what_when_where_and_who_says_so() -> None:
    row = {"title": "Call", "place_label": "Baku", "sides": ("un", "armenia"), "contested": True,
           "layer": "article"}  # fmt: skip
    assert hover_lines(table(row).to_dict("records")[0], SIDES) == [
        "Call", "7 Nov 2020", "Baku", "Accounts: UN, Armenia", "contested · said in the article",
    ]  # fmt: skip


def test_hover_leaves_out_what_is_not_known_and_says_that_no_one_tells_it() -> None:
    lines = hover_lines(table({"sides": (), "date": ""}).to_dict("records")[0], SIDES)
    assert lines == ["Record 0", "date not known", "Accounts: no account",
                     "not contested · context"]  # fmt: skip


def test_hover_of_every_record_is_escaped() -> None:
    text = hover_texts(table({"title": HOSTILE, "place_label": HOSTILE}), {"azerbaijan": "A<b>"})
    plain = text["r0"].replace("<br>", "").removeprefix("<b>").replace("</b>", "", 1)
    assert "<" not in plain
    assert "&lt;script&gt;" in plain


def test_hover_has_an_entry_for_each_record(view: View) -> None:
    assert set(hover_texts(view.events, {})) == set(view.events["event_id"])


@pytest.mark.parametrize("width", [40, 120, 400])
def test_wrapped_lines_fit_and_lose_no_word(width: float) -> None:
    text = "Armenia or Azerbaijan · 27 Sep – 10 Nov 2020 · 41 of 75 records · 3 not on the map"
    lines = wrap(text, width, 12)
    assert " ".join(lines) == text
    assert all(width_px(line, 12) <= width or " " not in line for line in lines)
    longest = 10_000
    assert wrap(text, longest) == [text]
    assert wrap("", width) == [""]


def test_each_line_of_the_foot_makes_room_for_itself() -> None:
    one, three = (frame(Caption("t", "s", ("line",) * n), LIGHT, 600, MARGIN, 2) for n in (1, 3))
    assert three["margin"]["b"] - one["margin"]["b"] == 2 * (one["margin"]["b"] - MARGIN["b"])
    assert [len(f["annotations"][1]["text"].split("<br>")) for f in (one, three)] == [1, 3]
    legend, ticks = one["share"]
    assert 0 < legend < ticks < 1
    assert frame(Caption("t", "s", ()), LIGHT, 600, MARGIN, 0)["share"][0] == 0


@pytest.mark.parametrize("by", LANES_BY)
def test_the_timeline_is_told_with_its_lanes_and_its_finding(
    dataset: Dataset, view: View, by: str
) -> None:
    layout = real_layout(dataset, view, by)
    said = alt_timeline(layout, view.events, view.sentence)
    assert view.sentence in said
    if view.events.empty:
        assert said == f"Timeline with no records: {view.sentence}."
        return
    for lane in layout.lanes:
        count = len({i for m in lane.marks for i in m.event_ids})
        assert f"{lane.label} {count}" in said
    assert f"Contested: {int(view.events['contested'].sum())}." in said


def test_the_busiest_day_is_the_finding() -> None:
    events = table({"date": "2020-11-05"}, {"date": "2020-11-09"}, {"date": "2020-11-09T08:00:00"})
    said = alt_timeline(lay(events), events, "all")
    assert "2 on 9 Nov 2020" in said
    year = table({"date": "2020"})
    assert "on one day" not in alt_timeline(lay(year), year, "all")  # the day is not known


def test_the_overview_is_told_with_its_span_and_its_busiest_year() -> None:
    events = table({"date": "1991-06-04"}, {"date": "2020-11-05"}, {"date": "2020-11-07"})
    said = alt_overview(events)
    for words in ("3 records", "from 1991 to 2020", "(2) in 2020"):
        assert words in said
    assert alt_overview(table()) == "Overview with no dated records."


def test_the_map_is_told_with_its_places_and_what_it_leaves_out(
    dataset: Dataset, view: View
) -> None:
    marks = map_marks(view.events, view.locations, symbols(dataset))
    said = alt_map(marks, view.sentence, 3)
    assert view.sentence in said
    if not len(view.locations):
        assert said == f"Map with no records: {view.sentence}."
        return
    assert "3 records are not on the map" in said
    assert f"{len(marks.arcs)} links" in said
    for found in (marks.places, marks.areas):
        if found:
            top = max(found, key=lambda m: m.records.count)
            assert f"{top.name} {top.records.count}" in said


def test_the_map_names_no_place_where_there_are_only_areas(
    dataset: Dataset, everything: View
) -> None:
    marks = map_marks(everything.events, everything.locations, symbols(dataset))
    said = alt_map(MapMarks((), marks.areas, ()), "all", 0)
    assert "Places with most records: none." in said
