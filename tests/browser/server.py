"""Starts the real page as anyone does, on a free port of this computer."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
START = 60  # s until the server answers; usually 1


@contextmanager
def served(root: Path, log: Path, **settings: str) -> Iterator[str]:
    """The address of the running page, without a slash at the end; its words go into `log`.

    The server reads .streamlit/config.toml; Streamlit's settings in the environment do not count.
    `settings` are those of the dashboard, such as DASHBOARD_WORKSPACE.
    """
    with served_on(free_port(), root, log, **settings) as server:
        yield server.address


@contextmanager
def served_on(
    port: int, root: Path, log: Path, *, within: Sequence[str] = (), **settings: str
) -> Iterator["Server"]:
    """The same on a port of the caller's choice, where it can be killed and started again;
    `within` is a command that becomes the server's, as `env` would."""
    streamlit = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command = [*within, *streamlit]
    env = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    with _running(command, root, "/_stcore/health", env | settings, log, port) as process:
        yield Server(f"http://{HOST}:{port}", process)


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, and its process."""

    address: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it at once, as a fault does: it is not asked, and says goodbye to nobody."""
        self.process.kill()
        self.process.wait()


@contextmanager
def run_server(
    command: Sequence[str], folder: Path, health: str, environment: Mapping[str, str], log: Path
) -> Iterator[str]:
    """The address of a server while it runs; "{port}" in the command stands for its port.

    Raises RuntimeError with what it wrote into `log`, if a request for `health` is not answered.
    """
    port = free_port()
    filled = [part.replace("{port}", str(port)) for part in command]
    with _running(filled, folder, health, environment, log, port):
        yield f"http://{HOST}:{port}"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(
    command: Sequence[str],
    folder: Path,
    health: str,
    environment: Mapping[str, str],
    log: Path,
    port: int,
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=out)
    try:
        _wait(server, port, health, log)
        yield server
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: subprocess.Popen[bytes], port: int, health: str, log: Path) -> None:
    """Ask for the server's health until it answers."""
    deadline = time.monotonic() + START
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", health)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass  # not listening yet
        finally:
            connection.close()
        with suppress(subprocess.TimeoutExpired):
            server.wait(0.05)  # it runs on, as it should
    how = "still silent" if server.poll() is None else f"ended with {server.returncode}"
    raise RuntimeError(f"The server did not start ({how}):\n{log.read_text()}")
