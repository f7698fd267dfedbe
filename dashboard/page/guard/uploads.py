"""Holds the bytes of uploads in memory: for one session, and for all of them together."""

from collections.abc import Callable
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

PATH = "/_stcore/upload_file/"
Held = Callable[[str], tuple[int, int]]


def held(session_id: str) -> tuple[int, int]:
    """The bytes of uploads that the server holds: of this session, and of all."""
    if not Runtime.exists():
        return 0, 0
    manager: Any = Runtime.instance().uploaded_file_mgr
    # A copy: other threads add and remove meanwhile.
    sizes = {
        owner: sum(len(file.data) for file in list(files.values()))
        for owner, files in list(manager.file_storage.items())
    }
    return sizes.get(session_id, 0), sum(sizes.values())


class Uploads:
    """Refuses an upload with 413 as soon as it would exceed what may be held; `each` and `most` in
    bytes. What arrives at the same time counts as well."""

    def __init__(self, app: ASGIApp, each: int, most: int, held: Held = held) -> None:
        self.app, self.each, self.most, self.held, self.coming = app, each, most, held, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http" or scope["method"] != "PUT" or PATH not in scope["path"]:
            await self.app(scope, receive, send)
            return
        session_id = scope["path"].partition(PATH)[2].partition("/")[0]
        room = self._room(session_id)
        if _announced(scope) > room:
            await PlainTextResponse(_words(room), 413)(scope, receive, send)
            return
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            if message["type"] == "http.request":
                size = len(message.get("body", b""))
                arrived += size
                self.coming += size
                if arrived > room:
                    return {"type": "http.disconnect"}
            return message

        try:
            await self.app(scope, counted, send)
        finally:
            self.coming -= arrived

    def _room(self, session_id: str) -> int:
        own, all_ = self.held(session_id)
        return max(min(self.each - own, self.most - all_ - self.coming), 0)


def _announced(scope: Scope) -> int:
    """The size that the request says it has; 0 if it says nothing."""
    for name, value in scope["headers"]:
        if name.lower() == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _words(room: int) -> str:
    return f"The server has room for {room // 2**20} MB of uploads now. Try again later.\n"
