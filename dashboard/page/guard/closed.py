"""Keeps the doors shut that are for machines: the server's numbers, and driving it by a program."""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

DOORS = re.compile(r"/_stcore/(metrics|agent)(/|$)")  # also below a base path


class Closed:
    """Answers 404 to `DOORS`, whatever the method: no reader's browser asks for them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "http" and DOORS.search(scope["path"]):
            await PlainTextResponse("Not found.\n", 404)(scope, receive, send)
            return
        await self.app(scope, receive, send)
