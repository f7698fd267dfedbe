"""Imports each file of a folder within bounds, and says how it ended: one JSON line for each.

`python -m tests.events.imports.try_files FOLDER`. The kernel ends it where a file takes more than
`SECONDS` of CPU; the MB that it took beside those taken before are said.
"""

import csv
import json
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from dashboard.events.faults import DataError
from dashboard.events.imports import Options, preview, run
from tests.events.imports.workbench import go_on, listed, silent

SECONDS = 5
STATUS = Path("/proc/self/status")


def main() -> None:
    csv.field_size_limit(10**9)  # of what a report lists
    for path in sorted(Path(sys.argv[1]).iterdir()):
        Path("/proc/self/clear_refs").write_text("5")  # what was the most until now is forgotten
        before = taken("VmRSS")
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        said = {"name": path.name, **outcome(path), "mb": taken("VmHWM") - before}
        print(json.dumps(said), flush=True)


def taken(key: str) -> int:
    """MB of memory."""
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(lines[key].split()[0]) // 1024


def outcome(path: Path) -> dict[str, object]:
    """What the file came to: its counts and the faults of it, or the traceback."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "out"
        try:
            preview(path)
            report = run(path, folder, Options(), silent, go_on)
        except DataError as error:
            return {"faults": [*map(str, error.faults)], "left": [*map(str, Path(work).iterdir())]}
        except BaseException:
            return {"traceback": traceback.format_exc()}
        rows = listed(folder) if report.folder else []
        rejected = sum(row["what"] == "rejected" for row in rows)
        lines = rejected if report.folder else report.rejected
        return {
            "faults": [*map(str, report.faults)],
            "counts": [report.read, report.accepted, report.rejected, lines],
        }


if __name__ == "__main__":
    main()
