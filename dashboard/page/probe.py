"""Asks the browser what the server cannot know: WebGL, and the room there is."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

STEP = 40  # px; the width is reported in steps, so that small changes cause no rerun

_JS = """
export default function ({ parentElement, setStateValue }) {
  const host = parentElement.host || parentElement
  const measure = () => {
    const main = host.closest('[data-testid="stMainBlockContainer"]') || document.body
    const style = getComputedStyle(main)
    const inner = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    const width = Math.floor(inner / 40) * 40
    return [width, Math.round(window.innerHeight / 20) * 20]
  }
  const webgl = () => {
    try {
      const context = document.createElement("canvas").getContext("webgl2")
      if (!context) return false
      const lose = context.getExtension("WEBGL_lose_context")
      if (lose) lose.loseContext()
      return true
    } catch (error) {
      return false
    }
  }
  let last = ""
  const report = () => {
    const [width, height] = measure()
    const now = JSON.stringify([width, height])
    if (now === last) return
    last = now
    setStateValue("screen", { webgl: window.__dashboardWebgl ??= webgl(), width, height })
  }
  report()
  let timer = 0
  const later = () => { clearTimeout(timer); timer = setTimeout(report, 250) }
  window.addEventListener("resize", later)
  return () => window.removeEventListener("resize", later)
}
"""


@dataclass(frozen=True)
class Screen:
    """What the browser offers: WebGL, and the main column's width and the window's height in px."""

    webgl: bool
    width: int
    height: int

    @property
    def narrow(self) -> bool:
        """A phone or a narrow window: charts stand below each other and carry fewer labels."""
        return self.width < 640


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("screen_probe", html="<span></span>", js=_JS)


def ask_screen() -> Screen | None:
    """The screen as the browser reports it; None until the first report (one rerun later)."""
    if "screen" not in st.session_state:
        st.session_state.screen = None
    result = _component()(key="probe", on_screen_change=lambda: None, height=1)
    told = getattr(result, "screen", None) or st.session_state.screen
    if not told:
        return None
    st.session_state.screen = told
    return Screen(bool(told["webgl"]), int(told["width"]), int(told["height"]))
