"""Every bad file ends in words, within 5 s of CPU and 300 MB, and no row of it is lost.

In a process of its own, as some were made to exhaust whoever reads them.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.events.imports.bad_files import BAD

MB = 300


@pytest.fixture(scope="module")
def ends(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """How each file ended."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (make, _) in BAD.items():
        (folder / name).write_bytes(make())
    command = [sys.executable, "-m", "tests.events.imports.try_files", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    left = sorted(set(BAD) - {each["name"] for each in told})
    assert done.returncode == 0, (
        f"ended with {done.returncode} at {left[:1]}: {done.stderr[-2000:]}"
    )
    return {each["name"]: each for each in told}


@pytest.mark.parametrize("name", BAD)
def test_it_ends_in_words(name: str, ends: dict[str, dict[str, Any]]) -> None:
    end = ends[name]
    assert "traceback" not in end, end["traceback"]
    assert end["mb"] <= MB
    if words := BAD[name][1]:
        assert any(words in fault for fault in end["faults"]), end["faults"]
        assert all(fault.startswith(name) for fault in end["faults"])
    if "counts" in end:
        read, accepted, rejected, listed = end["counts"]
        assert read == accepted + rejected and listed == rejected
    else:
        assert end["left"] == []
