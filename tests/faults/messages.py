"""What a session may send that no browser sends, each with what then holds for that session."""

import random
from collections.abc import Awaitable, Callable

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from dashboard.events.filters import MAX_TEXT
from tests.faults.after import WHOLE
from tests.sessions import Session, Value

Fault = Callable[[Session], Awaitable[None]]
MB = 2**20
ACTORS, SEARCH = "Actors (any of)", "Search"
UNREADABLE, TOO_BIG = 1007, 1009  # codes with which a websocket is closed
MARK = "MARK"  # stands for bytes that Python would not write


def ends(code: int, make: Callable[[Session], bytes]) -> Fault:
    """A frame for which the server ends its session, with this code."""

    async def fault(session: Session) -> None:
        try:
            await session.socket.send(make(session))
            await session.ended()
        except ConnectionClosed as closed:
            assert closed.rcvd is not None and closed.rcvd.code == code
        else:
            raise AssertionError("the session goes on")

    return fault


def passed_over(make: Callable[[], bytes | str]) -> Fault:
    """A frame that is not answered: the session goes on as it was."""

    async def fault(session: Session) -> None:
        await session.socket.send(make())
        await session.run()
        assert not session.exceptions and WHOLE in session.texts

    return fault


def asks(**fields: object) -> Callable[[], bytes]:
    return lambda: BackMsg(**fields).SerializeToString()


def value(label: str, given: Value, query: str = "") -> Fault:
    """A value as no browser reports it; the address then is `query`."""

    async def fault(session: Session) -> None:
        session.change(label, given)
        await session.run()
        assert not session.exceptions
        assert session.query == query

    return fault


async def wrong_type(session: Session) -> None:
    """Streamlit ends this run; the page names the kind of the error and quotes nothing."""
    session.change(ACTORS, 7)
    await session.run()
    assert [found.split(":")[0] for found in session.exceptions] == ["TypeError"]
    assert "iterable" not in session.exceptions[0]


async def unknown_option(session: Session) -> None:
    """No record has it, so none is shown."""
    session.change(ACTORS, ["Atlantis"])
    await session.run()
    assert not session.exceptions
    assert "0 of 75 records" in session.texts


async def unknown_widgets(session: Session) -> None:
    for number in range(100_000):
        session.put(f"$$ID-{number:032x}-None", "x")
    await session.run()
    assert not session.exceptions and WHOLE in session.texts


async def long_text(session: Session) -> None:
    session.change(SEARCH, "x" * MB)
    await session.run()
    assert not session.exceptions
    assert len(session.query) <= MAX_TEXT + len("q=")


def surrogate(session: Session) -> bytes:
    session.change(SEARCH, MARK)
    return session.request().SerializeToString().replace(MARK.encode(), b"\xed\xa0\x80x")


async def flood(session: Session) -> None:
    """200 runs asked for at once: they are made one of, or ended early."""
    for _ in range(200):
        await session.socket.send(session.request().SerializeToString())
    await session.ended()
    await session.run()
    assert not session.exceptions


async def never_reads(session: Session) -> None:
    """The answers pile up on their way; nobody takes them."""
    session.socket.transport.pause_reading()
    for _ in range(100):
        await session.socket.send(session.request().SerializeToString())


async def unknown_fragment(session: Session) -> None:
    message = session.request()
    message.rerun_script.fragment_id = "no such part"
    await session.socket.send(message.SerializeToString())
    await session.run()
    assert not session.exceptions


async def unknown_page(session: Session) -> None:
    message = session.request()
    message.rerun_script.page_script_hash = "f" * 32
    message.rerun_script.page_name = "../../etc/passwd"
    await session.socket.send(message.SerializeToString())
    await session.ended()
    assert not session.exceptions and WHOLE in session.texts


FAULTS: dict[str, Fault] = {
    "text frame": passed_over(lambda: "<script>"),
    "random bytes": ends(UNREADABLE, lambda _: random.Random(1).randbytes(4000)),
    "truncated message": ends(UNREADABLE, lambda s: s.request().SerializeToString()[:20]),
    "frame of 26 MB": ends(TOO_BIG, lambda _: bytes(26 * MB)),
    "clear the caches of all": passed_over(asks(clear_cache=True)),
    "run on save": passed_over(asks(set_run_on_save=True)),
    "git information": passed_over(asks(load_git_info=True)),
    "empty message": passed_over(lambda: b""),
    "value of a wrong type": wrong_type,
    "100,000 unknown widgets": unknown_widgets,
    "unknown option": unknown_option,
    "50,000 times the same option": value(ACTORS, ["Russia"] * 50_000, "actor=russia"),
    "impossible date": value("From", ["2020-02-31"]),
    "NUL in a text": value(SEARCH, "a\0b", "q=a%00b"),
    "half of a letter in a text": ends(UNREADABLE, surrogate),
    "text of 1 MB": long_text,
    "200 runs at once": flood,
    "reader that never reads": never_reads,
    "unknown part of the page": unknown_fragment,
    "unknown page": unknown_page,
}
