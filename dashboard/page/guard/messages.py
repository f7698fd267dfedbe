"""Lets through what a reader's browser sends, and drops what would touch others or the server."""

from collections.abc import Awaitable, Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

ALLOWED = frozenset(
    {
        "rerun_script",
        "stop_script",
        "app_heartbeat",
        "file_urls_request",
        "backend_operation_request",
    }
)  # of these the last makes a download when it is asked for
UNREADABLE = 1007  # the websocket code for a message that is not what it must be


class Messages:
    """Reads each message of a session before Streamlit does: a bad one ends its own session, with
    no traceback in the log, and one that is not `ALLOWED` (such as that which clears the caches of
    all) is passed over."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        await self.app(scope, _checked(receive, send), send)


def _checked(receive: Receive, send: Send) -> Callable[[], Awaitable[Message]]:
    async def next_message() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            kind = kind_of(message.get("bytes") or b"")
            if kind is None:
                await send({"type": "websocket.close", "code": UNREADABLE})
                return {"type": "websocket.disconnect", "code": UNREADABLE}
            if kind in ALLOWED:
                return message

    return next_message


def kind_of(content: bytes) -> str | None:
    """What a message asks for; "" if it asks for nothing, None if it cannot be read."""
    read = BackMsg()
    try:
        read.ParseFromString(content)
    except (DecodeError, ValueError):
        return None
    return read.WhichOneof("type") or ""
