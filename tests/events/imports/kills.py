"""Kills imports at random moments: is what they leave always whole?

Two files are imported to the same place by turns, so that each import replaces the data set of the
other. Each is killed (SIGKILL) somewhere in a step chosen by chance. Then the place must hold a
whole data set of the last import that ended or of the one that was killed, and, once swept,
nothing else.
"""

import hashlib
import json
import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.events.imports import Imported, history, is_unchanged, sweep
from dashboard.events.imports.pace import STEPS
from dashboard.events.sets.about import RECORDS, SIDECAR

ROOT = Path(__file__).resolve().parents[3]
SWEPT = "Sweeping"  # what the child says once it has come so far that it imports
CHILD = """
import sys
from pathlib import Path
from dashboard.events.imports import Options, run
print("Sweeping", flush=True)
said = []
def say(progress):
    if progress.step not in said:
        said.append(progress.step)
        print(progress.step, flush=True)
run(Path(sys.argv[1]), Path(sys.argv[2]), Options(), say, lambda: False)
"""


@dataclass(frozen=True)
class Version:
    """A file to import: where it lies, its SHA-256 and how many records it has."""

    path: Path
    sha256: str
    rows: int


def make_file(path: Path, rows: int, word: str) -> Version:
    """A table with an id, a date, a title and coordinates; its titles begin with the word."""
    header = "id,date,title,latitude,longitude,actors\n"
    lines = (
        f"{word}{n},20{n % 20:02}-0{n % 9 + 1}-11,{word} {n} {'x' * 80},40.1,46.2,A;B\n"
        for n in range(rows)
    )
    path.write_text(header + "".join(lines), "utf-8")
    return Version(path, hashlib.sha256(path.read_bytes()).hexdigest(), rows)


def kill_one(version: Version, folder: Path, chance: random.Random, longest: float) -> str:
    """Begin an import and kill it; the step in which it was, "" if it had ended before.

    It is killed up to `longest` seconds after a step has begun that is chosen by chance.
    """
    step = chance.choice([SWEPT, *STEPS, *list(STEPS)[-1:] * 3])
    command = [sys.executable, "-c", CHILD, str(version.path), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        for line in child.stdout:
            if line.strip() == step:
                break
        try:
            child.wait(chance.random() ** 2 * longest)
        except subprocess.TimeoutExpired:
            child.kill()
        code = child.wait()
    assert code in (0, -signal.SIGKILL), f"the import failed: {code}"
    return "" if code == 0 else step


def what_is_wrong(folder: Path, allowed: list[Version]) -> str:
    """What is not whole at the place of the data set; "" if all is well.

    There must be nothing if no version is allowed yet; else one of them, in full.
    """
    sweep(folder.parent)
    left = [path.name for path in folder.parent.iterdir() if path.is_dir() and path != folder]
    if left:
        return f"left behind: {left}"
    if not folder.exists():
        return "the data set is gone" if allowed[:-1] else ""
    said = json.loads((folder / SIDECAR).read_text("utf-8"))
    version = next((each for each in allowed if each.sha256 == said["sha256"]), None)
    if version is None:
        return f"an older data set: {said['file']}"
    with duckdb.connect(str(folder / RECORDS), read_only=True) as con:
        [(rows,)] = con.execute("SELECT count(*) FROM events").fetchall()
    whole = {"report.csv", "rejected.csv"} <= {path.name for path in folder.iterdir()}
    if not (whole and rows == said["accepted"] == version.rows):
        return f"{rows} rows, {whole}"
    last = history(folder)[-1]
    told = last.sha256 == said["sha256"] and is_unchanged(folder)
    return "" if told else f"the list of imports ends with {last}"


def kill_many(kills: int, rows: int, longest: float, workspace: Path, seed: int) -> Counter[str]:
    """Import until so many imports were killed; how often each step was hit ("" is none).

    Raises AssertionError if anything is broken, left behind or forgotten, and if three of four
    imports end before they are killed.
    """
    chance = random.Random(seed)
    versions = [make_file(workspace / f"{word}.csv", rows, word) for word in ("one", "two")]
    folder, hit = workspace / "set", Counter[str]()
    last: list[Version] = []  # what the place held before
    imports: list[Imported] = []  # its list of them
    while (killed := hit.total() - hit[""]) < kills:
        turn = hit.total()
        assert turn < 4 * kills, f"only {killed} of {turn} imports were killed: {hit}"
        version = versions[turn % 2]
        hit[kill_one(version, folder, chance, longest)] += 1
        wrong = what_is_wrong(folder, [*last, version])
        assert not wrong, f"after import {turn + 1} of seed {seed}: {wrong}"
        if folder.exists():
            held = json.loads((folder / SIDECAR).read_text("utf-8"))["sha256"]
            last = [each for each in versions if each.sha256 == held]
            before, imports = imports, history(folder)
            assert imports[: len(before)] == before, f"after import {turn + 1}: some forgotten"
    return hit
