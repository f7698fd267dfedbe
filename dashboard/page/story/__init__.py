"""The story page: records step by step, day by day, and the steps as files."""

import streamlit as st

from ...events.dataset import Dataset, View
from ...events.story import steps_of
from ..layout import draw_credits
from ..probe import Screen
from ..templates import FOLDER
from . import told
from .days import draw_days
from .editor import draw_editor
from .files import draw_files
from .left_out import say_left_out
from .reader import draw_reader

PARTS = ("Step by step", "Day by day", "Steps and files")


def draw_story(view: View, data: Dataset, screen: Screen) -> None:
    """One part of the page: to read, to play, or to choose, save and export."""
    st.html(FOLDER / "story.css")
    part = st.segmented_control("Part of the story", PARTS, default=PARTS[0], key="story-part",
                                label_visibility="collapsed", required=True)  # fmt: skip
    steps = steps_of(view, told.current().steps, set(data.events["event_id"]))
    say_left_out(steps)
    if part == PARTS[0]:
        draw_reader(view, data, screen, steps)
    elif part == PARTS[1]:
        draw_days(view, data, screen, PARTS[0])
    else:
        draw_editor(view, data, steps)
        draw_files(view, data, steps)
    draw_credits(data)
