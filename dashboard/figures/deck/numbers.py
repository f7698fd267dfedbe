"""The second slide: the filter as a question, and its answer in numbers."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from ...events.counts import count
from ..briefing import Material
from ..theme import colour_group
from .board import Board
from .ink import MUTED, SIDES, TEXT
from .runs import Run, one_line, plain
from .slides import NOTHING, fit, new_slide
from .template import MARGIN

MIDDLE, RIGHT, TOP, BOTTOM = 500.0, 932.0, 112.0, 498.0
STEP = 46.0
_COLOURS = {
    **{f"accent{i}": getattr(MSO_THEME_COLOR, f"ACCENT_{i}") for i in range(1, 7)},
    TEXT: MSO_THEME_COLOR.TEXT_1,
    MUTED: MSO_THEME_COLOR.TEXT_2,
}


_C = nsdecls("c")
# Room for the sides' names in one line: an automatic layout leaves every other one out.
_ROOM = (
    f"<c:layout {_C}><c:manualLayout><c:layoutTarget val='inner'/><c:xMode val='edge'/>"
    "<c:yMode val='edge'/><c:x val='0.41'/><c:y val='0.01'/><c:w val='0.5'/><c:h val='0.98'/>"
    "</c:manualLayout></c:layout>"
)


def numbers(material: Material) -> list[tuple[int, str]]:
    """Each number of a view with the sentence that it begins."""
    found = count(material.dataset, material.view)
    claims, sources = sum(found.claims.values()), len(material.citations.sources)
    return [
        (found.shown, f"of {found.total} records {_verb(found.shown, 'match')} the filter"),
        (found.contested, f"{_verb(found.contested)} contested"),
        (found.several_sided, f"{_verb(found.several_sided, 'have')} accounts of several sides"),
        (found.one_sided, f"{_verb(found.one_sided, 'rest')} on one side only"),
        (claims, f"claim{_many(claims)}, each with its speaker and its source"),
        (sources, f"source{_many(sources)}, numbered as in the list at the end"),
        (found.off_map, f"{_verb(found.off_map)} not on the map: no place is known to draw"),
    ]


def _verb(count: int, word: str = "are") -> str:
    """The verb for a count of records."""
    return (
        word
        if count != 1
        else {"are": "is", "have": "has", "match": "matches"}.get(word, f"{word}s")
    )


def _many(count: int) -> str:
    return "" if count == 1 else "s"


def add_numbers(presentation: Any, material: Material) -> None:
    """Add the slide."""
    view = material.view
    board = new_slide(presentation, material, "In numbers", material.citations.sources)
    question = f"What does the data set hold for: {' · '.join(view.filter_words)}?"
    box = (MARGIN, 54.0, RIGHT, 90.0)
    board.text(box, [plain(fit(one_line(question), (RIGHT - MARGIN) * 1.9, 13))], 13, "Question")
    if view.events.empty:
        words = f"{NOTHING}: {' · '.join(view.filter_words)}. 0 of {view.total} records."
        text = plain(fit(one_line(words), (RIGHT - MARGIN) * 5, 20))
        board.text((MARGIN, TOP, RIGHT, BOTTOM), [text], 20, "Answer")
        return
    for index, (number, words) in enumerate(numbers(material)):
        y = TOP + index * STEP
        value = plain(str(number), bold=True)
        board.text((MARGIN, y, MARGIN + 66, y + 34), [value], 26, str(number), "r", "ctr")
        board.text((MARGIN + 80, y, MIDDLE - 24, y + 34), [(Run(words),)], 13, words, "l", "ctr")
    _add_chart(board, material)


def _add_chart(board: Board, material: Material) -> None:
    counts = count(material.dataset, material.view).claims
    if not counts:
        return
    labels = {side: one_line(material.dataset.names["speaker"][side]) for side in counts}
    title = [plain("Claims by the side of their speaker", bold=True)]
    board.text((MIDDLE, TOP - 4, RIGHT, TOP + 16), title, 13)
    data = CategoryChartData()
    data.categories = [labels[side] for side in counts]
    data.add_series("Claims", list(counts.values()))
    high = min(BOTTOM - TOP - 20, 30 + 32.0 * len(counts))
    place = (Pt(MIDDLE), Pt(TOP + 20), Pt(RIGHT - MIDDLE), Pt(high))
    frame = board.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    said = ", ".join(f"{labels[side]} {count}" for side, count in counts.items())
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"Bar chart of claims by side: {said}.")
    frame.name = "Claims by side"
    _style(frame.chart, list(counts))


def _style(chart: Any, sides: list[str]) -> None:
    """Bars in the sides' colours with their numbers; no axis, grid or legend is needed."""
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(11)
    chart.font.color.theme_color = _COLOURS[TEXT]
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.theme_color = _COLOURS[MUTED]
    chart.category_axis.has_major_gridlines = chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.value_axis.minimum_scale = 0
    axis = chart.category_axis._element
    axis.find("{*}noMultiLvlLbl").addprevious(parse_xml(f"<c:tickLblSkip {_C} val='1'/>"))
    area = chart._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    area.insert(0, parse_xml(_ROOM))
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for index, side in enumerate(sides):
        fill = plot.series[0].points[index].format.fill
        fill.solid()
        fill.fore_color.theme_color = _COLOURS[SIDES[colour_group((side,))]]
