"""What a picture of the timeline says of itself, and that no text of a record is markup in it."""

import re

import pandas as pd

from dashboard.figures.caption import Caption
from dashboard.figures.timeline import ONCE
from tests.figures.helpers import CAPTION, HOSTILE, draw, lay, table, texts


def test_the_picture_says_its_filter_counts_sources_version_and_day() -> None:
    foot = ("12 sources · data of 2024-05-01, sha 1234abcd", "made 3 May 2024")
    caption = Caption("Timeline of records", "Armenia · 7 Nov 2020 · 1 of 75 records", foot)
    events = table({})
    said = " ".join(a["text"] for a in draw(events, lay(events), caption=caption)["layout"]
                    ["annotations"])  # fmt: skip
    for words in (caption.title, caption.subtitle, *foot):
        assert words in said


def test_the_picture_says_when_records_stand_in_one_lane_only() -> None:
    crowd = table(
        *({"date": f"2020-11-{d:02}", "sides": ("azerbaijan", "un")} for d in range(1, 9))
    )
    for rows, once in ((1, True), (60, False)):
        layout = lay(crowd, by="speaker", rows=rows)
        assert layout.once is once
        assert (ONCE in " ".join(texts(draw(crowd, layout)["layout"]["annotations"]))) is once


def test_no_text_of_a_record_becomes_markup() -> None:
    events = table({"title": HOSTILE, "place_label": HOSTILE, "date": "2020-11-02/2020-11-29"},
                   {"title": HOSTILE, "date": "2020-11-20"})  # fmt: skip
    caption = Caption(HOSTILE, HOSTILE, (HOSTILE,))
    figure = draw(events, lay(events), caption=caption)
    found = list(texts(figure))
    assert any("&lt;b&gt;bold" in text for text in found)
    for text in found:
        tags = set(re.findall(r"<[^>]*>?", text))
        assert tags <= {"<b>", "</b>", "<br>", "<extra>", "</extra>"}
        assert "<b>bold" not in text


def test_an_empty_view_is_a_frame_with_its_words() -> None:
    figure = draw(table(), lay(table()))
    assert not [t for t in figure["data"] if t.get("customdata")]
    assert CAPTION.subtitle in " ".join(texts(figure["layout"]["annotations"]))
    assert figure["layout"]["yaxis"]["ticktext"] == []


def test_lane_names_stand_at_their_lanes_and_ceasefires_only_where_there_are_some() -> None:
    events = table({"event_id": "t", "event_type": "act"}, {"event_type": "strike"})
    layout = lay(events)
    truce = {"event_id": "t", "title": "t", "begins": pd.Timestamp("2020-11-07 08:00"),
             "breaches": (), "held_until": pd.NaT}  # fmt: skip
    for rows, first in (([truce], ["Ceasefires"]), ([], []), ([truce | {"event_id": "x"}], [])):
        axis = draw(events, layout, pd.DataFrame(rows, columns=list(truce)))["layout"]["yaxis"]
        assert axis["ticktext"] == [*first, "Strike", "Act"]
        assert axis["tickvals"][-2:] == [x.top + x.rows / 2 for x in layout.lanes]
