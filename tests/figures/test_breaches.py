"""The axes of ceasefires: marks at minutes read off the tables by hand, one length for all."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.events.breaches import told_in_view
from dashboard.events.dataset import Dataset, View
from dashboard.figures.breaches import MARGIN, breach_axes
from dashboard.figures.breaches_axis import Axis, say_start, shared_axis
from dashboard.figures.theme import DARK, GREY, LIGHT, Theme
from tests.figures.helpers import CAPTION, HOSTILE, texts

COLUMNS = ["truce", "event_id", "side", "local", "minutes", "at_earliest", "statement", "contested"]
START = pd.Timestamp("2020-10-18 00:00")


def axes(
    dataset: Dataset, everything: View, theme: Theme = LIGHT, width: int = 800
) -> dict[str, Any]:
    truces, accounts = told_in_view(everything.events, dataset.events, dataset.tables.claims)
    return breach_axes(truces, accounts, dataset.names["speaker"], dataset.symbols["breach"],
                       theme, CAPTION, width)  # fmt: skip


def small(*rows: tuple[Any, ...], width: int = 800) -> dict[str, Any]:
    """One ceasefire with accounts (side, minutes, at_earliest, statement)."""
    truce = {"event_id": "t", "title": "A truce", "local": START, "utc": pd.NaT}
    told = [
        ("t", "b", side, START + pd.Timedelta(minutes=minutes), minutes, earliest, words, False)
        for side, minutes, earliest, words in rows
    ]
    accounts = pd.DataFrame(told, columns=COLUMNS)
    names = {"armenia": "Armenia", "azerbaijan": "Azerbaijan"}
    return breach_axes(pd.DataFrame([truce]), accounts, names, "star", LIGHT, CAPTION, width)


@pytest.fixture(scope="module")
def figure(dataset: Dataset, everything: View) -> dict[str, Any]:
    return axes(dataset, everything)


def test_marks_stand_at_the_minutes_of_the_tables(figure: dict[str, Any]) -> None:
    assert [trace["x"] for trace in figure["data"]] == [[0, 5], [2, 4], [5, 45]]
    assert [[t.strip("\u00a0") for t in trace["text"]] for trace in figure["data"]] == [
        ["after 12:00, no minute given: Azerbaijan", "12:05: Armenia"],
        ["00:02: Azerbaijan", "00:04: Armenia"],
        ["08:05: Azerbaijan", "08:45: Armenia"],
    ]


def test_all_axes_have_one_length_with_both_clocks(figure: dict[str, Any]) -> None:
    layout = figure["layout"]
    found = [layout[name] for name in ("xaxis", "xaxis2", "xaxis3")]
    assert len({tuple(axis["range"]) for axis in found}) == 1
    assert "xaxis4" not in layout
    assert [axis["ticktext"][0] for axis in found] == [
        "12:00 local<br>08:00 UTC",
        "00:00 local<br>20:00 UTC",
        "08:00 local<br>04:00 UTC",
    ]
    assert found[0]["range"][0] == 0 and found[0]["range"][1] >= 45
    tick = found[1]["tickvals"].index(10)
    assert found[1]["ticktext"][tick] == "00:10<br>20:10"


def test_the_second_truce_begins_on_another_day_in_utc(figure: dict[str, Any]) -> None:
    heads = [a["text"] for a in figure["layout"]["annotations"] if "from" in a["text"]]
    assert [h.split("from ")[1].removesuffix("</b>") for h in heads] == [
        "10 Oct 2020, 12:00 local = 08:00 UTC",
        "18 Oct 2020, 00:00 local = 17 Oct, 20:00 UTC",
        "26 Oct 2020, 08:00 local = 04:00 UTC",
    ]


def test_what_names_no_minute_has_a_band_and_no_mark(figure: dict[str, Any]) -> None:
    assert [trace["marker"]["opacity"] for trace in figure["data"]] == [[0, 1], [1, 1], [1, 1]]
    bands = [s for s in figure["layout"]["shapes"] if s["type"] == "rect"]
    assert [(b["xref"], b["x0"]) for b in bands] == [("x", 0)]
    end = figure["layout"]["xaxis"]["range"][1]
    assert bands[0]["x1"] > 0.95 * end
    (arrow,) = [s for s in figure["layout"]["shapes"] if s["type"] == "path"]
    assert f"L {end},0 L" in arrow["path"]


def test_sides_are_told_by_words_and_by_colour(figure: dict[str, Any]) -> None:
    azerbaijan, armenia = LIGHT.sides["azerbaijan"], LIGHT.sides["armenia"]
    for trace in figure["data"]:
        assert trace["marker"]["color"] == [azerbaijan, armenia]
        assert set(trace["marker"]["symbol"]) == {"triangle-down-open"}  # contested


def test_every_start_is_a_line(figure: dict[str, Any]) -> None:
    lines = [s for s in figure["layout"]["shapes"] if s["type"] == "line"]
    assert [(s["xref"], s["x0"], s["x1"]) for s in lines] == [
        ("x", 0, 0), ("x2", 0, 0), ("x3", 0, 0)
    ]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK, GREY], ids=lambda t: t.name)
@pytest.mark.parametrize("width", [330, 800, 1600])
def test_plotly_accepts_it_and_words_stay_inside(
    dataset: Dataset, everything: View, theme: Theme, width: int
) -> None:
    made = axes(dataset, everything, theme, width)
    go.Figure(made)
    low, high = made["layout"]["xaxis"]["range"]
    px = (width - MARGIN["l"] - MARGIN["r"]) / (high - low)
    late = made["data"][2]["textposition"][1]
    assert (late == "middle left") == ((high - 45) * px < 90)
    domains = [made["layout"][name]["domain"] for name in ("yaxis", "yaxis2", "yaxis3")]
    assert domains[0][0] > domains[1][1] and domains[1][0] > domains[2][1]
    assert all(0 <= a < b <= 1 for a, b in domains)


def test_an_account_before_the_start_widens_the_axis() -> None:
    made = small(("armenia", -7, False, "shot"), ("azerbaijan", 3, False, "shelled"))
    low, high = made["layout"]["xaxis"]["range"]
    assert low <= -7 and high >= 3
    assert made["layout"]["xaxis"]["ticktext"][0].endswith(" local")
    assert "offset from UTC not stated" in made["layout"]["annotations"][-1]["text"]


def test_an_axis_of_days_names_them() -> None:
    made = small(("armenia", 4 * 1440, False, "shot"))
    assert "19 Oct 00:00" in "".join(made["layout"]["xaxis"]["ticktext"])


@pytest.mark.parametrize(
    ("minutes", "width", "expected", "length"),
    [
        ([0, 5, 2, 4, 5, 45], 732, Axis(0, 50, 10), "50 minutes"),
        ([0, 5, 2, 4, 5, 45], 300, Axis(0, 60, 30), "60 minutes"),
        ([float("nan")], 732, Axis(0, 2, 1), "2 minutes"),
        ([], 732, Axis(0, 2, 1), "2 minutes"),
        ([300], 732, Axis(0, 360, 60), "6 hours"),
        ([4320], 732, Axis(0, 5040, 720), "84 hours"),
        ([3 * 525600], 732, Axis(0, 1612800, 322560), "1120 days"),
    ],
)
def test_the_axis_reaches_beyond_the_last_account(
    minutes: list[float], width: float, expected: Axis, length: str
) -> None:
    axis = shared_axis(pd.Series(minutes, dtype=float), width)
    assert axis == expected
    assert axis.length == length


def test_no_text_of_the_records_becomes_markup() -> None:
    made = small(("armenia", 3, False, HOSTILE), (HOSTILE, 5, False, "x"))
    assert not [t for t in texts(made) if "<script" in t or "<a " in t]


def test_an_hour_on_both_clocks() -> None:
    assert say_start(START, pd.Timestamp("2020-10-17 20:00")) == (
        "18 Oct 2020, 00:00 local = 17 Oct, 20:00 UTC"
    )
    assert say_start(START, pd.NaT) == "18 Oct 2020, 00:00 local (offset from UTC not stated)"
