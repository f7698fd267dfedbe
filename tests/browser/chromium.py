"""Finds a Chromium to test with, and installs one when there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# The page must draw its map without a graphics card, and the browser must ask nobody for news.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)

MISSING = (
    "No Chromium found and none could be installed: install it (`apt-get install chromium`, or "
    "`python -m playwright install chromium`), or name one in the environment variable CHROMIUM."
)


def chromium(playwright: Playwright) -> str:
    """The path of a Chromium: CHROMIUM, on the PATH, Playwright's own, or a new one.

    Raises RuntimeError when there is none to be had. Tests never pass by being skipped.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if shutil.which(named):
            return named
        raise RuntimeError(f"CHROMIUM names {named!r}, which cannot be run.")
    path = _found(playwright)
    tried = []
    for command in () if path else _installers():
        tried.append(_run(command))
        path = _found(playwright)
        if path:
            break
    if path is None:
        raise RuntimeError("\n".join([MISSING, *tried]))
    return path


def _found(playwright: Playwright) -> str | None:
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return on_path or (own if Path(own).exists() else None)


def _installers() -> Iterator[list[str]]:
    """The ways to install one: the system's package first, as it brings its own libraries."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        yield ["apt-get", "update"]
        yield ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    yield [sys.executable, "-m", "playwright", "install", "chromium"]


def _run(command: list[str]) -> str:
    """Run one installer; says how it ended."""
    print("No Chromium yet:", " ".join(command), file=sys.stderr)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=900, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{' '.join(command)}: {error}"
    return f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-1000:]}"
