"""Each part of the guard lets through what is right and refuses what is not."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import Message
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.page.guard import Settings, guard, read_settings
from dashboard.page.guard.closed import Closed
from dashboard.page.guard.headers import LONGEST, Headers
from dashboard.page.guard.logs import Held
from dashboard.page.guard.messages import ALLOWED, Messages, kind_of
from dashboard.page.guard.policy import inline_hashes, policy
from dashboard.page.guard.sessions import BUSY, Sessions
from dashboard.page.guard.uploads import Uploads
from tests.page.guard.conftest import Inner, ask, body, headers_of, http, socket, status

FILE = "/_stcore/upload_file/session-1/file-1"
SELF = "'self'"


def test_every_answer_carries_the_policy_once() -> None:
    sent = ask(Headers(Inner(), SELF), http())
    names = [name for name, _ in sent[0]["headers"]]
    assert headers_of(sent)["content-security-policy"] == policy(SELF)
    assert headers_of(sent)["x-content-type-options"] == "nosniff"
    assert headers_of(sent)["referrer-policy"] == "no-referrer"  # not that of the application
    assert names.count(b"referrer-policy") == 1 and b"x-frame" in names


def test_the_policy_allows_no_script_of_anybody_else() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("'none'").split("; "))
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"]
    assert "http" not in policy("'none'") and "*" not in policy("'none'")
    assert rules["frame-ancestors"] == "'none'"
    assert rules["script-src"].count("'sha256-") >= 1


def test_a_script_in_the_page_is_named_by_its_hash() -> None:
    page = "<script>alert(1)</script><script src='x.js'></script>"
    assert inline_hashes(page) == ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]


@pytest.mark.parametrize(("length", "code"), [(0, 200), (LONGEST, 200), (LONGEST + 1, 414)])
def test_an_address_may_be_so_long(length: int, code: int) -> None:
    inner = Inner()
    sent = ask(Headers(inner, SELF), http(query="q" * length))
    assert status(sent) == code
    assert bool(inner.reached) == (code == 200)
    assert "content-security-policy" in headers_of(sent)


@pytest.mark.parametrize("base", ["", "/x", "/x/y", "/"])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("door", ["metrics", "metrics/", "agent", "agent/interact", "agent/mcp/x"])
def test_a_door_for_machines_is_shut(base: str, method: str, door: str) -> None:
    inner = Inner()
    sent = ask(Closed(inner), http(f"{base}/_stcore/{door}", method=method))
    assert status(sent) == 404
    assert not inner.reached


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/metricsx", "/agent/", "/metrics"])
def test_other_doors_are_open(path: str) -> None:
    assert status(ask(Closed(Inner()), http(path))) == 200


def test_the_visitor_after_the_last_is_told() -> None:
    app = Sessions(Inner(), most=1)
    app.open = 1
    sent = ask(app, http())
    assert status(sent) == 503
    assert "1 readers have the dashboard open" in body(sent)
    assert headers_of(sent)["retry-after"] == "30"
    refused = ask(app, socket(), [{"type": "websocket.connect"}])
    assert refused == [{"type": "websocket.close", "code": BUSY}]
    assert app.open == 1


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/index.js", "/geo/x.geojson"])
def test_who_is_inside_goes_on(path: str) -> None:
    app = Sessions(Inner(), most=1)
    app.open = 1
    assert status(ask(app, http(path))) == 200


def test_a_session_that_ends_makes_room() -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError

    app = Sessions(Inner(), most=1)
    ask(app, socket())
    assert app.open == 0
    app.app = fails
    with pytest.raises(RuntimeError):
        ask(app, socket())
    assert app.open == 0


def message(kind: str) -> Message:
    made = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if field.type == field.TYPE_MESSAGE:
        getattr(made, kind).SetInParent()
    else:
        setattr(made, kind, True)
    return {"type": "websocket.receive", "bytes": made.SerializeToString()}


KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_a_reader_sends_gets_through(kind: str) -> None:
    inner = Inner()
    sent = ask(Messages(inner), socket(), [message(kind), message("rerun_script")])
    assert not sent
    assert [kind_of(m["bytes"]) for m in inner.reached] == [
        *([kind] if kind in ALLOWED else []), "rerun_script",
    ]  # fmt: skip


def test_what_touches_all_is_among_the_kinds_that_are_dropped() -> None:
    """If a new version renames them, this says so."""
    assert {"clear_cache", "set_run_on_save", "load_git_info"} <= set(KINDS) - ALLOWED


@pytest.mark.parametrize("content", [b"\xff" * 40, b"\x08", b"<script>"])
def test_a_message_that_cannot_be_read_ends_its_session(content: bytes) -> None:
    inner = Inner()
    bad = {"type": "websocket.receive", "bytes": content}
    sent = ask(Messages(inner), socket(), [bad, message("rerun_script")])
    assert sent == [{"type": "websocket.close", "code": 1007}]
    assert not inner.reached


def nothing_held(_: str) -> tuple[int, int]:
    return 0, 0


def put(*sizes: int) -> list[Message]:
    return [
        {"type": "http.request", "body": b"x" * size, "more_body": n + 1 < len(sizes)}
        for n, size in enumerate(sizes)
    ]


def upload(app: Uploads, *sizes: int, announced: str = "") -> list[Message]:
    told = {"content_length": announced} if announced else {}
    return ask(app, http(FILE, method="PUT", **told), put(*sizes))


def test_an_upload_within_the_budget_arrives_whole() -> None:
    inner = Inner()
    app = Uploads(inner, each=100, most=100, held=nothing_held)
    assert status(upload(app, 60, 40)) == 200
    assert sum(len(m["body"]) for m in inner.reached) == 100
    assert app.coming == 0


def test_an_upload_that_says_it_is_too_large_is_refused_unread() -> None:
    inner = Inner()
    app = Uploads(inner, each=100, most=100, held=nothing_held)
    assert status(upload(app, 101, announced="101")) == 413
    assert not inner.reached


def test_an_upload_that_does_not_say_is_cut_off() -> None:
    inner = Inner()
    app = Uploads(inner, each=100, most=100, held=nothing_held)
    upload(app, 60, 60)
    assert inner.reached[-1]["type"] == "http.disconnect"
    assert app.coming == 0


@pytest.mark.parametrize(
    "held",
    [lambda _: (95, 95), lambda s: (95 if s == "session-1" else 0, 95), lambda _: (0, 495)],
    ids=["this session's", "found by its name", "those of all"],
)
def test_what_is_held_counts(held: Callable[[str], tuple[int, int]]) -> None:
    app = Uploads(Inner(), each=100, most=500, held=held)
    assert status(upload(app, 5, announced="5")) == 200
    assert status(upload(app, 6, announced="6")) == 413


def test_what_arrives_meanwhile_counts() -> None:
    app = Uploads(Inner(), each=100, most=100, held=nothing_held)
    app.coming = 90
    assert status(upload(app, 20, announced="20")) == 413


def test_no_more_is_said_than_what_is_there() -> None:
    assert "room for 0 MB" in body(upload(Uploads(Inner(), 1, 1, nothing_held), 9, announced="9"))


def test_a_flood_of_lines_is_held_and_counted() -> None:
    now = [0.0]
    held = Held(most=3, each=10, clock=lambda: now[0])

    def line() -> logging.LogRecord:
        return logging.LogRecord("x", logging.ERROR, "", 0, "lost", None, None)

    assert [held.filter(line()) for _ in range(10)] == [True] * 3 + [False] * 7
    now[0] = 11
    after = line()
    assert held.filter(after)
    assert after.getMessage() == "[7 lines were left out before this one] lost"


def test_settings_are_read() -> None:
    given = {"DASHBOARD_MAX_SESSIONS": "5", "DASHBOARD_UPLOAD_MB": "7",
             "DASHBOARD_UPLOAD_SESSION_MB": "3",
             "DASHBOARD_FRAME_ANCESTORS": "'self' https://desk.example"}  # fmt: skip
    assert read_settings(given) == Settings(5, 3 * 2**20, 7 * 2**20, given[
        "DASHBOARD_FRAME_ANCESTORS"])  # fmt: skip
    assert read_settings({}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DASHBOARD_MAX_SESSIONS", "many"),
        ("DASHBOARD_MAX_SESSIONS", "0"),
        ("DASHBOARD_UPLOAD_MB", "-1"),
        ("DASHBOARD_UPLOAD_MB", "1.5"),
        ("DASHBOARD_FRAME_ANCESTORS", "'self'; script-src *"),
        ("DASHBOARD_FRAME_ANCESTORS", "x\r\nset-cookie: a"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        read_settings({name: value})


def test_the_whole_guard_lets_a_reader_in() -> None:
    inner = Inner()
    app: Any = inner
    for part in reversed(guard(Settings())):
        app = part.cls(app, *part.args, **part.kwargs)
    assert status(ask(app, http())) == 200
    assert status(ask(app, http("/_stcore/metrics"))) == 404
    ask(app, socket(), [message("clear_cache"), message("rerun_script")])
    assert [kind_of(m["bytes"]) for m in inner.reached if "bytes" in m] == ["rerun_script"]
