"""The intake command: a list or JSON, nothing saved, and what a text cannot be."""

import argparse
import json
from pathlib import Path

import pytest

from dashboard.codes import FAULTS, OK, USAGE
from dashboard.events.intake import LONGEST
from dashboard.proposing import add_intake

TEXT = "Erdogan told Putin late on Saturday that Armenia must leave Shusha.\nIt was “over”.\n"


def command(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    add_intake(parser.add_subparsers())
    options = parser.parse_args(["intake", *map(str, arguments)])
    code: int = options.run(options)
    return code


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_readable_list(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(article, "--date", "2020-11-07") == OK
    out, err = capsys.readouterr()
    assert "2020-11-07 (7 Nov 2020): “late on Saturday”" in out
    assert "Recep Tayyip Erdogan, Vladimir Putin, Armenia" in out
    assert "Shusha / Shushi" in out
    assert "1 proposals; nothing was saved" in out
    assert err == ""
    assert [path.name for path in article.parent.iterdir()] == ["article.txt"]


def test_an_array_as_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(article, "--date", "2020-11-07", "--json") == OK
    (one,) = json.loads(capsys.readouterr().out)
    assert one["date"] == "2020-11-07"
    assert one["actors"] == ["erdogan", "vladimir-putin", "armenia"]
    assert one["speakers"] == ["erdogan"]
    assert TEXT[one["start"] : one["end"]] == one["text"]


def test_without_a_date_saturday_is_none_and_that_is_said(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(article) == OK
    out, err = capsys.readouterr()
    assert "none: “late on Saturday”: no date of the article is given" in out
    assert err == "no date of the article is given\n"


def test_a_date_in_the_text_is_only_suggested(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BAKU, 12/11/2020 – Armenia fought on 10/11/2020.", "utf-8")
    assert command(path) == OK
    out, err = capsys.readouterr()
    assert "day and month could be the other way round" in out
    assert "--day-first or --month-first" in err
    assert command(path, "--day-first") == OK
    out, err = capsys.readouterr()
    assert "10 Nov 2020" in out
    assert "the text bears “12/11/2020”: --date 2020-11-12?" in err


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "the text of an article"),
        (b"\n \n", "the text of an article"),
        ("Şuşa".encode("cp1254"), "plain text in UTF-8"),
        (b"word " * (LONGEST // 5 + 1), f"at most {LONGEST:,} characters"),
    ],
)
def test_texts_that_cannot_be_used_end_with_1(
    raw: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert command(path) == FAULTS
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_a_bad_call_ends_with_2(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "no.txt") == USAGE
    assert command(tmp_path) == USAGE
    with pytest.raises(SystemExit) as ended:
        command(article, "--date", "7.11.2020")
    assert ended.value.code == USAGE
    assert "no day such as 2020-11-07" in capsys.readouterr().err
