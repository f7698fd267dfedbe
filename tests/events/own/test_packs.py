"""A data set as a ZIP and back, and files that are no data package or a hostile one."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import Package

from dashboard.events.dataset import DATA, read_dataset
from dashboard.events.faults import DataError
from dashboard.events.own import drop, history, layout, load, pack, save, unpack
from dashboard.events.own.written import FILES


def zipped(files: dict[str, bytes], folder: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(folder + name, content)
    return out.getvalue()


def original() -> dict[str, bytes]:
    return {name: (DATA / name).read_bytes() for name in FILES}


def test_a_pack_is_a_valid_data_package_and_nothing_else(copied: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(copied))) as archive:
        assert sorted(archive.namelist()) == sorted(FILES)
        archive.extractall(tmp_path / "out")
    report = Package(tmp_path / "out" / "datapackage.json").validate()
    assert report.valid, report.to_summary()


def test_there_and_back_is_byte_for_byte_the_same(copied: Path, tmp_path: Path) -> None:
    packed = pack(copied)
    other = unpack(tmp_path / "elsewhere", packed, "Aram")
    assert pack(other) == packed
    assert [(v.who, v.what) for v in history(other)] == [
        ("Aram", "Taken from a data package: My copy")
    ]
    again = unpack(tmp_path / "elsewhere", packed, "Aram")
    assert again != other and pack(again) == packed


def test_the_curated_package_in_a_folder_of_the_archive(workspace: Path) -> None:
    folder = unpack(workspace, zipped(original(), "data-main/data/"), "Aram")
    assert (layout(folder) / "datapackage.json").read_bytes() == original()["datapackage.json"]
    assert read_dataset(layout(folder)).tables.sha256 == read_dataset().tables.sha256


def test_all_faults_are_listed_and_can_be_taken_to_be_mended(workspace: Path) -> None:
    files = original()
    files["events.csv"] = files["events.csv"].replace(b",ceasefire,", b",truce,", 2)
    with pytest.raises(DataError) as told:
        unpack(workspace, zipped(files), "Aram")
    assert [(f.file, f.column, f.value) for f in told.value.faults] == [
        ("events.csv", "event_type", "truce")
    ] * 2
    assert not list(workspace.glob("*"))
    folder = unpack(workspace, zipped(files), "Aram", mend=True)
    assert sum(row["event_type"] == "truce" for row in load(folder).rows["events"]) == 2


@pytest.mark.parametrize("mend", [False, True])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"claims.csv": None}, "claims.csv: '' - this table must be there"),
        ({"claims.csv": b"\xff\xfe"}, "a readable CSV file in UTF-8"),
        ({"sides.csv": b"side,label\nun,UN\n"}, "sides.csv, row 1, column order"),
        ({"datapackage.json": b"[1"}, "a readable JSON object"),
        ({"datapackage.json": None}, "a ZIP file with datapackage.json"),
        ({"sides.csv": b"side,label,order\nun,UN,1\nun,UN,2\n"}, "value"),
    ],
)
def test_what_is_no_data_package(
    workspace: Path, change: dict[str, bytes | None], words: str, mend: bool
) -> None:
    files = {k: v for k, v in {**original(), **change}.items() if v is not None}
    if mend and words == "value":
        words = "an id that no other row"
    with pytest.raises(DataError, match=words.replace(".", r"\.").replace("(", r"\(")):
        unpack(workspace, zipped(files), "Aram", mend=mend)
    assert not list(workspace.glob("*"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"GIF89a", b"x" * 1000])
def test_what_is_no_zip(workspace: Path, content: bytes) -> None:
    with pytest.raises(DataError, match="a readable ZIP file"):
        unpack(workspace, content, "Aram")


def test_a_file_that_would_fill_the_memory_is_refused(workspace: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in original().items():
            archive.writestr(name, b"\0" * 60_000_000 if name == "claims.csv" else content)
    with pytest.raises(DataError, match="at most 50,000,000 bytes"):
        unpack(workspace, out.getvalue(), "Aram")


def test_rules_of_a_file_are_not_taken(workspace: Path) -> None:
    """A pattern can keep a computer busy for years, and a broken link would stop every check."""
    package = json.loads(original()["datapackage.json"])
    for resource in package["resources"]:
        resource["path"] = "../../../etc/passwd"
        resource["schema"]["foreignKeys"] = 7
        for field in resource["schema"]["fields"]:
            field["constraints"] = {"pattern": "(a+)+$", "enum": field.get("enum")}
            field["x_list_of"] = "nowhere"
    package |= {
        "title": "Theirs",
        "keywords": "all",
        "licenses": [{"a": {}}],
        "x": {},
        "created": 3,
    }
    raw = json.dumps(package).encode()
    folder = unpack(workspace, zipped({**original(), "datapackage.json": raw}), "Aram")
    made = load(folder).package
    assert made["title"] == "Theirs" and "x" not in made and made["licenses"] == []
    assert made["resources"] == json.loads(original()["datapackage.json"])["resources"]


def test_sides_of_another_conflict_are_taken(workspace: Path) -> None:
    package = json.loads(original()["datapackage.json"])
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            if field["name"] == "side":
                field["constraints"]["enum"].append("narnia")
    raw = json.dumps(package).encode()
    sides = original()["sides.csv"] + b"narnia,Narnia,99\n"
    files = {**original(), "datapackage.json": raw, "sides.csv": sides}
    assert load(unpack(workspace, zipped(files), "Aram")).rows["sides"][-1]["side"] == "narnia"


def test_a_set_with_faults_can_be_packed(copied: Path, workspace: Path) -> None:
    draft = load(copied)
    save(copied, replace(draft, rows=drop(draft.rows, "sources", "trt")), "Leyla", "Dropped trt")
    with pytest.raises(DataError, match="'trt'"):
        unpack(workspace, pack(copied), "Aram")
    assert load(unpack(workspace, pack(copied), "Aram", mend=True)).rows == load(copied).rows
