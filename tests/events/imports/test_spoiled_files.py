"""Spoiled files of every form: each ends in a report in which no row is missing, or in a sentence.

Two of them are imported at a time, as two people may, with nothing shared between them.
"""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.events import formats
from dashboard.events.faults import DataError
from dashboard.events.imports import Options, preview, run
from tests.events.imports.small_files import FILES
from tests.events.imports.workbench import events, go_on, listed, silent

JUNK = (
    b'"', b'""', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf",
    b"=1+1", b"9" * 400, b"-", b".", b"1e999", b"nan", b"99/99/9999", b"2020-02-30", b"{", b"}",
    b"[", b"\\", b"'", b"|", b"Unknown", b"-1", b"null", b"\xe2\x80\xae", "ə".encode(), b" ",
)  # fmt: skip
Spoiler = Callable[[random.Random, bytes], bytes]


def _put_in(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(JUNK) + raw[at:]


def _replace(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(JUNK) + raw[at + chance.randrange(30) :]


def _take_out(chance: random.Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[at + chance.randrange(200) :]


def _cut_off(chance: random.Random, raw: bytes) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _repeat(chance: random.Random, raw: bytes) -> bytes:
    first, last = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
    return raw[:last] + raw[first:last] + raw[last:]


def _swap_lines(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _cell(chance: random.Random, raw: bytes) -> bytes:
    """One cell or value becomes junk."""
    mark = chance.choice([b",", b";", b"\t", b": ", b'"'])
    cells = raw.split(mark)
    cells[chance.randrange(len(cells))] = chance.choice(JUNK)
    return mark.join(cells)


SPOILERS: tuple[Spoiler, ...] = (
    _put_in, _replace, _take_out, _cut_off, _repeat, _swap_lines, _cell, _cell, _cell,
)  # fmt: skip


def spoiled(name: str, seed: int) -> bytes:
    chance = random.Random(f"{name} {seed}")
    raw = FILES[name][0]
    for _ in range(chance.randint(1, 3)):
        raw = chance.choice(SPOILERS)(chance, raw)
    return raw


def trouble(name: str, seed: int, folder: Path) -> str:
    """What is wrong with the import of a spoiled file; "" if all is as it should be."""
    place = folder / str(seed)
    place.mkdir()
    path = place / name
    path.write_bytes(spoiled(name, seed))
    try:
        report = run(path, place / "out", Options(), silent, go_on)
    except DataError as error:
        left = [p.name for p in place.iterdir() if p != path]
        return "" if error.faults and not left else f"{seed}: {left} {error.faults}"
    except Exception as error:
        return f"{seed}: {error!r}"
    whole = report.read == report.accepted + report.rejected
    if report.folder:
        held = events(report.folder)
        lines = {row["line"] for row in listed(report.folder) if row["what"] == "rejected"}
        whole &= len(held) == report.accepted and len(lines) == report.rejected
        whole &= len({event["event_id"] for event in held}) == len(held)
        whole &= not lines & {str(event["line"]) for event in held}
    return "" if whole else f"{seed}: {report}"


@pytest.mark.parametrize("name", FILES)
def test_a_good_file_is_taken_whole(name: str, tmp_path: Path) -> None:
    raw, form, count = FILES[name]
    path = tmp_path / "file"
    path.write_bytes(raw)
    report = run(path, tmp_path / "out", Options(), silent, go_on)
    assert (report.form, report.read, report.accepted) == (form, count, count)
    shown = preview(path)
    assert (shown.form, len(shown.rows), shown.question, shown.faults) == (form, count, "", ())


@pytest.mark.parametrize("name", FILES)
def test_rejected_rows_of_every_form_can_be_imported(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some rows are rejected; with the fault gone they are taken, as the same form."""
    raw, key, count = FILES[name]
    path = tmp_path / "file"
    path.write_bytes(raw)
    form = formats.FORMS[key]

    def strict(columns: Sequence[str], choices: formats.Choices) -> formats.Recipe:
        recipe = form.recipe(columns, choices)
        return replace(recipe, rejects=(formats.Rule("", "line % 4 = 2", "one in four"),))

    with monkeypatch.context() as patch:
        patch.setitem(formats.FORMS, key, replace(form, recipe=strict))
        report = run(path, tmp_path / "out", Options(), silent, go_on)
    assert report.rejected > 0
    again = run(tmp_path / "out" / "rejected.csv", tmp_path / "more", Options(), silent, go_on)
    assert (again.form, again.accepted) == (key, report.rejected)
    assert report.accepted + again.accepted == count


@pytest.mark.parametrize("times", [12, pytest.param(182, marks=pytest.mark.long)])  # over 2,000
@pytest.mark.parametrize("name", FILES)
def test_a_spoiled_file_ends_in_a_report_or_a_sentence(
    name: str, times: int, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda seed: trouble(name, seed, tmp_path), range(times))
        assert [each for each in found if each] == []


@pytest.mark.parametrize("name", FILES)
def test_a_preview_never_raises(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for seed in range(10):
        path.write_bytes(spoiled(name, 1_000 + seed))
        shown = preview(path)
        assert shown.faults or len(shown.rows)
