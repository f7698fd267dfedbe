"""A real Spark Connect server for the tests: Sail, a process of its own."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc

STARTS_WITHIN = 60  # seconds, on a busy machine


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_sail(log: Path, port: int) -> Iterator[str]:
    """The address of a server that listens on `port` until the end of the block."""
    sail = Path(sys.executable).with_name("sail")
    command = [str(sail), "spark", "server", "--ip", "127.0.0.1", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            grpc.channel_ready_future(channel).result(timeout=STARTS_WITHIN)
        yield f"sc://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)
