"""Starts a peer's server on a free port of this computer, and ends it."""

import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
START = 60  # s


@contextmanager
def run_server(
    command: list[str], folder: Path, health: str, environment: dict[str, str]
) -> Iterator[str]:
    """The address of the server while it runs; "{port}" in the command stands for its port.

    Raises RuntimeError if it does not answer a request for `health` in time.
    """
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    filled = [part.replace("{port}", str(port)) for part in command]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(filled, cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    try:
        _wait(server, filled, port, health)
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: subprocess.Popen[bytes], command: list[str], port: int, health: str) -> None:
    deadline = time.monotonic() + START
    while server.poll() is None and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", health)
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)  # not listening yet
        finally:
            connection.close()
    raise RuntimeError(f"The server did not start: {' '.join(command)}")
