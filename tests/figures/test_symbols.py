"""The shapes as SVG: a picture each, and all of them in one atlas for the WebGL map."""

import base64
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from dashboard.events.dataset import Dataset
from dashboard.figures.symbols import CELL, PATHS, atlas, icon, svg

SVG = "{http://www.w3.org/2000/svg}"


def picture() -> ElementTree.Element:
    address, _ = atlas()
    head, data = address.split(",", 1)
    assert head == "data:image/svg+xml;base64"
    return ElementTree.fromstring(base64.b64decode(data, validate=True))


@pytest.mark.parametrize("hollow", [True, False])
@pytest.mark.parametrize("symbol", PATHS)
def test_a_shape_is_an_svg_picture_of_its_path(symbol: str, hollow: bool) -> None:
    element = ElementTree.fromstring(svg(symbol, "#0067A5", hollow, 20))
    assert element.tag == SVG + "svg"
    assert (element.get("width"), element.get("height")) == ("20", "20")
    (path,) = element
    assert path.get("d") == PATHS[symbol]
    assert (path.get("fill"), path.get("stroke")) == (
        ("none", "#0067A5") if hollow else ("#0067A5", None)
    )


def test_an_unknown_symbol_is_a_circle() -> None:
    assert svg("no-such", "#000000") == svg("circle", "#000000")


def test_no_two_shapes_are_the_same() -> None:
    assert len(set(PATHS.values())) == len(PATHS)


@pytest.mark.parametrize("symbol", PATHS)
def test_a_shape_stays_in_its_cell(symbol: str) -> None:
    """The absolute coordinates of the path lie inside; relative ones begin there."""
    moves = re.findall(r"[ML]([\d.]+) ([\d.]+)", PATHS[symbol])
    assert moves
    assert all(0 <= float(n) <= CELL for pair in moves for n in pair)


def test_the_atlas_holds_every_shape_filled_and_hollow(dataset: Dataset) -> None:
    _, cells = atlas()
    assert set(cells) == {icon(s, h) for s in PATHS for h in (True, False)}
    for symbol in dataset.tables.categories["symbol"]:
        assert icon(symbol, False) == symbol
        assert icon(symbol, True) == f"{symbol}-open"


def test_no_two_cells_overlap_and_all_lie_in_the_picture() -> None:
    _, cells = atlas()
    element = picture()
    wide, high = float(element.get("width", 0)), float(element.get("height", 0))
    for a, b in combinations(cells.values(), 2):
        apart_x = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
        apart_y = a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
        assert apart_x or apart_y
    for cell in cells.values():
        assert cell["x"] + cell["width"] <= wide
        assert cell["y"] + cell["height"] <= high
        assert cell["mask"]  # so that the layer's colour tints it


def test_each_cell_shows_its_own_shape() -> None:
    _, cells = atlas()
    drawn = {g.get("transform"): g[0] for g in picture()}
    for symbol, path in PATHS.items():
        for hollow in (True, False):
            cell = cells[icon(symbol, hollow)]
            found = drawn[f"translate({cell['x']} {cell['y']})"]
            assert found.get("d") == path
            assert (found.get("fill") == "none") is hollow
