"""The detail timeline: what stands in its traces, what its picture says, what can be picked."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.caption import Caption
from dashboard.figures.marks import LANES_BY
from dashboard.figures.theme import LIGHT, THEMES
from dashboard.figures.timeline import timeline
from tests.figures.helpers import draw, lay, real_layout, symbols, table, types

RECORDS = ("records", "records over time")


def traces(figure: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    return [t for t in figure["data"] if t.get("name") in names]


def picks(figure: dict[str, Any]) -> set[str]:
    return {i for t in traces(figure, *RECORDS) for ids in t["customdata"] for i in ids}


def real(dataset: Dataset, view: View, by: str, theme: str = "light") -> dict[str, Any]:
    caption = Caption("Timeline of records", view.sentence, (f"{dataset.tables.version}",))
    return timeline(
        real_layout(dataset, view, by), view.events, dataset.truces, dataset.names["speaker"],
        types(dataset), THEMES[theme], caption, 600,
    )  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("by", LANES_BY)
def test_plotly_takes_every_view(dataset: Dataset, view: View, by: str, theme: str) -> None:
    figure = real(dataset, view, by, theme)
    made = go.Figure(figure)  # raises on any unknown name or value
    assert len(made.data) == len(figure["data"])
    assert made.layout.height == 600


@pytest.mark.parametrize("by", LANES_BY)
def test_what_can_be_picked_is_what_the_view_holds(dataset: Dataset, view: View, by: str) -> None:
    assert picks(real(dataset, view, by)) == set(view.events["event_id"])


def test_each_trace_gives_every_point_its_own_data(dataset: Dataset, view: View) -> None:
    for trace in traces(real(dataset, view, "type"), *RECORDS):
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"])
        assert len(trace["hovertext"]) == len(trace["x"])


def test_contested_points_are_open_and_the_others_solid(dataset: Dataset, everything: View) -> None:
    known, seen = symbols(dataset), set()
    for trace in traces(real(dataset, everything, "type"), "records"):
        for ids, symbol in zip(trace["customdata"], trace["marker"]["symbol"], strict=True):
            rows = everything.events.loc[ids]
            hollow = bool(rows["contested"].all())
            shape = known[rows["event_type"].iloc[0]] if len(ids) == 1 else "circle"
            assert symbol == shape + ("-open" if hollow else "")
            seen.add(hollow)
    assert seen == {True, False}


def test_a_pile_carries_its_number_and_names_its_records() -> None:
    events = table(*[{"title": f"Title {i}"} for i in range(11)])
    figure = draw(events, lay(events, "2020-01-01", "2020-12-31", rows=2))
    (trace,) = traces(figure, "records")
    assert trace["text"] == ["11"]
    assert "Title 7" in trace["hovertext"][0]
    assert "and 3 more" in trace["hovertext"][0]


def test_doubt_is_hatched_and_a_period_is_not() -> None:
    events = table({"date": "2020-11"}, {"date": "2020-11-02/2020-11-20"})
    (trace,) = traces(draw(events, lay(events)), "records over time")
    shapes = dict(zip((i for (i,) in trace["customdata"]), trace["marker"]["pattern"]["shape"],
                      strict=True))  # fmt: skip
    assert bool(shapes["r0"]) and not shapes["r1"]
    extent = {i: (b, ms) for (i,), b, ms in zip(trace["customdata"], trace["base"], trace["x"],
                                               strict=True)}  # fmt: skip
    assert extent["r1"] == ("2020-11-02T00:00:00", 19 * 86_400_000)
    assert not traces(draw(events, lay(events)), "records")


@pytest.mark.parametrize("date", ["2020-11-06T00:00:00+04:00", "2020-11-06/2020-11-29"])
def test_what_begins_where_a_panel_begins_is_drawn_there_and_only_there(date: str) -> None:
    events = table({"date": date})
    periods = [("early", "2020-11-01", "2020-11-05"), ("late", "2020-11-06", "2020-11-30")]
    made = draw(events, lay(events, "2020-11-01", "2020-11-30", *periods))
    assert [t["xaxis"] for t in traces(made, *RECORDS)] == ["x2"]


def test_open_ends_point_beyond_the_window() -> None:
    events = table({"date": "../2020-11-07"}, {"date": "2020-11-07/.."})
    (trace,) = traces(draw(events, lay(events)), "open ends")
    ends = dict(zip(trace["marker"]["symbol"], trace["x"], strict=True))
    assert ends["triangle-left"].startswith("2020-11-01")
    assert ends["triangle-right"].startswith("2020-12-01")
    closed = table({"date": "2020-10-01/2020-12-31"})
    assert not traces(draw(closed, lay(closed)), "open ends")


@pytest.mark.parametrize("date", ["2020-11-07", "2020-11-02/2020-11-20"])
def test_only_the_marked_record_is_ringed(date: str) -> None:
    events = table({"date": date}, {"date": "2020-11-25"}, {"date": "2020-11-01/2020-11-28"})
    layout = lay(events, width=600)
    (ring,) = traces(draw(events, layout, selected="r0"), "selected")
    mark = next(m for m in layout.marks if m.event_ids == ("r0",))
    assert ring["y"] == [mark.row + 0.5]
    assert (ring.get("base") or ring["x"]) == [mark.begins.isoformat()]
    assert not traces(draw(events, layout), "selected")
    assert not traces(draw(events, layout, selected="gone"), "selected")


def test_a_marked_record_in_a_pile_rings_the_pile() -> None:
    events = table(*[{}] * 6)
    layout = lay(events, "2020-01-01", "2020-12-31", rows=2)
    (ring,) = traces(draw(events, layout, selected="r4"), "selected")
    assert len(ring["x"]) == 1


def test_an_axis_and_a_trace_stand_for_every_panel_even_an_empty_one() -> None:
    periods = [(f"p{m}", f"2020-0{m}-01", f"2020-0{m}-28") for m in range(1, 5)]
    events = table({"date": "2020-03-07"})
    layout = lay(events, "2020-01-01", "2020-04-28", *periods)
    figure = draw(events, layout)
    names = ["x", "x2", "x3", "x4"]
    for name, panel in zip(names, layout.panels, strict=True):
        axis = figure["layout"]["xaxis" + name[1:]]
        assert axis["domain"] == [panel.left, panel.right]
        assert axis["range"] == [panel.first.isoformat(), panel.end.isoformat()]
    assert {t["xaxis"] for t in figure["data"]} >= set(names)


def test_bars_and_points_are_drawn_in_the_colour_of_their_side() -> None:
    events = table({"sides": ("armenia",)}, {"sides": ("un", "armenia"), "date": "2020-11-20"})
    (trace,) = traces(draw(events, lay(events, width=600)), "records")
    colours = {i: c for (i,), c in zip(trace["customdata"], trace["marker"]["color"], strict=True)}
    assert colours == {"r0": LIGHT.sides["armenia"], "r1": LIGHT.sides["several"]}
