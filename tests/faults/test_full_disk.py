"""A disk that is full, a real one: a file system of a few MB that only the command under test sees.

It needs Linux and its `unshare`, which mounts the file system in the memory.
"""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.events.dataset import DATA
from dashboard.events.own import copy_of
from tests.browser.server import Server, free_port, served_on
from tests.events.imports.kills import make_file
from tests.faults.after import WHOLE, fresh, survived
from tests.sessions import opened

pytestmark = pytest.mark.long

MOUNT = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
LIST = '"$@"; code=$?; ls -A "$0"; exit $code'  # what is left is said before it is gone
WHOLE_DISK = "40m"  # has room for the import


def on_disk(size: str, folder: Path) -> list[str]:
    """The command that runs the words behind it with a disk of this size at `folder`."""
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", MOUNT, "sh", size, str(folder)]


@pytest.mark.parametrize("size", ["100k", "1m", "3m", "5m", "7m", "9m", WHOLE_DISK])
def test_an_import_says_how_much_room_it_needs(size: str, root: Path, tmp_path: Path) -> None:
    """The smaller the disk, the earlier the step in which it is full; nothing is left behind."""
    file, folder = make_file(tmp_path / "file.csv", 20_000, "row").path, tmp_path / "small"
    folder.mkdir()
    imports = [sys.executable, "-m", "dashboard", "import", str(file), "--out", str(folder / "set")]
    done = subprocess.run(
        [*on_disk(size, folder), "sh", "-c", LIST, str(folder), *imports],
        cwd=root, capture_output=True, text=True,
    )  # fmt: skip
    left = done.stdout.splitlines()
    if size == WHOLE_DISK:
        assert done.returncode == 0 and left[-1] == "set", done.stderr
    else:
        assert done.returncode == 1 and left == [], done.stdout
        assert f"no room for the import in {folder}: it needs about " in done.stderr
        assert "Traceback" not in done.stderr


def test_a_server_goes_on_when_its_disk_is_full_and_saves_when_there_is_room(
    root: Path, tmp_path: Path
) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    disk, port = on_disk("8m", workspace), free_port()
    place = {"DASHBOARD_WORKSPACE": str(workspace)}
    with served_on(port, root, tmp_path / "server.txt", within=disk, **place) as server:
        seen = Path(f"/proc/{server.process.pid}/root") / workspace.relative_to("/")

        async def write() -> None:
            # Begun here, as a page would have opened it at once: nothing of it is laid out yet.
            key = copy_of(seen, "First records", "Leyla", DATA).name
            fill(seen / "filler")
            assert "Not saved: No space left on device" in await begin(server, "Second records")
            assert WHOLE in (await fresh(server.address, f"dataset={key}")).texts
            await survived(server.address)
            (seen / "filler").unlink()
            assert "Not saved" not in await begin(server, "Second records")

        asyncio.run(write())
        sets = sorted(path.name for path in seen.iterdir() if not path.name.startswith("."))
        assert sets == ["first-records", "second-records"]


async def begin(server: Server, title: str) -> str:
    """Begin a data set of one's own; what the page then says."""
    async with opened(server.address, "view=edit") as session:
        await session.run()
        session.change("Your name in the history", "Leyla")
        session.change("Title of the data set *", title)
        session.change("Begin", True)
        await session.run()
        assert not session.exceptions
        return session.texts


def fill(path: Path) -> None:
    """Write until there is no room for another byte."""
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(os.urandom(size)) == size:
                    pass
            except OSError as error:
                assert error.errno == 28, error
