"""Every file made of hostile records opens, and holds no script, no formula and no bad link."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.__main__ import main
from dashboard.events.dataset import DATA
from dashboard.events.export import FORMATS
from dashboard.events.own import Draft, copy_of, layout, load, save
from tests.payloads import PAYLOADS, hostile

WEB = re.compile(r"https?://|#|mailto:$")
BRIEFS = ("svg", "pptx", "docx", "pdf")
NAMES = {form: f"a.{known.ending}" for form, known in FORMATS.items()}


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a data set of one's own with every payload in every text."""
    own = copy_of(tmp_path_factory.mktemp("evil") / "sets", "Evil", "me", DATA)
    draft = load(own)
    package = {**draft.package, "title": PAYLOADS[0], "description": " ".join(PAYLOADS)}
    save(own, Draft(package, hostile(draft.rows, valid=True), draft.version), "me", "evil")
    return layout(own)


def links(path: Path) -> Iterator[str]:
    """Where a picture, a deck, a text or a workbook leads to, and scripts as "script"."""
    if path.suffix == ".svg":
        trees = [ElementTree.parse(path).getroot()]
    else:
        with zipfile.ZipFile(path) as book:
            parts = [n for n in book.namelist() if n.endswith((".xml", ".rels"))]
            trees = [ElementTree.fromstring(book.read(name)) for name in parts]
    for tree in trees:
        for node in tree.iter():
            if node.tag.rpartition("}")[2] in ("script", "foreignObject", "iframe"):
                yield "script"
            for name, value in node.attrib.items():
                if name.rpartition("}")[2] == "href" or node.get("TargetMode") == "External":
                    yield from [value] if name in ("Target",) or "href" in name else []
                if name.rpartition("}")[2].lower().startswith("on") and path.suffix == ".svg":
                    yield f"script: {name}"


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize("form", BRIEFS)
def test_briefings(evil: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    told = ["--type", "ceasefire", "--title", " ".join(PAYLOADS[:6])]
    assert main(["brief", "--data", str(evil), "--out", str(path), *told]) == 0
    if form == "pdf":
        raw = path.read_bytes()
        assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|SubmitForm)\b", raw)
        return
    assert [link for link in links(path) if not WEB.match(link)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_data_files(evil: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / NAMES[form]
    assert main(["query", "--data", str(evil), "--format", form, "--out", str(path)]) == 0
    if form == "xlsx":
        assert [link for link in links(path) if not WEB.match(link)] == []
        with zipfile.ZipFile(path) as book:
            sheets = [book.read(name) for name in book.namelist() if "/sheet" in name]
        assert not [sheet for sheet in sheets if b"<f>" in sheet or b"hyperlink" in sheet]
    elif path.suffix in (".json", ".geojson"):
        assert json.loads(path.read_text("utf-8"))
    if form == "timelinejs":  # its program draws text as HTML
        for slide in json.loads(path.read_text("utf-8"))["events"]:
            told = json.dumps(slide.get("text", {}))
            assert not re.search(r"<(script|img|svg|iframe|object|embed|body|form)", told, re.I)
            assert not re.search(
                r"""<a\s[^>]*href=[\\"'\s]*(javascript|data|vbscript)""", told, re.I
            )
