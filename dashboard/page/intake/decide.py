"""One proposal at a time: what is proposed, from which words, and accept, mend or drop."""

from typing import Any

import streamlit as st

from ...events.dates import say_edtf
from ...events.intake import ARTICLE, Entry
from ...events.tables import split_list
from ...figures.text import shorten
from .. import cache
from ..reports import unless_gone
from ..templates import render
from .draft import ACCEPTED, DROPPED, SAVED, Intake, label
from .marked import pieces
from .mend import draw_mend

SIGNS = {ACCEPTED: "✓", DROPPED: "✗", SAVED: "✓ saved:"}
WORDS = 50  # letters of a proposal in the list


def draw_decide(now: Intake) -> None:
    """How far it has come, the proposal, and the buttons; or its fields while it is mended."""
    decided, count = len(now.states), len(now.proposals)
    st.progress(decided / count, f"{decided} of {count} decided")
    _draw_way(now)
    st.html(render("intake_card.html", p=now.shown, e=_words(now)))
    if now.states.get(now.at) == SAVED:
        st.caption("It is saved. Change it under “Records by hand”.")
    elif now.mending:
        draw_mend(now)
    else:
        _draw_buttons(now)


def _draw_way(now: Intake) -> None:
    """Back, the list, and on."""
    key = now.widget("go")

    def gone() -> None:
        now.go(st.session_state[key])

    def named(number: int) -> str:
        sign = SIGNS.get(now.states.get(number, ""), "○")
        return f"{sign} {number}. {shorten(now.proposals[number - 1].text, WORDS)}"

    with st.container(horizontal=True, key="intake-way"):
        st.button("‹", key="intake-back", on_click=now.go, args=(now.at - 1,), shortcut="Left",
                  disabled=now.at == 1, help="The proposal before")  # fmt: skip
        st.selectbox("Proposal", [p.number for p in now.proposals], now.at - 1, key=key,
                     on_change=unless_gone(lambda: now.turn, gone), format_func=named,
                     label_visibility="collapsed")  # fmt: skip
        st.button("›", key="intake-on", on_click=now.go, args=(now.at + 1,), shortcut="Right",
                  disabled=now.at == len(now.proposals), help="The next proposal")  # fmt: skip


def _draw_buttons(now: Intake) -> None:
    with st.container(horizontal=True, key="intake-choice"):
        st.button("Accept", key="intake-accept", on_click=_accept, args=(now,), shortcut="A",
                  width="stretch")  # fmt: skip
        st.button("Mend", key="intake-mend", on_click=_mend, args=(now,), shortcut="M",
                  width="stretch")  # fmt: skip
        st.button("Drop", key="intake-drop", on_click=now.drop, shortcut="D", width="stretch")


def _accept(now: Intake) -> None:
    now.accept(now.entry())


def _mend(now: Intake) -> None:
    now.mending, now.turn = True, now.turn + 1


def _words(now: Intake) -> dict[str, Any]:
    """What the card shows of the record, in words."""
    entry: Entry = now.entry()
    actors, places = label(now.known, "actors"), label(now.known, "places")
    cells, one = entry.cells, now.shown
    speakers = [now.article.publisher or "the article" if s == ARTICLE else actors.get(s, s)
                for s in entry.speakers]  # fmt: skip
    return {
        "state": now.states.get(now.at, ""),
        "pieces": pieces(now.text, one.start, one.end, one.marks),
        "title": cells["title"],
        "date": cells["date"],
        "dated": _say(cells["date"]),
        "actors": [actors.get(a, a) for a in split_list(cells["actors"])],
        "places": [places.get(p, p) for p in split_list(cells["places"])],
        "type": cache.dataset().names["type"].get(cells["event_type"], ""),
        "speakers": speakers,
        "contested": entry.contested,
    }


def _say(edtf: str) -> str:
    try:
        return say_edtf(edtf)
    except ValueError:
        return "not a date that can be read"
