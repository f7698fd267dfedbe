"""What the first visitor would wait for is done before the server answers."""

import subprocess
import sys
from pathlib import Path

SEEN = """
import sys
import app
from dashboard.page import cache
cache.read_dataset = None  # the first visit reads nothing any more
print(len(cache.dataset().tables.events), "dashboard.page.timelines" in sys.modules)
"""


def test_the_records_are_read_and_the_page_is_loaded(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SEEN], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["75", "True"]
    assert "ScriptRunContext" not in done.stderr
