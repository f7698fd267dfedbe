"""Enlarges a finished Plotly figure for a bigger frame: every length in px by one factor."""

from typing import Any

_LENGTHS = ("size", "ticklen", "xshift", "yshift", "height")


def enlarge(figure: dict[str, Any], factor: float) -> dict[str, Any]:
    """The figure with fonts, marks, lines, margins and height times `factor`; the data untouched.

    A slide is read from afar: laid out for a smaller frame and enlarged, it keeps its proportions.
    """
    if factor == 1:
        return figure
    return {key: _walk(part, factor, key) for key, part in figure.items()}


def _walk(node: Any, factor: float, key: str, parent: str = "") -> Any:
    if isinstance(node, dict):
        return {k: _walk(v, factor, k, key) for k, v in node.items()}
    px = key in _LENGTHS or parent == "margin" or (key == "width" and parent == "line")
    if isinstance(node, list):
        if px:
            return [round(v * factor, 2) for v in node]
        return [_walk(v, factor, key, parent) if isinstance(v, dict) else v for v in node]
    return round(node * factor, 2) if px and isinstance(node, int | float) else node
