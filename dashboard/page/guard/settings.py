"""The limits of a server, from the environment: whoever runs it sets them, no visitor can."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

SESSIONS = "DASHBOARD_MAX_SESSIONS"
UPLOADS = "DASHBOARD_UPLOAD_MB"
UPLOAD_EACH = "DASHBOARD_UPLOAD_SESSION_MB"
ANCESTORS = "DASHBOARD_FRAME_ANCESTORS"
MB = 2**20


@dataclass(frozen=True)
class Settings:
    """`sessions` open at once; bytes of uploads held for one session (`upload_each`) and for all
    (`uploads`); `frame_ancestors` as in a Content-Security-Policy: who may show the page inside
    another one."""

    sessions: int = 300
    upload_each: int = 400 * MB
    uploads: int = 1200 * MB
    frame_ancestors: str = "'self'"


def read_settings(given: Mapping[str, str] = os.environ) -> Settings:
    """The settings. Raises ValueError that names the variable, what it holds and what it may."""
    plain = Settings()
    ancestors = given.get(ANCESTORS, "").strip() or plain.frame_ancestors
    if any(c in ancestors for c in ";,\r\n") or not ancestors.isascii():
        raise ValueError(f"{ANCESTORS}={ancestors!r}: sources as in frame-ancestors, by blanks")
    return Settings(
        sessions=_number(given, SESSIONS, plain.sessions),
        upload_each=_number(given, UPLOAD_EACH, plain.upload_each // MB) * MB,
        uploads=_number(given, UPLOADS, plain.uploads // MB) * MB,
        frame_ancestors=ancestors,
    )


def _number(given: Mapping[str, str], name: str, otherwise: int) -> int:
    text = given.get(name, "").strip()
    if not text:
        return otherwise
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise ValueError(f"{name}={text!r}: a whole number above 0")
    return int(text)
