"""Measures a server under load: `python -m tests.bench.load --sessions 100 200 --think 10`.

Starts the page's server for each level, opens so many sessions, lets each change a filter of the
sidebar about every `--think` seconds, and prints what the readers waited and what it cost.
`--sessions 8 --think 0` asks as fast as it can: CPU per rerun. `--sessions 60 --think 10 --actions
180` goes on for half an hour: does memory grow?
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.server import Server, free_port, served_on
from tests.faults.after import health
from tests.sessions import Session, opened

ROOT = Path(__file__).resolve().parents[2]
RAMP = 10  # sessions opened in a second
WORDS = ("", "peace", "ceasefire", "Shusha", "bridge", "talks")
MIB = 2**20


@dataclass
class Level:
    """What one level showed; times in seconds, memory in bytes."""

    sessions: int
    opened: int = 0
    runs: int = 0
    ended: int = 0
    actions: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    idle: int = 0
    full: int = 0
    minutes: list[int] = field(default_factory=list)
    cpu: float = 0.0

    def line(self) -> str:
        """The level as one line."""
        each = (self.full - self.idle) / self.sessions / MIB
        load = os.getloadavg()[0]
        minutes = ", ".join(f"{held / MIB:.0f}" for held in self.minutes)
        return (
            f"{self.sessions} sessions: {self.opened} opened, {len(self.actions)} actions, "
            f"{len(self.errors)} errors; an action {ms(self.actions, 50)} / "
            f"{ms(self.actions, 95)} ms (median / 95 %), health {ms(self.health, 95)} ms (95 %); "
            f"{1000 * self.cpu / max(self.runs, 1):.0f} CPU-ms a run; memory {self.idle / MIB:.0f} "
            f"-> {self.full / MIB:.0f} MiB, {each:.2f} a session; load {load:.1f}"
            + (f"; MiB each minute: {minutes}" if len(self.minutes) > 2 else "")
        )


def main() -> None:
    """Print a line for each level, and the first errors."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=[8])
    parser.add_argument("--think", type=float, default=0.0, help="seconds between two actions")
    parser.add_argument("--actions", type=int, default=3, help="of each session")
    asked = parser.parse_args()
    for sessions in asked.sessions:
        level = Level(sessions)
        with tempfile.TemporaryDirectory() as folder:
            settings = {"DASHBOARD_WORKSPACE": folder, "DASHBOARD_MAX_SESSIONS": str(sessions + 9)}
            log = Path(folder) / "server.txt"
            with served_on(free_port(), ROOT, log, **settings) as server:
                asyncio.run(measure(server, level, asked.think, asked.actions))
        print(level.line(), *level.errors[:5], sep="\n  ", flush=True)


async def measure(server: Server, level: Level, think: float, actions: int) -> None:
    """Run a level: the sessions stay open until all are done, so that memory is that of all."""
    async with opened(server.address) as first:  # what is read and imported once
        await first.run()
        await first.run()
    done = asyncio.Event()
    level.idle, before = memory(server), cpu(server)
    asks = asyncio.create_task(ask_health(server.address, level))
    notes = asyncio.create_task(note_memory(server, level))
    readers = [
        reader(server.address, level, n, think, actions, done) for n in range(level.sessions)
    ]
    running = asyncio.gather(*readers)
    while level.ended < level.sessions:
        await asyncio.sleep(0.1)
    level.cpu, level.full = cpu(server) - before, memory(server)
    done.set()
    asks.cancel()
    notes.cancel()
    await running


async def reader(
    address: str, level: Level, number: int, think: float, actions: int, done: asyncio.Event
) -> None:
    """One session: opens the default view, and then changes one widget after the other."""
    draw = random.Random(number)
    await asyncio.sleep(number / RAMP if think else 0)
    try:
        async with opened(address) as session:
            await session.run()
            level.opened, level.runs = level.opened + 1, level.runs + 1
            for _ in range(actions):
                await asyncio.sleep(think * draw.uniform(0.5, 1.5))
                change(session, draw)
                began = time.perf_counter()
                await session.run()
                level.actions.append(time.perf_counter() - began)
                level.runs += 1
                if session.exceptions:
                    raise RuntimeError(session.exceptions[0])
            level.ended += 1
            await done.wait()
    except Exception as error:  # each is counted and the first are shown
        level.ended += 1
        level.errors.append(f"{type(error).__name__}: {error}")


def change(session: Session, draw: random.Random) -> None:
    """Another actor, day or text."""
    label = draw.choice(("Actors (any of)", "From", "Search"))
    if label == "Search":
        session.change(label, draw.choice(WORDS))
    elif label == "From":
        session.change(label, [f"{draw.randint(1988, 2020)}-{draw.randint(1, 12):02}-01"])
    else:
        options = list(session.widgets[label].options)
        session.change(label, draw.sample(options, draw.randint(0, 2)))


async def ask_health(address: str, level: Level) -> None:
    """Ask for the server's health, twice a second."""
    while True:
        began = time.perf_counter()
        with suppress(OSError):
            await asyncio.to_thread(health, address)
        level.health.append(time.perf_counter() - began)
        await asyncio.sleep(0.5)


async def note_memory(server: Server, level: Level) -> None:
    """Note what the server holds, once a minute."""
    while True:
        await asyncio.sleep(60)
        level.minutes.append(memory(server))


def cpu(server: Server) -> float:
    """Seconds of CPU that the server's process has had."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(server: Server) -> int:
    """Bytes that the server's process holds in memory."""
    pages = Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def ms(values: list[float], percent: int) -> str:
    """A percentile in milliseconds; "-" of nothing."""
    ranked = sorted(values)
    return (
        f"{1000 * ranked[min(len(ranked) * percent // 100, len(ranked) - 1)]:.0f}"
        if ranked
        else "-"
    )


if __name__ == "__main__":
    main()
