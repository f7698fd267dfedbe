"""What the browser may do with the page: a Content-Security-Policy and its companions."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def policy(frame_ancestors: str) -> str:
    """The Content-Security-Policy of every answer.

    Scripts come from this server, or from a blob that such a script has made: Streamlit loads the
    project's own components so. The scripts that stand inside Streamlit's own page are named by
    their hash, so 'unsafe-inline' and 'unsafe-eval' are not needed. Styles may be inline, as
    Streamlit writes all of its own so.
    """
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'wasm-unsafe-eval' blob: {' '.join(inline_hashes(_page()))}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",  # the map's symbols are a picture in the page's data
        "worker-src": "'self' blob:",
        "frame-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_hashes(page: str) -> list[str]:
    """The hashes of the scripts inside a page, as a policy names them."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE.findall(page)
    ]


def headers(frame_ancestors: str) -> list[tuple[bytes, bytes]]:
    """The headers of every answer, as ASGI writes them."""
    named = {
        "content-security-policy": policy(frame_ancestors),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
    }
    return [(name.encode(), value.encode()) for name, value in named.items()]


def _page() -> str:
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
