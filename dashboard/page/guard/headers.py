"""Puts the policy on every answer, and refuses addresses that are too long."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .policy import headers

LONGEST = 8000  # characters of a query; a permalink of this page has less than 2,000


class Headers:
    """The outermost: what follows cannot forget the policy."""

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self.app, self.headers = app, headers(frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self.headers}
                kept = [h for h in message.get("headers", []) if h[0].lower() not in ours]
                message = {**message, "headers": [*kept, *self.headers]}
            await send(message)

        if len(scope.get("query_string", b"")) > LONGEST:
            words = f"This address is too long: its query has more than {LONGEST} characters.\n"
            await PlainTextResponse(words, 414)(scope, receive, with_policy)
            return
        await self.app(scope, receive, with_policy)
