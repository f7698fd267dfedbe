"""Figures made ready once for many reruns: Streamlit would check or serialise them each time."""

import json
from typing import Any

import pydeck as pdk
from plotly.basedatatypes import BaseFigure
from pydeck.bindings.json_tools import default_serialize


class ReadyFigure(BaseFigure):
    """A Plotly figure whose specification goes out as it is.

    Streamlit checks a plain dict against Plotly's schema at each rerun, which takes longer than
    all the rest of it; the tests do that once instead.
    """

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """The specification; not a copy, and not to be changed."""
        return self._spec


class ReadyDeck:
    """A pydeck map as the text that goes to the browser, without the blanks pydeck puts in."""

    def __init__(self, deck: pdk.Deck) -> None:
        self._json = json.dumps(
            deck, sort_keys=True, default=default_serialize, separators=(",", ":")
        )
        self._tooltip = deck._tooltip

    def to_json(self) -> str:
        """The text, as Streamlit asks a pydeck.Deck for it."""
        return self._json
