"""The picture of records by sides: each mark at its record and its side, hollow or filled."""

import plotly.graph_objects as go
import pytest

from dashboard.events.dataset import Dataset, View
from dashboard.events.matrix import matrix
from dashboard.figures.caption import Caption
from dashboard.figures.claim_matrix import NARROW_PX, claim_matrix
from dashboard.figures.theme import DARK, LIGHT

WORDS = Caption("Who says what", "5 of 75 records", ("Sources", "Version"))


def drawn(dataset: Dataset, view: View, width: int = 1080, theme=LIGHT):
    cells = matrix(dataset, view)
    events = view.events
    records = {
        e: (d, t) for e, d, t in zip(events.event_id, events.date_label, events.title, strict=True)
    }
    sides = dataset.names["speaker"]
    return cells, claim_matrix(cells, records, sides, theme, WORDS, width)


def test_a_mark_stands_for_a_cell(dataset: Dataset, view: View) -> None:
    cells, figure = drawn(dataset, view)
    (marks,) = figure["data"]
    axes = figure["layout"]
    labels = [t.replace("<br>", " ") for t in axes["xaxis"]["ticktext"]]
    assert len(marks["x"]) == len(cells)
    for n, cell in enumerate(cells.to_dict("records")):
        row = list(view.events["event_id"]).index(cell["event_id"])
        assert marks["y"][n] == row
        assert labels[marks["x"][n]] == dataset.names["speaker"][cell["side"]]
        assert (marks["marker"]["color"][n] == LIGHT.paper) == bool(cell["contested"])
        assert marks["marker"]["line"]["color"][n] in LIGHT.sides.values()
        assert marks["text"][n].strip() == (str(cell["claims"]) if cell["claims"] > 1 else "")
    assert len(axes["yaxis"]["tickvals"]) == len(view.events)


def test_plotly_takes_it(dataset: Dataset, view: View) -> None:
    _, figure = drawn(dataset, view, theme=DARK)
    assert go.Figure(figure).layout.paper_bgcolor == DARK.paper


def test_it_says_what_it_is(dataset: Dataset, everything: View) -> None:
    _, figure = drawn(dataset, everything)
    said = " ".join(note["text"] for note in figure["layout"]["annotations"])
    assert all(words in said for words in ("Who says what", "5 of 75 records", "Sources"))


@pytest.mark.parametrize("width", [340, 1080])
def test_names_of_records_fit_beside_the_marks(
    dataset: Dataset, everything: View, width: int
) -> None:
    _, figure = drawn(dataset, everything, width)
    longest = max(map(len, figure["layout"]["yaxis"]["ticktext"]))
    assert longest < (80 if width > 600 else NARROW_PX / 5)


def test_markup_in_data_stays_text(dataset: Dataset, everything: View) -> None:
    cells = matrix(dataset, everything).assign(statement="<b>x</b> & y", speaker="<i>")
    records = dict.fromkeys(cells["event_id"], ("1991", "<b>t</b>"))
    figure = claim_matrix(cells, records, dataset.names["speaker"], LIGHT, WORDS, 1080)
    assert "&lt;b&gt;x&lt;/b&gt; &amp; y" in figure["data"][0]["hovertext"][0]
    assert "<b>t" not in figure["layout"]["yaxis"]["ticktext"][0]
