"""Where the parts of a timeline stand on its slide, and how px of the layout become points."""

from dataclasses import dataclass

import pandas as pd

from ..briefing import Material
from ..codes import room_for_codes
from ..lanes import Layout
from ..panels import place_on_axis
from ..theme import Theme
from ..timeline_parts import timeline_layout
from ..truce_strip import STRIP_ROWS, truces_within
from .board import WIDE
from .template import MARGIN, look_of

PT = 0.85  # points for a px: 11 px, the text of the screen, becomes 9.35 points
LABEL_PT = 108.0  # width of the lanes' labels
ROW_PT = 11.6
LEAST_ROWS = 10  # so that a single record does not fill the slide
HEAD_PT, AXIS_PT = 14.0, 27.0
STRIP_PT = STRIP_ROWS * ROW_PT


@dataclass(frozen=True)
class Plot:
    """A timeline's place, in points: the axis runs from `left` to `right`, the lanes begin at
    `zero` and end at `bottom`, a row is `row` high; ceasefires, if any, begin at `top`."""

    theme: Theme
    layout: Layout
    truces: pd.DataFrame
    left: float
    right: float
    top: float
    zero: float
    bottom: float
    row: float

    def x(self, px: float) -> float:
        """The place of a px of the axis."""
        return self.left + px * PT

    def at(self, moment: pd.Timestamp) -> float:
        """The place of a moment, clipped to the axis."""
        return self.x(place_on_axis(self.layout.panels, moment) * self.layout.width)

    def y(self, row: float) -> float:
        """The place of a row, counted from the top of the lanes."""
        return self.zero + row * self.row


def axis_px() -> float:
    """The length of the time axis in px."""
    return (WIDE - 2 * MARGIN - LABEL_PT) / PT


def make_plot(material: Material, top: float, bottom: float) -> Plot:
    """The timeline of a view, laid out for the slide between two heights in points."""
    theme, events = look_of(material.brief.look), material.view.events
    strip = STRIP_PT if (events["event_type"] == "ceasefire").any() else 4.0
    room = bottom - top - HEAD_PT - AXIS_PT
    layout = timeline_layout(
        material.dataset,
        material.view,
        material.brief.lanes,
        axis_px(),
        (room - strip) / ROW_PT,
        beside=room_for_codes(theme.name),
    )
    shown = truces_within(material.dataset.truces, events, layout)
    strip = STRIP_PT if len(shown) else 4.0
    row = (room - strip) / max(layout.height, LEAST_ROWS)
    left = MARGIN + LABEL_PT
    head = top + HEAD_PT
    return Plot(
        theme, layout, shown, left, WIDE - MARGIN, head, head + strip, bottom - AXIS_PT, row
    )
