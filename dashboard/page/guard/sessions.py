"""Holds the number of open sessions: the next visitor is told, and those inside are not slowed."""

from pathlib import Path

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..templates import render

BUSY = 1013  # the websocket code for "try again later"
AGAIN = 30  # seconds


class Sessions:
    """Counts open websockets, one for each session."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most, self.open = app, most, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http" and self.open >= self.most and _is_page(scope):
            page = HTMLResponse(render("full.html", most=self.most, again=AGAIN), 503)
            page.headers["retry-after"] = str(AGAIN)
            await page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.open >= self.most:
            await receive()
            await send({"type": "websocket.close", "code": BUSY})
            return
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1


def _is_page(scope: Scope) -> bool:
    """Whether the page itself is asked, not one of its files or the server's health."""
    path = str(scope["path"])
    return "/_stcore/" not in path and not Path(path).suffix and scope["method"] == "GET"
