"""Sizes, times and faults in words."""

import pytest

from dashboard.events.faults import Fault
from dashboard.events.imports import Progress
from dashboard.page.imports.questions import read_date
from dashboard.page.imports.watch import say_progress
from dashboard.page.imports.words import (
    list_faults,
    say_bytes,
    say_fault,
    say_left,
    title_of,
)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (34_567, "35 kB"),
        (999_600, "1.0 MB"), (266_000_000, "266 MB"), (5_300_000_000_000, "5,300 GB"),
    ],
)  # fmt: skip
def test_sizes(size: int, words: str) -> None:
    assert say_bytes(size) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (0.2, "about 1 s left"), (59, "about 59 s left"), (200, "about 3 min left")],
)
def test_times(seconds: float | None, words: str) -> None:
    assert say_left(seconds) == words


def test_progress_without_an_estimate() -> None:
    assert say_progress(Progress("Starting", 0, 0, None), False) == "Starting"
    assert "nothing will be kept" in say_progress(Progress("Reading", 1, 2, 3.0), True)


@pytest.mark.parametrize(
    ("file", "title"),
    [("GED_26.1.csv.gz", "GED 26.1"), (".csv", ".csv"), ("data.XLSX", "data"), ("a", "a")],
)
def test_titles_of_files(file: str, title: str) -> None:
    assert title_of(file) == title


def test_faults() -> None:
    fault = Fault("a.csv", 1_234, "date", "x" * 200, "no day")
    assert say_fault(fault).startswith("Line 1,234, column date: no day (“xxx")
    assert say_fault(Fault("a.csv", 0, "", "", "the file is empty")) == "a.csv: the file is empty"
    assert list_faults([fault] * 20).splitlines()[-1] == "- and 12 more"


def test_a_date_read_both_ways() -> None:
    assert read_date("07/11/2020", True) == "7 Nov 2020"
    assert read_date("07.11.2020 12:00", False) == "11 Jul 2020"
