"""The timeline as a picture: large enough for a slide, or with real text, under a telling name."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.helpers import choose_one, figure, visit

SVG = "{http://www.w3.org/2000/svg}"


def download(page: Page) -> tuple[str, bytes]:
    """The name and the content of the file that the timeline's button makes."""
    figure(page, "Timeline").hover()
    button = page.locator(".st-key-timeline").get_by_role("button", name=re.compile("^Download"))
    with page.expect_download() as started:
        button.first.click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_a_picture_of_three_times_the_size(page: Page, app_url: str) -> None:
    visit(page, app_url, from_="2020-11-07", to="2020-11-07")
    size = page.evaluate(
        """() => { const l = document.querySelector(".st-key-timeline .js-plotly-plot")._fullLayout
                   return [l.width, l.height] }"""
    )
    name, content = download(page)
    picture = Image.open(io.BytesIO(content))
    assert picture.format == "PNG"
    for made, shown in zip(picture.size, size, strict=True):
        assert abs(made - 3 * shown) <= 3
    assert re.fullmatch(r"nagorno-karabakh[a-z0-9-]*7-nov-2020[a-z0-9-]*\.png", name), name


def test_vectors_with_real_text(page: Page, app_url: str) -> None:
    visit(page, app_url, actor="russia")
    choose_one(page, "Picture format", "SVG")
    page.wait_for_function(
        """() => document.querySelector(".st-key-timeline .js-plotly-plot")
                 ?._context?.toImageButtonOptions?.format === "svg" """
    )
    name, content = download(page)
    assert re.fullmatch(r"nagorno-karabakh[a-z0-9-]*russia[a-z0-9-]*\.svg", name), name
    tree = ElementTree.fromstring(content)
    said = " ".join("".join(text.itertext()) for text in tree.iter(f"{SVG}text"))
    for words in ("Timeline of records", "Russia", "14 of 75 records", "data 1.", "made "):
        assert words in said
    assert not list(tree.iter(f"{SVG}image"))


def test_the_records(page: Page, app_url: str) -> None:
    visit(page, app_url, actor="russia")
    for kind, ending in (("CSV (zip)", ".csv.zip"), ("Excel", ".xlsx"), ("GeoJSON", ".geojson")):
        with page.expect_download() as started:
            page.get_by_role("button", name=kind, exact=True).click()
        assert started.value.suggested_filename.endswith(ending)


def test_a_table_has_no_file_without_its_provenance(page: Page, app_url: str) -> None:
    """Streamlit offers a CSV of each table, with formulas as they are; it is out of reach."""
    visit(page, app_url)
    table = page.get_by_test_id("stDataFrame")
    table.hover()
    tools = page.get_by_test_id("stElementToolbar").filter(
        has=page.get_by_role("button", name="Search")
    )
    expect(tools.get_by_role("button", name="Search")).to_be_visible()
    expect(tools.locator("[aria-label^='Download']")).to_have_count(1)
    expect(tools.locator("[aria-label^='Download']")).to_be_hidden()
    mine, others = tools.bounding_box(), page.get_by_role("button", name="GeoJSON").bounding_box()
    assert mine and others
    assert mine["x"] > others["x"] + others["width"]
