"""The page of areas: figures and sources beside the tables, method and error, filters."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.page.probe import Screen
from tests.data_copy import Copy
from tests.page.conftest import DESK, OpenPage
from tests.page.reading import bodies, charts, fragment, text

PHONE = Screen(webgl=False, width=360, height=780)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Copy:
    """The data of the project in a folder that the test may change."""
    return Copy(Path(shutil.copytree(root / "data", tmp_path / "data")))


def rows(at: AppTest, caption: str) -> list[list[str]]:
    """The cells of the table with this caption."""
    body = next((b for b in bodies(at) if f"<caption>{caption}</caption>" in b), "")
    lines = re.findall(r"<tr[^>]*>(.*?)</tr>", body.partition("<tbody>")[2], flags=re.DOTALL)
    cell = r"<t[hd][^>]*>(.*?)</t[hd]>"
    return [[text(c) for c in re.findall(cell, line, flags=re.DOTALL)] for line in lines]


STATED, MEASURED = "Figures stated in the records", "Areas measured here"


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_every_published_figure_with_who_says_so_and_where(
    open_page: OpenPage, screen: Screen
) -> None:
    at = open_page(screen, view="areas")
    assert not at.exception
    table = rows(at, STATED)
    assert [(r[0], r[1], r[2], r[3]) for r in table] == [
        ("TRT World (the article)", "Turkey", "some 20 %", "not stated"),
        ("Ilham Aliyev", "Azerbaijan", "about 20 %", "not stated"),
        ("US Central Intelligence Agency, 1995", "Mediators (France, USA, OSCE)", "almost 20 %",
         "not stated"),
        ("US Central Intelligence Agency, quoted by CBS News", "Mediators (France, USA, OSCE)",
         "16 %", "not stated"),
        ("Ali Askerov, 2020", "Independent press and scholars", "about 16 %", "not stated"),
        ("Thomas de Waal, 2003", "Independent press and scholars", "13.62 %", "11,797"),
        ("Fact Investigation Platform, 2016", "NGOs", "about 13.3 %", "11,500"),
        ("Azerbaijani list", "a sum of the compilers", "16.6 %", "14,393"),
        ("Oblast, and districts as held", "a sum of the compilers", "13.9 %", "12,022"),
        ("As held, less 300 km²", "a sum of the compilers", "about 13.5 %", "not stated"),
    ]  # fmt: skip
    assert all(len(r) == 7 and r[4] and r[5] and r[6] for r in table)
    assert "so that part of the oblast counts twice" in table[7][4]
    assert "Virtual Karabakh" in table[7][6]
    assert {"areas-plot", "areas-map"} <= set(charts(at))


def test_every_measured_area_with_km2_share_and_error(open_page: OpenPage) -> None:
    table = rows(open_page(view="areas"), MEASURED)
    assert [(r[0], r[2], r[3], r[5], r[6]) for r in table] == [
        ("Area held by Armenian forces, 1994–2020", "11,927", "13.8", "none known", ""),
        ("… of that, in the former oblast", "4,119", "4.8", "none known", ""),
        ("… of that, around the former oblast", "7,808", "9.0", "none known", ""),
        ("Former oblast and the seven districts", "12,958", "15.0", "13,198", "−1.8 %"),
        ("The seven districts together", "8,676", "10.0", "8,810", "−1.5 %"),
        ("Former oblast (NKAO)", "4,282", "4.9", "4,388", "−2.4 %"),
        ("Agdam / Akna", "951", "1.1", "1,094", "−13.0 %"),
        ("Jabrayil / Jrakan", "889", "1.0", "1,050", "−15.3 %"),
        ("Fuzuli / Varanda", "1,374", "1.6", "1,386", "−0.9 %"),
        ("Kalbajar / Karvachar", "2,023", "2.3", "1,936", "+4.5 %"),
        ("Lachin / Berdzor", "1,905", "2.2", "1,835", "+3.8 %"),
        ("Qubadli / Qubatlu", "787", "0.9", "802", "−1.8 %"),
        ("Zangilan / Kovsakan", "747", "0.9", "707", "+5.6 %"),
        ("Azerbaijan", "86,250", "99.6", "86,600", "−0.4 %"),
    ]
    names = {r[0]: r[1] for r in table}
    assert names["Lachin / Berdzor"] == "Laçın / Բերձոր"


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_method_error_and_sources_are_on_the_page(open_page: OpenPage, screen: Screen) -> None:
    at = open_page(screen, view="areas")
    method = text(fragment(at, "cd-card cd-method"))
    for words in ("+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84", "within 0.1 km²", "1:10,000,000",
                  "agree with published areas within 2.4 %", "differ by up to 15 %",
                  "more than 10 %: Jabrayil / Jrakan −15.3 %, Agdam / Akna −13.0 %"):  # fmt: skip
        assert words in method
    assert "Natural Earth" in text(fragment(at, "cd-credits"))


def test_the_pictures_stand_alone(open_page: OpenPage) -> None:
    found = charts(open_page(view="areas"))
    for key, title in (("areas-plot", "Shares of Azerbaijan"),
                       ("areas-map", "The areas of the readings")):  # fmt: skip
        notes = found[key]["layout"]["annotations"]
        said = " ".join(a["text"] for a in notes).replace("<br>", " ")
        for words in (title, "75 of 75 records", "Natural Earth", "data 1.", "made "):
            assert words in said, (key, words)


def test_a_filter_bears_on_the_stated_figures_only(open_page: OpenPage) -> None:
    at = open_page(view="areas", type="call")
    assert not at.exception
    assert rows(at, STATED) == []
    assert len(rows(at, MEASURED)) == 14
    assert "No record of this view states a figure" in text(fragment(at, "cd-head cd-areas-head"))
    assert charts(at)["areas-plot"]["layout"]["shapes"] == []
    at = open_page(view="areas", speaker="turkey", layer="article", q="percent")
    assert rows(at, STATED)[0][0] == "TRT World (the article)"


def test_an_empty_view_still_measures(open_page: OpenPage) -> None:
    at = open_page(view="areas", q="zzzz")
    assert not at.exception
    assert len(rows(at, MEASURED)) == 14


def test_names_on_the_map_follow_the_choice(open_page: OpenPage) -> None:
    def labels(names: str) -> str:
        found = charts(open_page(view="areas", names=names))["areas-map"]
        return " ".join(a["text"] for a in found["layout"]["annotations"])

    assert "Kəlbəcər" in labels("az") and "Karvachar" not in labels("az")
    assert "Քարվաճառ" in labels("hy")


def test_data_of_another_area_says_that_it_is_another(
    open_page: OpenPage, other_data: Callable[[Path], None], copy: Copy
) -> None:
    copy.change("places", "nk", area="", place_precision="exact")
    other_data(copy.folder)
    at = open_page(view="areas")
    assert not at.exception
    assert "This page measures one area only." in text(fragment(at, "cd-empty"))
    assert not charts(at)


def test_text_of_the_records_stays_text(
    open_page: OpenPage, other_data: Callable[[Path], None], copy: Copy
) -> None:
    evil = "<script>alert(1)</script> 13.62 percent"
    copy.change("claims", "share-of-azerbaijan-held-figures--2", statement=evil)
    copy.change("actors", "thomas-de-waal", name="<img src=x onerror=alert(1)>")
    other_data(copy.folder)
    at = open_page(view="areas")
    assert not at.exception
    body = next(b for b in bodies(at) if STATED in b)
    assert "&lt;script&gt;" in body and "&lt;img" in body
    assert "<script" not in body and "<img" not in body
    assert "<img" not in str(charts(at)["areas-plot"])
