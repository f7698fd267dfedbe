"""Fetches the peers from npm as published: each package brings a built script, so none is built."""

import subprocess
import tarfile
from pathlib import Path

# The newest releases when this was written; kepler.gl's script needs the other five beside it.
PACKAGES = {
    "@knight-lab/timelinejs": "3.9.11",
    "vis-timeline": "8.5.4",
    "kepler.gl": "3.2.6",
    "react": "18.3.1",
    "react-dom": "18.3.1",
    "redux": "4.2.1",
    "react-redux": "8.1.3",
    "styled-components": "6.1.8",
}


def fetch(folder: Path) -> None:
    """Unpack every package into a folder of its name, unless it is there already.

    This is the only step that needs a network. Raises RuntimeError with npm's last words.
    """
    for name, version in PACKAGES.items():
        if not (folder / name).exists():
            _unpack(_pack(f"{name}@{version}", folder), folder / name)


def _pack(package: str, folder: Path) -> Path:
    """The archive of a package."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        raise RuntimeError(f"npm could not fetch {package}: {done.stderr.strip()[-500:]}")
    return folder / done.stdout.split()[-1]


def _unpack(archive: Path, target: Path) -> None:
    """Unpack an archive, whose files all lie in one folder, and delete it."""
    unpacked = archive.with_suffix(".unpacked")
    with tarfile.open(archive) as packed:
        packed.extractall(unpacked, filter="data")
    target.parent.mkdir(parents=True, exist_ok=True)
    next(unpacked.iterdir()).rename(target)
    unpacked.rmdir()
    archive.unlink()
