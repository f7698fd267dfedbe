"""Measures our page and its peers on the same records, in the same Chromium, in one run.

Run from the checkout: python -m tests.bench.peers [--sizes 75,5000,417968] [--limit 120]
npm is needed once, for the peers' packages; while it measures, nothing can leave the computer.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError

from playwright.sync_api import Playwright, sync_playwright

from tests.bench.make_ged import GED
from tests.bench.peers.events import make
from tests.bench.peers.measure import measure
from tests.bench.peers.ours import OurPage
from tests.bench.peers.packages import PACKAGES, fetch
from tests.bench.peers.peer import PEERS
from tests.bench.peers.result import Result
from tests.bench.peers.table import asked, table


def main() -> None:
    """Measure, and print the table; progress goes to the error output."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as player:
        work = arguments.work or Path(temporary)
        results = list(_measure_all(arguments, work, player))
    if arguments.json:
        records = [result.record() for result in results]
        arguments.json.write_text(json.dumps(records, indent=1), encoding="utf-8")
    print(table(results, OurPage.name))
    print(f"\n{os.cpu_count()} cores; an empty browser has {results[0].empty_browser:.0f} MiB.")
    shutters = sorted(result.shutter for result in results if result.shutter)
    if shutters:
        print(f"Taking a picture takes {shutters[0]:.2f} to {shutters[-1]:.2f} s of each time.")
    print(", ".join(f"{name} {version}" for name, version in PACKAGES.items()))
    print(asked(results))


def _measure_all(arguments: argparse.Namespace, work: Path, player: Playwright) -> Iterator[Result]:
    """A result for each size and peer, one after the other."""
    site, pictures = work / "site", arguments.pictures or work / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    fetch(site)
    for rows in arguments.sizes:
        events = make(work / f"events-{rows}", rows)
        for peer in PEERS:
            if arguments.only and peer.name not in arguments.only:
                continue
            _say(f"{peer.name}, {rows:,} records ...")
            try:
                result = measure(peer, events, site, pictures, arguments.limit, player)
            except (RuntimeError, CalledProcessError) as error:
                result = Result(peer.name, rows, f"not started: {error}")
            _say(f"  {result.outcome}; first {result.first}, filters {result.filters}")
            yield result


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[75, 5000, GED],
                        help="numbers of records, with commas between")  # fmt: skip
    parser.add_argument("--limit", type=float, default=120, help="seconds for each picture")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    parser.add_argument("--pictures", type=Path, help="a folder for the pictures, to look at")
    parser.add_argument("--work", type=Path, help="a folder to keep packages and records in")
    parser.add_argument("--only", action="append", help="a peer's name; may be given again")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
