"""What stands before the page: headers, limits and filters, as ASGI middleware around the app.

Streamlit alone sends no security header, takes any number of sessions and uploads, and lets any
visitor clear the caches of all.
"""

from starlette.middleware import Middleware

from .closed import Closed
from .headers import Headers
from .logs import hold_floods
from .messages import Messages
from .sessions import Sessions
from .settings import Settings, read_settings
from .start import raise_file_limit
from .uploads import Uploads

__all__ = ["Settings", "guard", "prepare", "read_settings"]


def guard(settings: Settings) -> list[Middleware]:
    """The middleware, the outermost first."""
    return [
        Middleware(Headers, frame_ancestors=settings.frame_ancestors),
        Middleware(Closed),
        Middleware(Sessions, most=settings.sessions),
        Middleware(Uploads, each=settings.upload_each, most=settings.uploads),
        Middleware(Messages),
    ]


def prepare() -> None:
    """Once per process, before it serves."""
    raise_file_limit()
    hold_floods()
