"""Ceasefires above the lanes: a window from the hour of effect to the first breach that any side
alleges, and a tick for each side at its minute."""

from typing import Any

import pandas as pd
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.figures.lanes import Layout
from dashboard.figures.theme import LIGHT
from dashboard.figures.truce_strip import truce_strip
from tests.figures.helpers import HOSTILE, NO_TRUCES, SIDES, lay, real_layout, table

BEGINS = pd.Timestamp("2020-11-07 08:00")
HELD = ("2020-11-07 08:04", "2020-11-07 09:30")
CUT = (("early", "2020-11-01", "2020-11-06"), ("late", "2020-11-07", "2020-11-30"))


def truce(
    begins: pd.Timestamp = BEGINS, breaches: tuple[tuple[str, str, str], ...] = (), name: str = "t"
) -> dict[str, Any]:
    told = tuple((side, pd.Timestamp(clock), words) for side, clock, words in breaches)
    until = told[0][1] if told else pd.NaT
    return {"event_id": name, "title": name, "begins": begins, "breaches": told,
            "held_until": until}  # fmt: skip


def strip(*rows: dict[str, Any], layout: Layout | None = None) -> tuple[list, list, list]:
    frame = pd.DataFrame(list(rows), columns=NO_TRUCES.columns)
    return truce_strip(frame, layout or lay(table({})), SIDES, LIGHT)


def windows(shapes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(s["x0"], s["x1"]) for s in shapes if s["type"] == "rect"]


BREACHES = (("armenia", HELD[0], "shelled"), ("azerbaijan", HELD[1], "shot"))


def test_the_window_lasts_from_the_hour_of_effect_to_the_first_alleged_breach() -> None:
    _, shapes, _ = strip(truce(breaches=BREACHES))
    assert windows(shapes) == [("2020-11-07T08:00:00", "2020-11-07T08:04:00")]
    starts = {s["x0"] for s in shapes}
    assert starts == {"2020-11-07T08:00:00"}


def test_each_side_has_one_tick_at_its_minute_in_its_colour() -> None:
    (ticks,), _, _ = strip(truce(breaches=BREACHES))
    assert ticks["x"] == ["2020-11-07T08:04:00", "2020-11-07T09:30:00"]
    assert len(set(ticks["y"])) == 2  # minutes apart, both can be seen
    assert set(ticks["customdata"]) == {"t"}
    assert list(ticks["marker"]["color"]) == [LIGHT.sides[side] for side, _, _ in BREACHES]
    for (side, clock, words), hover in zip(BREACHES, ticks["hovertext"], strict=True):
        assert SIDES[side] in hover
        assert clock[-5:] in hover
        assert words in hover


def test_a_truce_with_no_alleged_breach_has_a_start_and_no_end() -> None:
    traces, shapes, _ = strip(truce())
    assert traces == []
    assert windows(shapes) == []
    assert {s["type"] for s in shapes} == {"line"}
    assert {(s["x0"], s["x1"]) for s in shapes} == {("2020-11-07T08:00:00", "2020-11-07T08:00:00")}


@pytest.mark.parametrize("begins", ["2020-10-31 23:59", "2020-12-01 00:00", "1994-05-12 00:00"])
def test_no_truce_is_drawn_outside_the_window(begins: str) -> None:
    assert strip(truce(pd.Timestamp(begins), BREACHES)) == ([], [], [])


def test_without_truces_the_strip_is_empty() -> None:
    assert strip() == ([], [], [])


def test_a_truce_stands_on_the_axis_of_its_panel() -> None:
    layout = lay(table({}), "2020-11-01", "2020-11-30", *CUT)
    early, late = truce(pd.Timestamp("2020-11-03 10:00")), truce(breaches=BREACHES, name="late")
    traces, shapes, notes = strip(early, late, layout=layout)
    assert {(s["x0"][:10], s["xref"]) for s in shapes} == {
        ("2020-11-03", "x"),
        ("2020-11-07", "x2"),
    }
    assert [t["xaxis"] for t in traces] == ["x2"]
    assert [n["xref"] for n in notes] == ["x", "x2"]


def test_a_truce_at_the_very_start_of_a_panel_is_drawn_once() -> None:
    layout = lay(table({}), "2020-11-01", "2020-11-30", *CUT)
    _, shapes, _ = strip(truce(pd.Timestamp("2020-11-07"), BREACHES), layout=layout)
    assert {s["xref"] for s in shapes} == {"x2"}
    assert len(windows(shapes)) == 1


def test_the_hour_of_effect_is_written_where_there_is_room() -> None:
    _, _, notes = strip(truce())
    assert [n["text"] for n in notes] == ["7 Nov 08:00"]
    crowd = [truce(BEGINS + pd.Timedelta(hours=h), name=f"t{h}") for h in range(5)]
    _, shapes, notes = strip(*crowd)
    assert len({s["x0"] for s in shapes}) == 5  # all are drawn
    assert len(notes) == 1  # but their words would lie on each other


def test_the_order_of_the_table_does_not_matter() -> None:
    later = truce(pd.Timestamp("2020-11-20 10:00"), name="later")
    assert strip(truce(), later) == strip(later, truce())


def test_a_claim_cannot_bring_markup_into_the_hover() -> None:
    (ticks,), _, _ = strip(truce(breaches=(("un", HELD[0], HOSTILE),)))
    for text in (*ticks["hovertext"], *ticks["text"]):
        assert "<script" not in text
        assert "<a " not in text
        assert "<b>bold" not in text


def test_the_truces_of_the_records(dataset: Dataset, everything: View) -> None:
    layout = real_layout(dataset, everything, "type")
    traces, shapes, _ = truce_strip(dataset.truces, layout, dataset.names["speaker"], LIGHT)
    known = dataset.truces
    assert len(known) >= 4
    assert {s["x0"] for s in shapes} == {t.isoformat() for t in known["begins"]}
    alleged = known[known["held_until"].notna()]
    pairs = zip(alleged["begins"], alleged["held_until"], strict=True)
    assert windows(shapes) == [(a.isoformat(), b.isoformat()) for a, b in sorted(pairs)]
    assert sum(len(t["x"]) for t in traces) == known["breaches"].map(len).sum()
    assert all(a <= b for a, b in windows(shapes))  # a breach is alleged in the very first minute
