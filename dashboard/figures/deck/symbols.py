"""The symbols of the event types as preset shapes of about the same area each."""

from dataclasses import dataclass

from .board import Board, Box
from .ink import NO_FILL, NO_LINE, PAPER, outline, solid
from .runs import Run


@dataclass(frozen=True)
class Preset:
    """A preset shape, its size by that of a circle, and how far it is turned, in degrees."""

    kind: str
    scale: float = 1.0
    turn: float = 0.0


# By Plotly's marker symbol, as figures.symbols has them.
PRESETS = {
    "circle": Preset("ellipse"),
    "square": Preset("rect", 0.9),
    "diamond": Preset("diamond", 1.15),
    "triangle-up": Preset("triangle", 1.05),
    "triangle-down": Preset("flowChartMerge", 1.05),
    "triangle-left": Preset("triangle", 0.9, 270),
    "triangle-right": Preset("triangle", 0.9, 90),
    "cross": Preset("mathPlus", 1.45),
    "x": Preset("mathMultiply", 1.5),
    "star": Preset("star5", 1.3),
    "pentagon": Preset("pentagon", 1.1),
    "hexagon": Preset("hexagon", 1.1),
    "octagon": Preset("octagon", 1.05),
    "bowtie": Preset("flowChartCollate", 1.05, 90),
    "hourglass": Preset("flowChartCollate", 1.05),
}


def draw_symbol(
    board: Board,
    symbol: str,
    centre: tuple[float, float],
    size: float,
    ink: str,
    name: str,
    alt: str = "",
    hollow: bool = False,
    number: int = 0,
) -> None:
    """Draw a symbol of about `size` points across; hollow for contested, a `number` for a pile."""
    preset = PRESETS.get(symbol, PRESETS["circle"])
    half = size * preset.scale / 2
    x, y = centre
    box: Box = (x - half, y - half, x + half, y + half)
    tone = ink if hollow else PAPER
    board.shape(
        preset.kind,
        box,
        name,
        alt,
        fill=NO_FILL if hollow else solid(ink),
        line=outline(ink, 1.3) if hollow else NO_LINE,
        turn=preset.turn,
        text=(_digits(number, tone),) if number else (),
    )


def _digits(number: int, ink: str) -> tuple[Run, ...]:
    return (Run(str(number), True, ink),)
