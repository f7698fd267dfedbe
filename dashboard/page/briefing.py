"""The Briefing page: choices on the left, the sheet as it will be on the right, and the file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from ..events.dataset import Dataset, View
from ..events.filters import Filter
from ..events.sets.crowd import MOST_MARKS
from ..figures.briefing import LOOKS, PAPERS, PARTS, Brief, Material
from ..figures.map_view import VIEWS, MapView
from ..figures.sheet.output import sheet_png
from ..figures.text import markdown_text
from ..handout.fonts import register_fonts
from ..handout.gather import gather
from ..handout.make import KINDS, make
from . import cache
from .address import link_query
from .downloads import draw_downloads
from .maps import view_choice
from .sidebar import LANES, NAMES, shown_as
from .timelines import file_name

PAPER_LABELS = dict(zip(PAPERS, ("Slide, 16:9", "Page, A4"), strict=True))
LOOK_LABELS = dict(zip(LOOKS, ("Light", "Dark", "Greyscale"), strict=True))
PART_LABELS = dict(zip(PARTS, ("Timeline", "Map", "Key records, tables", "Sources"), strict=True))
STEPS = 4  # as many as a form of briefing has at most


def draw_briefing(view: View, data: Dataset, where: MapView) -> None:
    """Choose, look, make, download; `where` is what the map shows."""
    st.subheader("Briefing")
    if view.crowd:
        st.info(f"A briefing names every record, and this view has {view.crowd:,}. Narrow the "
                f"filter to at most {MOST_MARKS:,} records; pictures of the counts are saved from "
                "the charts themselves.")  # fmt: skip
        return
    choices, preview = st.columns([1, 2.4], gap="medium")
    with choices:
        brief, form = _choices(where in VIEWS.values())
    value, day = view.filter.without_event(), st.session_state.day
    material = _material(value, data.tables.sha256, brief, _address(), day, where)
    with preview:
        _preview(material)
    with choices:
        _make(material, form)
    with st.expander("The data beside it: records, claims and sources as files"):
        draw_downloads(view, data)


def _choices(views: bool) -> tuple[Brief, str]:
    """Names, lanes and map are those of the display, as on the records' page and in the link;
    `views`: there is more than one view of the map."""
    before: Brief = st.session_state.setdefault("brief", Brief(""))
    form = _one("File", {key: kind.label for key, kind in KINDS.items()}, "png", "form")
    title = st.text_input("Title", before.title, max_chars=120, key="brief-title",
                          placeholder="The title of the data set")  # fmt: skip
    left, right = st.columns(2, gap="small")
    with left:
        paper = _one("Paper of the sheet", PAPER_LABELS, before.paper, "paper")
        shown_as("Place names", "names", NAMES)
    with right:
        look = _one("Look", LOOK_LABELS, before.look, "look")
        shown_as("Lanes by", "lanes", LANES)
    if views:
        view_choice()
    parts = _parts(before.parts, st.columns(2, gap="small"))
    shown = st.session_state.display
    brief = Brief(title, paper, look, shown.names, shown.lanes, shown.map, parts)
    st.session_state.brief = brief
    return brief, form


def _one(label: str, options: dict[str, str], value: str, key: str) -> str:
    return st.selectbox(label, list(options), list(options).index(value), key=f"brief-{key}",
                        format_func=options.__getitem__)  # fmt: skip


def _parts(chosen: tuple[str, ...], columns: Sequence[Any]) -> tuple[str, ...]:
    """The parts that are ticked, in the order of `PARTS`."""
    return tuple(
        part
        for index, (part, label) in enumerate(PART_LABELS.items())
        if columns[index % 2].checkbox(label, part in chosen, key=f"brief-part-{part}")
    )


def _address() -> str:
    """The address that opens this view on the records' page."""
    query = link_query(replace(st.session_state.display, view=""))
    base = (st.context.url or "").split("?")[0].rstrip("/") + "/"
    return f"{base}?{urlencode(query, doseq=True)}" if query else base


@lru_cache(maxsize=50)
def _material(
    value: Filter, sha256: str, brief: Brief, address: str, day: date, where: MapView
) -> Material:
    """`day` is that of making: a server lives longer than one."""
    data, view = cache.shown(value, sha256)
    return gather(data, view, brief, cache.boundaries(), day, address, where)


@lru_cache(maxsize=24)
def _picture(
    value: Filter, sha256: str, brief: Brief, address: str, day: date, where: MapView
) -> bytes:
    register_fonts()
    return sheet_png(_material(value, sha256, brief, address, day, where), dpi=110)


def _key(material: Material) -> tuple[Filter, str, Brief, str, date, MapView]:
    """What a picture or a file of the material depends on."""
    value, sha256 = material.view.filter.without_event(), material.dataset.tables.sha256
    brief, address = material.brief, material.permalink
    return value, sha256, brief, address, material.made, material.where


def _preview(material: Material) -> None:
    """The sheet as it will be; what a reader cannot see is said in words."""
    with st.spinner("Drawing the sheet …"):
        picture = _picture(*_key(material))
    st.image(picture, width="stretch", alt=f"Preview of the sheet: {material.view.sentence}")
    st.caption("The sheet (PNG, SVG and first page of the PDF). The deck and the chronology hold "
               "the same timeline and map, and every record with each side's claims.")  # fmt: skip


def _make(material: Material, form: str) -> None:
    """Make the file with a bar that says the step, then offer it for download."""
    wanted = *_key(material), form
    if st.button("Make the file", key="brief-make", width="stretch"):
        bar, done = st.progress(0.0, "Starting"), []

        def say(step: str) -> None:
            done.append(step)
            bar.progress(min(len(done) / (STEPS + 1), 1.0), markdown_text(step))

        st.session_state.made = wanted, make(material, form, say)
        bar.empty()
    made, content = st.session_state.get("made", (None, b""))
    if made == wanted:
        name = f"{file_name(material.view, material.dataset)}.{form}"
        label = f"Download {markdown_text(form.upper())} ({len(content) / 1024:,.0f} kB)"
        st.download_button(label, content, name, KINDS[form].mime, key="brief-download",
                           on_click="ignore", width="stretch")  # fmt: skip
    else:
        st.caption("The file is made when you ask for it; a change of choices asks anew.")
