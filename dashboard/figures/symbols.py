"""The shapes of the event types, drawn once as SVG paths: for the legend and the WebGL map.

Names are Plotly's marker symbols, so that the timeline, the SVG map and the legend agree.
"""

import base64
from typing import Any

CELL = 64  # px; each shape is drawn in a square of this size, centred at (32, 32)

PATHS = {
    "circle": "M32 10a22 22 0 1 0 0.01 0z",
    "square": "M13 13h38v38h-38z",
    "diamond": "M32 7 57 32 32 57 7 32z",
    "triangle-up": "M32 9 57 52 7 52z",
    "triangle-down": "M32 55 57 12 7 12z",
    "cross": "M24 8h16v16h16v16h-16v16h-16v-16h-16v-16h16z",
    "x": "M32 22 46 8 56 18 42 32 56 46 46 56 32 42 18 56 8 46 22 32 8 18 18 8z",
    "star": "M32 5 38.5 23.5 58 24 42.5 36 48 55 32 44 16 55 21.5 36 6 24 25.5 23.5z",
    "pentagon": "M32 7 57 26 47 55 17 55 7 26z",
    "hexagon": "M19 10h26l13 22-13 22h-26l-13-22z",
    "bowtie": "M8 12 32 28 56 12 56 52 32 36 8 52z",
    "octagon": "M22 8h20l14 14v20l-14 14h-20l-14-14v-20z",  # no type: the number of an area
    "hourglass": "M12 8h40l-16 24 16 24h-40l16-24z",
}


def svg(symbol: str, colour: str, hollow: bool = False, size: int = 14) -> str:
    """The shape as an SVG element of `size` px for a legend; `colour` is a hex string."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="0 0 {CELL} {CELL}" aria-hidden="true">{_shape(symbol, colour, hollow)}</svg>'
    )


def _shape(symbol: str, colour: str, hollow: bool) -> str:
    style = f'fill="none" stroke="{colour}" stroke-width="8"' if hollow else f'fill="{colour}"'
    return f'<path d="{PATHS.get(symbol, PATHS["circle"])}" {style} stroke-linejoin="round"/>'


def icon(symbol: str, hollow: bool) -> str:
    """The name of a shape in the atlas."""
    return f"{symbol}-open" if hollow else symbol


def atlas() -> tuple[str, dict[str, dict[str, Any]]]:
    """All shapes, filled and hollow, as one picture (a data URI) and deck.gl's mapping of it."""
    parts, mapping = [], {}
    for column, symbol in enumerate(PATHS):
        for row, hollow in enumerate((False, True)):
            move = f"translate({column * CELL} {row * CELL})"
            parts.append(f'<g transform="{move}">{_shape(symbol, "#fff", hollow)}</g>')
            place = {"x": column * CELL, "y": row * CELL, "width": CELL, "height": CELL}
            mapping[icon(symbol, hollow)] = place | {"mask": True}
    size = f'width="{CELL * len(PATHS)}" height="{CELL * 2}"'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode(), mapping
