"""Each kind of file carries its provenance, opens as before, and says when it was changed."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from dashboard.events.dataset import Dataset, read_dataset
from dashboard.events.filters import Filter
from dashboard.events.provenance import Provenance, trace
from dashboard.handout.carriers import XML, read_stamp, stamp
from dashboard.handout.files import beside, data_bundle, data_file
from dashboard.handout.office import PART
from dashboard.handout.sidecar import sidecar_of

MADE = date(2026, 11, 24)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture(scope="module")
def made(dataset: Dataset) -> Provenance:
    return trace(dataset.view(Filter(actor=("russia",))), dataset, MADE)


def plain(form: str) -> bytes:
    """A small file of each form, made by the program that briefings are made with."""
    buffer = io.BytesIO()
    if form in ("png", "svg", "pdf"):
        figure = Figure(figsize=(2, 1))
        FigureCanvasAgg(figure)
        figure.text(0.1, 0.5, "Şuşa")
        figure.savefig(buffer, format=form, dpi=144)
    elif form == "pptx":
        deck = pptx.Presentation()
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Şuşa"
        deck.save(buffer)
    elif form == "docx":
        document = docx.Document()
        document.add_paragraph("Şuşa")
        document.save(buffer)
    else:
        book = openpyxl.Workbook()
        book.active["A1"] = "Şuşa"
        book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "pptx", "docx", "xlsx"])
def test_a_stamped_file_gives_its_provenance_back(
    form: str, made: Provenance, tmp_path: Path
) -> None:
    path = tmp_path / f"briefing.{form}"
    path.write_bytes(stamp(plain(form), form, made))
    assert read_stamp(path) == made
    assert stamp(plain("png"), "png", made) == stamp(plain("png"), "png", made)


def test_a_stamped_file_opens_as_before(made: Provenance) -> None:
    def opened(form: str) -> io.BytesIO:
        return io.BytesIO(stamp(plain(form), form, made))

    before, after = Image.open(io.BytesIO(plain("png"))), Image.open(opened("png"))
    assert before.tobytes() == after.tobytes()
    assert after.info["dpi"] == before.info["dpi"]
    assert pptx.Presentation(opened("pptx")).slides[0].shapes.title.text == "Şuşa"
    assert docx.Document(opened("docx")).paragraphs[0].text == "Şuşa"
    assert openpyxl.load_workbook(opened("xlsx")).active["A1"].value == "Şuşa"
    assert len(pypdfium2.PdfDocument(opened("pdf").getvalue())) == 1


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_what_an_editor_saves_again_keeps_it(form: str, made: Provenance, tmp_path: Path) -> None:
    path = tmp_path / f"edited.{form}"
    path.write_bytes(stamp(plain(form), form, made))
    package = pptx.Presentation(path) if form == "pptx" else docx.Document(path)
    package.save(path)
    assert read_stamp(path).records_sha256 == made.records_sha256


def test_without_its_part_an_office_file_keeps_the_head(made: Provenance, tmp_path: Path) -> None:
    whole = io.BytesIO(stamp(plain("docx"), "docx", made))
    path = tmp_path / "stripped.docx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            if item.filename != PART:
                new.writestr(item, old.read(item))
    found = read_stamp(path)
    assert found.records == {} and found.records_sha256 == made.records_sha256


def test_every_data_file_carries_it(dataset: Dataset, made: Provenance, tmp_path: Path) -> None:
    view = dataset.view(Filter(actor=("russia",)))
    for form, name in {"json": "a.json", "geojson": "a.geojson", "parquet": "a.parquet",
                       "timelinejs": "a.timeline.json", "xlsx": "a.xlsx", "csv": "a.csv",
                       "claims": "a.claims.csv", "ris": "a.ris", "bibtex": "a.bib",
                       "csl": "a.csl.json"}.items():  # fmt: skip
        path = tmp_path / name
        raw = data_file(view, dataset, form, MADE)
        path.write_bytes(raw)
        told = beside(view, dataset, form, MADE, name, raw)
        if told:
            sidecar_of(path).write_text(told, "utf-8")
        assert read_stamp(path) == made, form


def test_a_file_changed_after_its_making_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    view = dataset.view(Filter(actor=("russia",)))
    path = tmp_path / "a.csv"
    raw = data_file(view, dataset, "csv", MADE)
    path.write_bytes(raw.replace(b"contested", b"certain", 1))
    sidecar_of(path).write_text(beside(view, dataset, "csv", MADE, "a.csv", raw), "utf-8")
    with pytest.raises(ValueError, match=r"a\.csv: a\.csv was changed after it was made"):
        read_stamp(path)


def test_a_bundle_holds_its_files_and_their_provenance(
    dataset: Dataset, made: Provenance, tmp_path: Path
) -> None:
    view = dataset.view(Filter(actor=("russia",)))
    path = tmp_path / "records.csv.zip"
    path.write_bytes(data_bundle(view, dataset, ("csv", "claims"), MADE))
    with zipfile.ZipFile(path) as package:
        assert package.namelist() == ["records.csv", "records.claims.csv", "provenance.json"]
        assert len(json.loads(package.read("provenance.json"))["files"]) == 2
    assert read_stamp(path) == made


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf", "a.pptx", "a.json", "a.parquet",
                                  "a.zip", "a.txt", "a.csv"])  # fmt: skip
def test_a_foreign_file_is_refused_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"nothing of ours")
    with pytest.raises(ValueError, match=f"^{name}: "):
        read_stamp(path)
    with pytest.raises(ValueError, match=r"missing\.png: it cannot be read"):
        read_stamp(tmp_path / "missing.png")


def test_plain_files_carry_nothing(tmp_path: Path) -> None:
    for form in ("png", "svg", "pdf", "pptx", "docx", "xlsx"):
        path = tmp_path / f"plain.{form}"
        path.write_bytes(plain(form))
        with pytest.raises(ValueError, match="it carries no provenance"):
            read_stamp(path)
    assert XML.startswith("urn:")
