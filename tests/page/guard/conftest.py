"""Drives an ASGI application without a server: what comes in, what goes out."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def http(path: str = "/", query: str = "", method: str = "GET", **headers: str) -> Scope:
    """The scope of a request; names of headers with _ for -."""
    given = [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()]
    return {"type": "http", "method": method, "path": path, "query_string": query.encode(),
            "headers": given}  # fmt: skip


def socket() -> Scope:
    return {"type": "websocket", "path": "/_stcore/stream", "headers": []}


def ask(app: ASGIApp, scope: Scope, coming: Iterable[Message] = ()) -> list[Message]:
    """What the application sends, when these messages come and then nothing."""
    sent: list[Message] = []
    waiting = list(coming)

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": f"{scope['type']}.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def status(sent: Sequence[Message]) -> int:
    return int(sent[0]["status"])


def headers_of(sent: Sequence[Message]) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def body(sent: Sequence[Message]) -> str:
    return b"".join(m.get("body", b"") for m in sent[1:]).decode()


class Inner:
    """The application behind: answers 200, and keeps what reached it."""

    def __init__(self) -> None:
        self.reached: list[Any] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            while True:
                message = await receive()
                self.reached.append(message)
                if message["type"] != "http.request" or not message.get("more_body"):
                    break
            own = [(b"x-frame", b"1"), (b"referrer-policy", b"unsafe-url")]
            await send({"type": "http.response.start", "status": 200, "headers": own})
            await send({"type": "http.response.body", "body": b"page"})
            return
        while (message := await receive())["type"] != "websocket.disconnect":
            self.reached.append(message)
