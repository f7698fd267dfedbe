"""Questions to the engine in this process that take too long are ended, and nothing else is."""

from threading import Thread
from typing import Any

import pytest

from dashboard.events.store.engines import Engine, EngineError, open_engine

# Hours of work in little memory.
ENDLESS = "SELECT count(*) FROM range(10_000_000_000) a, range(10_000) b WHERE hash(a.range) = 1"


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("EVENTS_SECONDS", "0.3")
    return open_engine("duckdb://")


def _run(engine: Engine, sql: str) -> Any:
    return engine.ask(lambda: engine.backend().raw_sql(sql).fetchone()[0])


def test_a_slow_question_is_ended_and_the_next_one_is_answered(engine: Engine) -> None:
    with pytest.raises(EngineError) as said:
        _run(engine, ENDLESS)
    assert str(said.value) == (
        "DuckDB: no answer after 0.3 seconds, so the question was ended; "
        "a narrower filter is faster"
    )
    assert _run(engine, "SELECT 42") == 42


def test_what_another_reader_asks_goes_on(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    def other() -> None:
        try:
            _run(engine, ENDLESS)
        except EngineError as error:
            ended.append(str(error))

    slow = Thread(target=other)
    slow.start()
    answers = 0
    while slow.is_alive():
        assert _run(engine, "SELECT sum(range) FROM range(1000)") == 499500
        answers += 1
    assert len(ended) == 1
    assert answers > 1


def test_a_question_of_several_queries_is_ended_in_whichever_it_is(engine: Engine) -> None:
    def question() -> None:
        backend = engine.backend()
        try:
            backend.raw_sql(ENDLESS)
        finally:  # as a client that tries once more
            backend.raw_sql(ENDLESS)

    with pytest.raises(EngineError, match=r"no answer after 0\.3 seconds"):
        engine.ask(question)


@pytest.mark.parametrize("text", ["0", "-1", "soon", "inf", "nan"])
def test_a_limit_that_is_none_is_said(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_engine("duckdb://")
    monkeypatch.setenv("EVENTS_SECONDS", text)
    with pytest.raises(EngineError, match=r"EVENTS_SECONDS='.+': a number of seconds above 0"):
        engine.ask(lambda: 1)
