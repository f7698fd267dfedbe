"""2,000 spoiled frames of a real browser's messages: no crash, and no effect on another session."""

import asyncio
import random
from pathlib import Path

from dashboard.page.guard.messages import UNREADABLE, kind_of
from tests.faults.after import idle, survived
from tests.sessions import PATIENCE, Session, opened

FRAMES = 2_000
SEED = 20201110
MOST_LOG = 10**6  # bytes


async def originals(address: str) -> list[bytes]:
    """What a browser sends: a first run, a filter, a text, a day, a button."""
    found = []
    async with opened(address, "actor=russia&lanes=type") as session:
        found.append(session.request().SerializeToString())
        await session.run()
        for label, value in (("Search", "ceasefire"), ("Actors (any of)", ["Russia", "Armenia"]),
                             ("From", ["2020-09-27"]), ("Reset all filters", True)):  # fmt: skip
            session.change(label, value)
            found.append(session.request().SerializeToString())
    return found


def spoiled(draw: random.Random, frames: list[bytes]) -> bytes:
    """One of the frames after one to four accidents: a byte changed, a piece lost, put in or taken
    from another frame."""
    frame = bytearray(draw.choice(frames))
    for _ in range(draw.randint(1, 4)):
        at, size = draw.randrange(len(frame) + 1), draw.choice((1, 1, 2, 8, 40))
        kind = draw.choice(("flip", "cut", "insert", "splice"))
        if kind == "flip" and at < len(frame):
            frame[at] ^= 1 << draw.randrange(8)
        elif kind == "cut":
            del frame[at : at + size]
        elif kind == "insert":
            frame[at:at] = draw.randbytes(size)
        else:
            other = draw.choice(frames)
            start = draw.randrange(len(other))
            frame[at : at + size] = other[start : start + size]
    return bytes(frame)


async def send_all(address: str, frames: list[bytes]) -> int:
    """Send all frames, and see that the server has read each; how many it could not read.

    Those before one that ends its session have been read when that session is ended.
    """
    unread, rest = 0, list(reversed(frames))
    while rest:
        async with opened(address) as session:
            while rest:
                frame = rest.pop()
                await session.socket.send(frame)
                if kind_of(frame) is None:
                    unread += 1
                    await session.socket.wait_closed()
                    assert session.socket.close_code == UNREADABLE
                    break
            else:
                await session.run()  # after the last ones
    return unread


async def look(session: Session) -> tuple[str, dict[tuple[int, ...], str | None]]:
    """What a session's next run shows: its words, and what stands where."""
    await session.run()
    assert not session.exceptions
    return session.texts, {p: e.WhichOneof("type") for p, e in session.drawn.items()}


def test_2000_spoiled_frames_touch_nobody(address: str, log: Path) -> None:
    draw, before = random.Random(SEED), log.stat().st_size

    async def all_of_them() -> None:
        async with opened(address, "actor=russia&q=peace") as bystander:
            await bystander.run()
            seen = await look(bystander)
            real = await originals(address)
            frames = [spoiled(draw, real) for _ in range(FRAMES)]
            async with asyncio.timeout(2 * PATIENCE):
                unread = await send_all(address, frames)
            assert FRAMES / 10 < unread < FRAMES * 9 / 10  # there are enough of both
            await idle(address)
            assert await look(bystander) == seen
        await survived(address)

    asyncio.run(all_of_them())
    written = log.read_bytes()[before:]
    assert len(written) < MOST_LOG
    # What a widget cannot take fails in the script's run of the session that sent it, and nowhere
    # else: Streamlit logs that with its own words.
    found, own = written.count(b"Traceback (most"), written.count(b"Uncaught app execution")
    assert b"Exception in ASGI" not in written
    assert found <= 3 * own, written.decode(errors="replace")[-4000:]
