"""Connections that are lost after they were opened: asked again where that helps, else said."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from dashboard.events.filters import Filter
from dashboard.events.store.engines import Engine, EngineError, close_engine, open_engine
from dashboard.events.store.store import Store

from .sail import free_port, running_sail


class Fake:
    """A connection whose server ends it now and then."""

    name, local = "Fake", False

    def __init__(self, up: bool = True) -> None:
        self.up, self.closed = up, 0

    def backend(self) -> None: ...

    def table(self, name: str) -> None: ...

    def ping(self) -> None:
        if not self.up:
            raise ConnectionError("refused")

    def close(self) -> None:
        self.closed += 1


def test_a_lost_connection_is_opened_again_and_the_question_repeated() -> None:
    fake = Fake(up=False)
    asked = []

    def question() -> str:
        asked.append(1)
        if not fake.closed:
            raise ConnectionResetError("the session is over\nmore")
        return "answer"

    assert Engine("sc://x", fake).ask(question) == "answer"
    assert (len(asked), fake.closed) == (2, 1)


def test_a_question_that_the_engine_refuses_is_not_repeated() -> None:
    fake, asked = Fake(), []

    def question() -> None:
        asked.append(1)
        raise ValueError("no such function\nat line 1")

    with pytest.raises(EngineError, match=r"^Fake: it failed \(no such function\)$"):
        Engine("sc://x", fake).ask(question, "it failed")
    assert (len(asked), fake.closed) == (1, 0)


def test_an_engine_that_stays_away_is_said_so_once() -> None:
    def question() -> None:
        raise ConnectionRefusedError("refused")

    with pytest.raises(EngineError, match="refused"):
        Engine("sc://x", Fake(up=False)).ask(question)


def test_a_question_has_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTS_SECONDS", "0.05")
    fake, never = Fake(), Event()
    with pytest.raises(EngineError, match="sc://x does not answer in time"):
        Engine("sc://x", fake).ask(never.wait)
    assert fake.closed == 1
    never.set()


def test_spark_forgets_an_idle_session(spark_store: Store) -> None:
    """Servers end sessions after some minutes; the next question opens another one."""
    session = spark_store.engine.backend()._session
    session.client.release_session()
    assert spark_store.totals(Filter()).count == 2000
    assert spark_store.engine.backend()._session is not session


def test_two_servers_are_not_mixed_up(spark_store: Store, tmp_path: Path, parquet: Path) -> None:
    with running_sail(tmp_path / "log", free_port()) as url:
        other = Store(open_engine(url), str(parquet))
        assert other.total == spark_store.totals(Filter()).count
        ids = [store.engine.backend()._session.session_id for store in (other, spark_store)]
        assert ids[0] != ids[1]
        close_engine(url)


def test_a_server_that_goes_away_and_comes_back(tmp_path: Path, parquet: Path) -> None:
    port = free_port()
    with running_sail(tmp_path / "log", port) as url:
        store = Store(open_engine(url), str(parquet))
        assert store.total == 2000
    asks: list[Callable[[], object]] = [
        lambda: store.totals(Filter(q="a")),
        lambda: store.has("actors", "Armenia"),
    ]
    for ask in asks:
        with pytest.raises(EngineError, match=f"sc://127.0.0.1:{port} cannot be reached"):
            ask()
    with running_sail(tmp_path / "log", port):
        assert store.totals(Filter()).count == 2000
        close_engine(url)
