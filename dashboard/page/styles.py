"""The page's own look: one style sheet, and what the presentation view hides."""

from functools import cache
from pathlib import Path

import streamlit as st

SHEETS = Path(__file__).parent / "fragments"


@cache
def _sheet(name: str) -> str:
    return f"<style>{(SHEETS / name).read_text(encoding='utf-8')}</style>"


def show_styles(present: bool) -> None:
    """Add the style sheets; they hold no data."""
    st.html(_sheet("page.css"))
    if present:
        st.html(_sheet("present.css"))
