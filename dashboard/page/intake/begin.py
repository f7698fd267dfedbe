"""Takes an article: its text, pasted or as a file, and what is known of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from ...events.dates import say_day
from ...events.faults import DataError
from ...events.intake import LONGEST, date_suggested, order_is_open, usable
from ...figures.text import clean_text, markdown_text
from .. import cache
from ..imports.words import list_faults
from ..reports import unless_gone
from .draft import Intake

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
ORDERS = {True: "Day first", False: "Month first"}
MAX_TEXT = 300


def draw_begin(now: Intake) -> None:
    """The text on the left, what is said of it on the right, and the button that proposes."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _draw_text(now)
    with right:
        _draw_day(now)
        draw_about(now, "begin")
    st.button("Propose records", key="intake-start", on_click=_start, args=(now,),
              disabled=not now.text.strip())  # fmt: skip


def _draw_text(now: Intake) -> None:
    key = now.widget("text")

    def typed() -> None:
        _take(now, st.session_state[key], "text", again=False)

    def handed() -> None:
        file = st.session_state[now.widget("file")]
        if file is None:
            return
        try:
            _take(now, file.getvalue().decode("utf-8-sig"), file.name, again=True)
        except UnicodeDecodeError as error:
            now.notice = (f"{markdown_text(file.name)}: byte {error.start:d} is no UTF-8. Save it "
                          "as plain text in UTF-8.")  # fmt: skip

    st.text_area("Text of the article", now.text, key=key, height=330,
                 on_change=unless_gone(lambda: now.turn, typed),
                 placeholder="Paste it here, with its paragraphs", max_chars=LONGEST)  # fmt: skip
    st.file_uploader("Or a file: plain text in UTF-8", key=now.widget("file"),
                     on_change=unless_gone(lambda: now.turn, handed),
                     max_upload_size=1)  # fmt: skip


def _take(now: Intake, text: str, name: str, again: bool) -> None:
    now.notice = ""
    if not text.strip():
        now.text = ""
        return
    try:
        now.text = clean_text(usable(text, name))
    except DataError as error:
        now.notice = list_faults(error.faults)
        return
    if again:  # the field is made anew, with what the file holds
        now.turn += 1


def _draw_day(now: Intake) -> None:
    key = now.widget("day")

    def told() -> None:
        now.about(day=st.session_state[key])

    def use(day: date) -> None:
        now.about(day=day)
        now.turn += 1

    st.date_input("Date of the article", now.article.day, FIRST, LAST, key=key,
                  on_change=unless_gone(lambda: now.turn, told),
                  format="YYYY-MM-DD",
                  help="“Saturday” and “two weeks ago” count from it. Left empty, they give no "
                       "date.")  # fmt: skip
    seen = date_suggested(now.text, now.day_first) if now.text else None
    if seen and seen[0] != now.article.day:
        words = f"The text bears “{markdown_text(seen[1])}”: use {say_day(seen[0])}?"
        st.button(words, key=now.widget("use-day"), on_click=use, args=(seen[0],), type="tertiary")
    if order_is_open(now.text):
        _draw_order(now)


def _draw_order(now: Intake) -> None:
    key = now.widget("order")

    def told() -> None:
        now.day_first = st.session_state[key]

    st.radio("Order of day and month in figures", list(ORDERS), key=key,
             on_change=unless_gone(lambda: now.turn, told),
             index=list(ORDERS).index(now.day_first) if now.day_first is not None else None,
             format_func=ORDERS.__getitem__, horizontal=True,
             help="Nothing in the text shows it. Not said, such dates stay empty.")  # fmt: skip


def draw_about(now: Intake, place: str) -> None:
    """What is said of the article; `place` tells the fields of one spot from those of another."""

    def told(name: str, key: str) -> Callable[[], None]:
        return lambda: now.about(**{name: _plain(st.session_state[key])})

    def line(name: str, title: str, about: str) -> None:
        key = now.widget(f"{place}-{name}")
        st.text_input(title, getattr(now.article, name), key=key, max_chars=MAX_TEXT, help=about,
                      on_change=unless_gone(lambda: now.turn, told(name, key)))  # fmt: skip

    line("publisher", "Publisher", "Who speaks where the text does in its own voice.")
    line("title", "Title of the article", "As printed, or a description.")
    line("affiliation", "Affiliation of the publisher", "With whom it is linked, as far as known.")
    line("url", "Address", "http or https; may stay empty.")
    sides = cache.dataset().names["speaker"]
    key = now.widget(f"{place}-side")
    chosen = now.publisher["side"]
    st.selectbox("Side of the publisher", list(sides), key=key,
                 on_change=unless_gone(lambda: now.turn, told("side", key)),
                 index=list(sides).index(chosen) if chosen in sides else None,
                 format_func=sides.__getitem__, placeholder="None chosen",
                 disabled=now.publisher["actor_id"] in now.words.actors.name,
                 help="Fixed where the publisher is an actor of the curated records.")  # fmt: skip


def _plain(value: Any) -> Any:
    return clean_text(value).strip() if isinstance(value, str) else value or ""


def _start(now: Intake) -> None:
    try:
        now.start()
    except DataError as error:
        now.notice = list_faults(error.faults)
