"""The dot plot and the map of the readings: every figure at its share, the article's as a band."""

from typing import Any

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import pytest
import shapely

from dashboard.events.areas import areas as measure
from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View
from dashboard.events.filters import Filter
from dashboard.events.readings import readings
from dashboard.figures.map_base_svg import outline
from dashboard.figures.map_view import mercator
from dashboard.figures.readings import MARGIN, MARK, dot_plot
from dashboard.figures.readings_map import VIEW, areas_map
from dashboard.figures.text import width_px
from dashboard.figures.theme import DARK, GREY, LIGHT, TEXT_PX, Theme
from dashboard.handout.gather import LAYERS
from tests.figures.helpers import CAPTION, HOSTILE, texts

BOUNDS = Boundaries()


@pytest.fixture(scope="module")
def measured() -> pd.DataFrame:
    return measure(BOUNDS)


@pytest.fixture(scope="module")
def stated(dataset: Dataset, everything: View) -> pd.DataFrame:
    return readings(dataset, everything)


def plot(
    dataset: Dataset,
    stated: pd.DataFrame,
    measured: pd.DataFrame,
    theme: Theme = LIGHT,
    width: int = 700,
) -> dict[str, Any]:
    return dot_plot(stated, measured, dataset.names["speaker"], theme, CAPTION, width)


def marks(figure: dict[str, Any]) -> dict[str, Any]:
    return next(t for t in figure["data"] if t["name"] == "readings")


def labelled(figure: dict[str, Any]) -> dict[str, float]:
    """Label of each row -> where its mark stands."""
    axis, trace = figure["layout"]["yaxis"], marks(figure)
    names = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    return {names[y]: x for x, y in zip(trace["x"], trace["y"], strict=True)}


def test_every_reading_stands_at_its_share(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    found = labelled(plot(dataset, stated, measured, width=900))
    assert len(found) == 7 + 3 + 13
    assert found["TRT World"] == found["Ilham Aliyev"] == 20
    assert found["US Central Intelligence Agency, quoted by CBS News"] == 16
    assert found["Thomas de Waal, 2003"] == 13.62
    assert found["Fact Investigation Platform, 2016"] == 13.3
    assert found["Azerbaijani list"] == 16.6
    assert found["Area held by Armenian forces, 1994–2020"] == pytest.approx(13.77, abs=0.005)
    assert found["Former oblast (NKAO)"] == pytest.approx(4.94, abs=0.005)
    assert found["Zangilan / Kovsakan"] == pytest.approx(0.86, abs=0.005)
    assert "Azerbaijan" not in found


def test_the_article_is_a_band_with_its_own_words(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    figure = plot(dataset, stated, measured)
    (band,) = figure["layout"]["shapes"]
    assert (band["x0"], band["x1"], band["y0"], band["y1"]) == (19.5, 20.5, 0, 1)
    assert "rgba(0,127,97" in band["fillcolor"]  # Turkey's colour, translucent
    assert "TRT World: some 20 %" in [a["text"] for a in figure["layout"]["annotations"]]


def test_without_the_article_there_is_no_band(dataset: Dataset, measured: pd.DataFrame) -> None:
    stated = readings(dataset, dataset.view(Filter(layer=("context",))))
    figure = plot(dataset, stated, measured)
    assert figure["layout"]["shapes"] == []
    assert "TRT World" not in labelled(figure)
    assert len(labelled(figure)) == 6 + 3 + 13


def test_without_figures_the_measured_areas_remain(
    dataset: Dataset, measured: pd.DataFrame
) -> None:
    none = readings(dataset, dataset.view(Filter(q="no such word")))
    figure = plot(dataset, none, measured)
    go.Figure(figure)
    assert len(labelled(figure)) == 13
    heads = "".join(a["text"] for a in figure["layout"]["annotations"])
    assert "Stated in the records" not in heads and "Measured here" in heads


def test_shape_tells_what_a_mark_is_and_colour_who_says_it(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    trace = marks(plot(dataset, stated, measured))
    symbols = trace["marker"]["symbol"]
    assert symbols == ["diamond-open"] * 7 + ["square"] * 3 + ["circle"] * 13
    colours = trace["marker"]["color"]
    assert colours[:2] == [LIGHT.sides["turkey"], LIGHT.sides["azerbaijan"]]
    assert set(colours[7:]) == {LIGHT.ink}


def test_published_areas_stand_beside_the_measured_ones(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    figure = plot(dataset, stated, measured)
    ticks = next(t for t in figure["data"] if t["name"] == "published area")
    assert sorted(round(x, 2) for x in ticks["x"]) == [
        0.82, 0.93, 1.21, 1.26, 1.6, 2.12, 2.24, 5.07, 10.17, 15.24
    ]  # fmt: skip
    assert set(ticks["y"]) <= set(marks(figure)["y"])


def test_a_rough_figure_has_its_width_and_an_exact_one_has_none(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    figure = plot(dataset, stated, measured, width=900)
    trace = next(t for t in figure["data"] if t["name"] == "spans")
    axis = figure["layout"]["yaxis"]
    names = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    found: dict[str, list[float]] = {}
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is not None:
            found.setdefault(names[y], []).append(x)
    assert found["US Central Intelligence Agency, 1995"] == [19, 20]
    assert found["TRT World"] == [19.5, 20.5]
    assert found["Ali Askerov, 2020"] == [15.5, 16.5]
    assert "Thomas de Waal, 2003" not in found
    assert [round(x, 2) for x in found["Jabrayil / Jrakan"]] == [1.03, 1.21]  # to the published


@pytest.mark.parametrize("theme", [LIGHT, DARK, GREY], ids=lambda t: t.name)
@pytest.mark.parametrize("width", [340, 700, 1500])
def test_plotly_accepts_it_and_the_words_have_room(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame, theme: Theme, width: int
) -> None:
    figure = plot(dataset, stated, measured, theme, width)
    go.Figure(figure)
    low, high = figure["layout"]["xaxis"]["range"]
    px = (width - figure["layout"]["margin"]["l"] - MARGIN["r"]) / (high - low)
    trace = marks(figure)
    for x, text in zip(trace["x"], trace["text"], strict=True):
        right = (x - low) * px + MARK / 2 + width_px(text.strip("\u00a0"), TEXT_PX)
        assert right <= (high - low) * px + MARGIN["r"], text


def test_two_figures_of_one_speaker_keep_apart_on_a_phone(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    labels = [t for t in plot(dataset, stated, measured, width=340)["layout"]["yaxis"]["ticktext"]
              if t.strip()]  # fmt: skip
    assert len(labels) == len(set(labels)) == 23


def test_no_text_of_the_records_becomes_markup(
    dataset: Dataset, stated: pd.DataFrame, measured: pd.DataFrame
) -> None:
    hostile = stated.assign(label=HOSTILE, counts=HOSTILE)
    figure = plot(dataset, hostile, measured.assign(label=HOSTILE, counts=HOSTILE))
    assert not [t for t in texts(figure) if "<script" in t or "<a " in t]


def shapes() -> gpd.GeoSeries:
    layers = [BOUNDS.layer(name) for name in ("seven_districts", "nkao_1991")]
    return pd.concat([layer.set_index("id").geometry for layer in layers])


def the_map(
    measured: pd.DataFrame, names: str = "both", size: tuple[int, int] = (470, 430)
) -> dict[str, Any]:
    base = {name: outline(BOUNDS.layer(name).geometry) for name in LAYERS}
    return areas_map(measured, shapes(), base, names, LIGHT, CAPTION, size)


def test_the_map_shows_every_area_of_the_readings(measured: pd.DataFrame) -> None:
    figure = the_map(measured)
    go.Figure(figure)
    assert VIEW.detailed
    traces = {t["name"]: t for t in figure["data"]}
    assert {"the seven districts", "held 1994-2020", "former NKAO", "areas"} <= set(traces)
    assert traces["former NKAO"]["line"]["dash"] == "dash"
    dots = traces["areas"]
    assert len(dots["x"]) == 8
    for x, y, hover, shape in zip(dots["x"], dots["y"], dots["hovertext"], shapes(), strict=True):
        assert shape.contains(shapely.Point(x, shape.representative_point().y))
        assert y == pytest.approx(mercator(shape.representative_point().y))
        assert "published" in hover
    kalbajar = next(h for h in dots["hovertext"] if "Kalbajar" in h)
    for words in ("Kəlbəcər / Քարվաճառ", "measured 2,023 km² = 2.3 %", "held 1994–2020: 1,823 km²",
                  "published 1,936 km² (+4.5 %)"):  # fmt: skip
        assert words in kalbajar


@pytest.mark.parametrize(
    ("names", "expected"),
    [("both", "Kalbajar<br>Karvachar"), ("az", "Kəlbəcər"), ("hy", "Քարվաճառ")],
)
def test_labels_are_in_the_names_chosen(measured: pd.DataFrame, names: str, expected: str) -> None:
    labels = [a["text"] for a in the_map(measured, names)["layout"]["annotations"]]
    assert f"{expected}<br>2,023 km²" in labels


@pytest.mark.parametrize("size", [(470, 430), (366, 400)], ids=str)
def test_every_area_has_room_for_its_label(measured: pd.DataFrame, size: tuple[int, int]) -> None:
    labels = [a["text"] for a in the_map(measured, size=size)["layout"]["annotations"]]
    assert sum(text.endswith(" km²") for text in labels) == 8


def test_the_whole_area_lies_in_the_view(measured: pd.DataFrame) -> None:
    figure = the_map(measured)
    west, south, east, north = shapes().total_bounds
    x, y = figure["layout"]["xaxis"]["range"], figure["layout"]["yaxis"]["range"]
    assert x[0] < west and east < x[1]
    assert y[0] < mercator(south) and mercator(north) < y[1]
