"""The command line: counts equal to those counted by hand, errors with exit codes, closed pipes."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from calendar import monthrange
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.events.dataset import DATA, Dataset, read_dataset
from dashboard.events.filters import read_query

LINKS = {  # the query of a link: the records it shows
    "from=2020-11-07&to=2020-11-07": 22,
    "actor=russia": 14,
    "from=1991-01-01&to=1991-12-31": 7,
    "layer=article&contested=yes": 15,
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset()


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first_day(text: str) -> str:
    """The first day of the forms that the data uses, as text that sorts; "" where it is open."""
    text = re.sub("[~?]|T.*", "", text.strip("[]"))
    begin = re.split(r"/|(?<=\d)\.\.", text)[0]
    return "" if begin == ".." else begin + "-01-01"[len(begin) - 4 :]


def last_day(text: str) -> str:
    """The last day, as `first_day`."""
    text = re.sub("[~?]|T.*", "", text.strip("[]"))
    end = re.split(r"/|\.\.(?=\d)", text)[-1]
    if end == "..":
        return ""
    if len(end) == 4:
        return f"{end}-12-31"
    year, month, *day = end.split("-")
    return end if day else f"{end}-{monthrange(int(year), int(month))[1]}"


def counted_by_hand(link: dict[str, str]) -> set[str]:
    """The records that a link should show, from the CSV files alone."""
    parent = {actor["actor_id"]: actor["parent"] for actor in rows("actors")}
    contested = {c["event_id"] for c in rows("claims") if c["contested"] == "yes"}

    def below(actor: str) -> bool:
        return actor == link["actor"] or (parent[actor] != "" and below(parent[actor]))

    found = set()
    for event in rows("events"):
        first, last = first_day(event["date"]), last_day(event["date"])
        if "from" in link and last and last < link["from"]:
            continue
        if "to" in link and first and first > link["to"]:
            continue
        if "actor" in link and not any(below(a) for a in event["actors"].split(";")):
            continue
        if "layer" in link and event["layer"] != link["layer"]:
            continue
        if "contested" in link and (event["event_id"] in contested) != (link["contested"] == "yes"):
            continue
        found.add(event["event_id"])
    return found


def parsed(link: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in link.split("&"))


def asked(link: str) -> list[str]:
    """The arguments that ask for what the link shows."""
    return ["query", *(part for k, v in parsed(link).items() for part in (f"--{k}", v))]


@pytest.mark.parametrize(("link", "count"), LINKS.items())
def test_a_link_its_view_and_the_command_line_agree(
    dataset: Dataset, capsys: pytest.CaptureFixture[str], link: str, count: int
) -> None:
    by_hand = counted_by_hand(parsed(link))
    assert len(by_hand) == count
    value, notes = read_query({k: [v] for k, v in parsed(link).items()}, dataset.choices)
    view = dataset.view(value)
    assert (set(view.events.index), notes) == (by_hand, [])
    assert main([*asked(link), "--count"]) == 0
    assert capsys.readouterr().out == f"{count} of {len(rows('events'))} records\n"
    assert main(asked(link)) == 0
    printed = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["event_id"] for row in printed] == list(view.events.index)


def test_days_read_by_hand() -> None:
    assert (first_day("1991~/2020-11-07"), last_day("1991~/2020-11-07")) == (
        "1991-01-01",
        "2020-11-07",
    )
    assert (first_day("../2020-11-07"), last_day("2020-09-28/..")) == ("", "")
    assert first_day("[1993-04-02..1993-04-03]") == "1993-04-02"
    assert last_day("[1993-04-02..1993-04-03]") == "1993-04-03"
    assert last_day("2020-02") == "2020-02-29"
    assert first_day("2020-10-18T00:00:00+04:00") == "2020-10-18"


def test_repeated_parameters_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    types = ["--type", "call", "--type", "strike"]
    assert main(["query", *types, "--speaker", "turkey", "--q", "erdogan"]) == 0
    found = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert found
    assert {row["event_type"] for row in found} <= {"call", "strike"}
    assert all("turkey" in row["sides"].split(";") for row in found)


def test_json_and_geojson_tell_the_same_records(capsys: pytest.CaptureFixture[str]) -> None:
    ids = []
    for form, key, name in (("json", "records", "event_id"), ("geojson", "features", "id")):
        assert main(["query", "--type", "ceasefire", "--format", form]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["filter"] == ["Ceasefire or truce"]
        ids.append([record[name] for record in told[key]])
    assert ids[0] == ids[1]
    assert "first-truce-2020-10-10" in ids[0]


def test_bad_values_are_all_named_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    query = ["query", "--actor", "nobody", "--actor", "turkey", "--from", "1991", "--layer", "x"]
    assert main(query) == 2
    out, err = capsys.readouterr()
    assert out == ""
    for part in ("actor=nobody", "from=1991", "layer=x"):
        assert part in err
    assert "turkey" not in err


@pytest.mark.parametrize("call", [[], ["nothing"], ["query", "--format", "xml"]])
def test_a_bad_call_is_an_error_of_usage(
    capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(call)
    assert end.value.code == 2
    assert "usage: python -m dashboard" in capsys.readouterr().err


def test_check_says_what_it_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    events, claims = len(rows("events")), len(rows("claims"))
    out = capsys.readouterr().out
    assert out.startswith(f"{events} events, {claims} claims, ")
    assert out.endswith(" periods: no faults\n")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The records with two faults."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    for name, before, after in (("places", "exact", "roughly"), ("periods", ",1988-", ",x1988-")):
        path = folder / f"{name}.csv"
        path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8", newline="\n")
    return folder


def test_check_lists_all_faults(capsys: pytest.CaptureFixture[str], broken: Path) -> None:
    assert main(["check", "--data", str(broken)]) == 1
    first, second, count = capsys.readouterr().out.splitlines()
    assert first.startswith("places.csv, row 3, column place_precision: 'roughly' - one of exact")
    assert second.startswith("periods.csv, row 2, column from: 'x1988-02-20' - a day such as")
    assert count == "2 faults"


def test_records_with_faults_are_not_asked(
    capsys: pytest.CaptureFixture[str], broken: Path
) -> None:
    assert main(["query", "--data", str(broken)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("2 faults; ")


def test_the_dictionary_is_written_between_its_markers(
    capsys: pytest.CaptureFixture[str], broken: Path
) -> None:
    path = broken / "README.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("| `event_id` |", "| `old_name` |"), "utf-8", newline="\n")
    assert main(["dictionary", "--data", str(broken)]) == 0
    assert path.read_text("utf-8") == text
    assert capsys.readouterr().out == "the data dictionary was written to README.md\n"


def test_a_folder_without_records_is_an_error_not_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", "--data", str(tmp_path)]) == 1
    assert "datapackage.json" in capsys.readouterr().out
    assert main(["dictionary", "--data", str(tmp_path)]) == 1
    assert "README.md" in capsys.readouterr().err


def command(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command as a shell starts it, where Python would write ASCII."""
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_output_is_utf_8_everywhere(root: Path) -> None:
    out, err = command(root, "query", "--q", "Dağlıq Արցախ", "--type", "breach").communicate()
    assert err == b""
    assert "Nagorno-Karabakh (Dağlıq Qarabağ / Artsakh)" in out.decode("utf-8")
    assert b"\r" not in out


def test_a_reader_that_has_enough_is_no_error(root: Path) -> None:
    process = command(root, "query", "--format", "json")
    assert process.stdout and process.stderr
    assert process.stdout.read(1) == b"{"
    process.stdout.close()  # far more than a pipe holds was still to come
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()
