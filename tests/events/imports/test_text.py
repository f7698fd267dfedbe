"""Encodings and line ends: known from the file or said, never guessed."""

from pathlib import Path

import pytest

from dashboard.events.imports import Asked, Unusable
from dashboard.events.imports.text import HEAD, LONGEST, Lines, decoded, encoding_of
from tests.events.imports.workbench import HEADER, events, import_text, listed

NAMES = "1,2020-01-02,Şuşa «ə» Шуша,,,"


def lines(path: Path, encoding: str) -> list[bytes]:
    with Lines(path, encoding, path.read_bytes()[:HEAD]) as found:
        return list(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_the_byte_order_mark_says_is_read(encoding: str, tmp_path: Path) -> None:
    report = import_text(f"{HEADER}\n{NAMES}\n".encode(encoding), tmp_path / "out")
    assert (report.read, report.accepted) == (1, 1)
    assert events(tmp_path / "out")[0]["title"] == "Şuşa «ə» Шуша"


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1251", "gb18030"])
def test_an_encoding_is_read_when_it_is_said(encoding: str, tmp_path: Path) -> None:
    text = f"{HEADER}\n1,2020-01-02,Шуша,,,\n"
    import_text(text.encode(encoding), tmp_path / "out", encoding=encoding)
    assert events(tmp_path / "out")[0]["title"] == "Шуша"


def test_another_encoding_is_asked_for_and_never_guessed(tmp_path: Path) -> None:
    text = HEADER + "".join(f"\n{n},2020-01-02,Gəncə é,,," for n in range(9))
    raw = text.replace("ə", "e").encode("cp1252")
    with pytest.raises(Asked) as asked:
        import_text(raw, tmp_path / "out")
    assert asked.value.question == "encoding"
    assert not (tmp_path / "out").exists()
    assert import_text(raw, tmp_path / "out", encoding="cp1252").accepted == 9
    assert {e["title"] for e in events(tmp_path / "out")} == {"Gence é"}


def test_a_late_change_of_encoding_is_asked_for_too(tmp_path: Path) -> None:
    """The first lines alone do not show it."""
    plain = "".join(f"\n{n},2020-01-02,plain,,," for n in range(600))
    text = HEADER + plain + "".join(f"\nx{n},2020-01-02,é,,," for n in range(60))
    with pytest.raises(Asked):
        import_text(text.encode("cp1252"), tmp_path / "out")


def test_a_bad_byte_among_good_letters_costs_its_row(tmp_path: Path) -> None:
    good = f"{HEADER}\n{NAMES}\n3,2020-01-02,é,,,\n".encode()
    report = import_text(good + b"2,2020-01-02,\xe9,,,\n", tmp_path / "out")
    assert (report.read, report.accepted, report.rejected) == (3, 2, 1)
    [row] = listed(tmp_path / "out")
    assert (row["what"], row["line"]) == ("rejected", "4")
    assert r"\xe9" in row["value"]


def test_bytes_that_an_encoding_does_not_know_are_shown(tmp_path: Path) -> None:
    report = import_text(
        f"{HEADER}\n1,2020-01-02,a,,,\n".encode() + b"2,2020-01-02,\x81\x8d,,,\n",
        tmp_path / "out",
        encoding="cp1252",
    )
    assert (report.accepted, report.rejected) == (1, 1)
    assert r"2,2020-01-02,\x81\x8d" in report.faults[0].value


def test_an_unknown_encoding_is_no_encoding(tmp_path: Path) -> None:
    for name in ("klingon", "hex", "rot13"):
        with pytest.raises(Unusable):
            encoding_of(tmp_path / "x.csv", b"a", name)


def test_line_ends_of_all_systems(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\nb\r\nc\n")
    assert lines(path, "utf-8") == [b"a", b"b", b"c"]
    path.write_bytes(b"a\rb\rc\r")  # an old Macintosh
    assert lines(path, "utf-8") == [b"a", b"b", b"c"]
    path.write_bytes(b"a\rb\nc")  # a carriage return in a cell
    assert lines(path, "utf-8") == [b"a\rb", b"c"]
    path.write_bytes("a\r\nb\nc".encode("utf-16"))
    assert lines(path, "utf-16") == [b"a", b"b", b"c"]


def test_an_endless_line_is_cut_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\n" + b"x" * (2 * LONGEST + 10) + b"\nb\n")
    first, long, last = lines(path, "utf-8")
    assert (first, last) == (b"a", b"b")
    assert LONGEST < len(long) < 2 * LONGEST


def test_bad_bytes_are_readable_for_people() -> None:
    assert decoded(b"a\xffb\0") == "a\\xffb\\x00"
