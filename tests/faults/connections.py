"""What reaches a server beside its sessions: requests and sockets that no browser makes."""

import asyncio
import http.client
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.faults.after import fresh
from tests.sessions import opened

Fault = Callable[[str], Awaitable[None]]
TOKENS = {"X_Xsrftoken": "2|0123abcd|0123abcd|1", "Cookie": "_streamlit_xsrf=2|0123abcd|0123abcd|1"}
MB = 2**20
SECRET = b"conflict-dashboard"  # stands in the project's own files, not in its page
UPLOAD = "/_stcore/upload_file/{session}/{file}"
TRAVERSALS = (
    "/../../pyproject.toml", "/geo/../pyproject.toml", "/geo/%2e%2e/pyproject.toml",
    "/geo/..%2fpyproject.toml", "/geo/..%5cpyproject.toml", "/geo//work/pyproject.toml",
    "/app/static/../../../../pyproject.toml", "/app/static/%2e%2e/%2e%2e/pyproject.toml",
    "//pyproject.toml", "/pyproject.toml", "/.streamlit/config.toml", "/geo/\0",
)  # fmt: skip


def _ask(address: str, method: str, path: str, body: bytes, headers: dict[str, str]) -> Any:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection._validate_path = lambda _: None  # type: ignore[attr-defined]
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


async def ask(
    address: str, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> tuple[int, bytes]:
    """Status and body of an answer; names of headers with _ for -."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    status, content = await asyncio.to_thread(_ask, address, method, path, body, given)
    return status, content


async def raw(address: str, content: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection on which these bytes were sent, and nothing else."""
    reader, writer = await asyncio.open_connection(*urlsplit(address).netloc.split(":"))
    writer.write(content)
    await writer.drain()
    return reader, writer


async def long_query(address: str) -> None:
    assert (await ask(address, f"/?q={'x' * 50_000}"))[0] == 414
    # beyond what a server reads of a head at all
    assert (await ask(address, f"/?q={'x' * 100_000}"))[0] in (400, 414, 431)


async def half_request(address: str) -> None:
    _, writer = await raw(address, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Never: ")
    await fresh(address)  # while the other request is still open
    writer.close()


async def no_http(address: str) -> None:
    reader, writer = await raw(address, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
    assert (await reader.read()).startswith(b"HTTP/1.1 400")
    writer.close()


async def dropped(address: str) -> None:
    """100 sessions at once that go without a word."""

    async def one() -> None:
        async with opened(address) as session:
            session.socket.transport.abort()

    await asyncio.gather(*(one() for _ in range(100)))


async def taken_over(address: str) -> None:
    """Who knows the id of an open session goes on with it; nobody else's is touched."""
    async with opened(address, "actor=russia") as victim, opened(address) as other:
        await victim.run()
        await other.run()
        async with opened(address, resume=victim.id) as thief:
            await thief.run()
            assert thief.id == victim.id
            assert (await other.run()).query == "" and not other.exceptions


async def invented_session(address: str) -> None:
    async with opened(address, "actor=russia", resume="00000000-never-issued") as session:
        await session.run()
        assert not session.exceptions and "14 of 75 records" in session.texts


async def hostile_query(address: str) -> None:
    for query in (
        "from=9999-12-31&to=0001-01-01", "dataset=../../etc/passwd", "event=%00%ff&q=%ed%a0%80",
        "view=" + "x" * 9000, "=&=&&&", "&".join(f"p{n}=1" for n in range(2000)),
        "q=<script>alert(1)</script>", "box=nan,inf,-inf,1e999", "actor=" + "%F0%9F%92%A3" * 999,
    ):  # fmt: skip
        assert not (await fresh(address, query)).exceptions, query


async def foreign_origin(address: str) -> None:
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    origin: Any = "https://evil.example"
    with pytest.raises(InvalidStatus, match="403"):
        await connect(url, origin=origin, proxy=None)


async def foreign_host(address: str) -> None:
    """The page under another name, as DNS rebinding would have it: no session is opened."""
    head = (
        "GET /_stcore/stream HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    reader, writer = await raw(address, head.encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 403")
    writer.close()


async def traversal(address: str) -> None:
    for path in TRAVERSALS:
        status, content = await ask(address, path)
        assert status in (200, 400, 404) and SECRET not in content, path


async def doors(address: str) -> None:
    for path in ("metrics", "agent/openapi.json", "agent/mcp", "agent/interact"):
        assert (await ask(address, f"/_stcore/{path}"))[0] == 404, path
        assert (await ask(address, f"/x/_stcore/{path}"))[0] == 404, path


async def put(address: str, session: str, body: bytes, told: str = "", **tokens: str) -> int:
    """Hand a file over to a session, as the page does; `told` is the size that is announced."""
    part = (
        b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n%b\r\n--b--\r\n'
    )
    headers = {"Content_Type": "multipart/form-data; boundary=b", **tokens}
    if told:
        headers |= {"Content_Length": told}
    path = UPLOAD.format(session=session, file="00000000-0000-4000-8000-000000000000")
    return (await ask(address, path, "PUT", part % body, **headers))[0]


async def upload_unasked(address: str) -> None:
    async with opened(address) as session:
        await session.run()
        for tokens in ({}, {"Cookie": TOKENS["Cookie"]}, TOKENS | {"X_Xsrftoken": "another"}):
            assert await put(address, session.id, b"x", **tokens) == 403


async def upload_nowhere(address: str) -> None:
    """No session of this name: whatever the token, nothing is kept."""
    assert await put(address, "never-issued", b"x" * MB, **TOKENS) in (400, 403)


async def upload_too_large(address: str) -> None:
    async with opened(address) as session:
        await session.run()
        assert await put(address, session.id, b"x", str(900 * MB), **TOKENS) == 413


FAULTS: dict[str, Fault] = {
    "query of 100 kB": long_query,
    "half of a request": half_request,
    "no HTTP at all": no_http,
    "100 sessions dropped at once": dropped,
    "session of somebody else": taken_over,
    "session that never was": invented_session,
    "hostile query": hostile_query,
    "foreign origin": foreign_origin,
    "foreign host": foreign_host,
    "path to another file": traversal,
    "doors for machines": doors,
    "upload without a token": upload_unasked,
    "upload to no session": upload_nowhere,
    "upload that is too large": upload_too_large,
}
