"""Asks the browser what the server cannot know: WebGL, the room there is, and Back or Forward."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

STEP = 20  # px; sizes are reported in steps, so that small changes cause no rerun
COOKIE = "dashboard_screen"
NARROW = 640  # px
SCRIPT = Path(__file__).parent / "fragments" / "probe.js"


@dataclass(frozen=True)
class Screen:
    """What the browser offers: WebGL (None: not told yet), the main column's width and the
    window's height in px."""

    webgl: bool | None
    width: int
    height: int

    @property
    def narrow(self) -> bool:
        """A phone or a narrow window: charts stand below each other and carry fewer labels."""
        return self.width < NARROW


@cache
def _component() -> Any:
    script = SCRIPT.read_text(encoding="utf-8")
    script = script.replace("STEP", str(STEP)).replace("COOKIE", COOKIE)
    return st.components.v2.component("screen_probe", html="<span></span>", js=script)


def ask_screen() -> Screen:
    """The screen as the browser reports it; until it does (one rerun), as it did last time, or a
    guess that leaves WebGL open."""
    result = _component()(
        key="probe", on_screen_change=lambda: None, on_went_change=_went, height=1
    )
    told = getattr(result, "screen", None)
    if told:
        # A browser that knows the screen before it was asked comes from a session that is gone.
        st.session_state.setdefault("resumed", "screen" not in st.session_state)
        st.session_state.screen = {k: told[k] for k in ("webgl", "width", "height")}
    if "screen" not in st.session_state:
        st.session_state.screen = _remembered() or _guess()
    return Screen(**st.session_state.screen)


def _went() -> None:
    """The reader went back or forward: the address is to be taken (see `address.open_url`)."""
    st.session_state.went = True


def _remembered() -> dict[str, Any] | None:
    """From the cookie; anything but three plain numbers in it is ignored."""
    match = re.fullmatch(r"(\d{2,4})x(\d{2,4})x([01])", st.context.cookies.get(COOKIE, ""))
    if not match:
        return None
    width, height, webgl = (int(part) for part in match.groups())
    return {"webgl": bool(webgl), "width": width, "height": height}


def _guess() -> dict[str, Any]:
    mobile = "Mobi" in (st.context.headers.get("User-Agent") or "")
    width, height = (360, 780) if mobile else (1080, 900)
    return {"webgl": None, "width": width, "height": height}
