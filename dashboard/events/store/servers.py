"""Connects to the engines that are asked over a network: ClickHouse and Spark Connect."""

import warnings
from collections.abc import Callable
from math import ceil
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from .addresses import without_password
from .connections import PARQUET, Remote
from .waiting import EngineError, LateError, longest, within

WAIT = 3  # seconds until an engine that is called counts as down
Opened = tuple[Any, Callable[[], None]]


def clickhouse(url: str) -> Remote:
    """A ClickHouse server, or ClickHouse's engine in this process. Raises ImportError."""
    import ibis.backends.clickhouse  # now, not in the time that the server has
    from clickhouse_connect.driver.exceptions import OperationalError

    from .clickhouse import Compiler

    parts = urlsplit(url)
    given = dict(parse_qsl(parts.query))
    wanted: dict[str, Any] = {"autogenerate_session_id": "false"}  # a session takes one query only
    if given.get("interface") != "chdb":
        answer = ceil(longest())  # it takes whole seconds only
        wanted |= {"connect_timeout": WAIT, "send_receive_timeout": answer, "query_retries": 0}
    address = urlunsplit(parts._replace(query=urlencode(wanted | given)))

    def connect() -> Opened:
        try:
            backend = within(WAIT, lambda: ibis.connect(address), late(url))
        except OperationalError as error:  # in words of the HTTP client
            raise EngineError(_away(url)) from error
        backend.compiler = Compiler()
        return backend, backend.con.close

    return Remote("ClickHouse", connect, _clickhouse_table, lambda b: b.con.command("SELECT 1"))


def _clickhouse_table(backend: Any, name: str) -> Any:
    if name.endswith(PARQUET):
        raise ValueError("ClickHouse needs a table, not a path")
    return backend.table(name)


def spark(url: str) -> Remote:
    """A Spark Connect server: Spark or Sail. Raises ImportError."""
    # Each of the questions here is tested with pandas 3.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    import ibis.backends.pyspark
    from pyspark.sql.connect.client import DefaultChannelBuilder
    from pyspark.sql.connect.client.retries import DefaultPolicy
    from pyspark.sql.connect.session import SparkSession

    def connect() -> Opened:
        _knock(DefaultChannelBuilder(url).toChannel(), url)
        # Not `getOrCreate`: it returns the session that is there, of whatever server.
        session = SparkSession.builder.remote(url).create()
        # By default a call is tried for ten minutes, even while the process ends.
        session.client.set_retry_policies([DefaultPolicy(max_retries=1)])
        backend = within(longest(), lambda: ibis.pyspark.connect(session), late(url))
        return backend, session.client.close

    return Remote("Spark Connect", connect, _spark_table, lambda b: b.raw_sql("SELECT 1").collect())


def _knock(channel: Any, url: str) -> None:
    """Raises EngineError if no server answers: Spark's client itself would try for minutes."""
    import grpc

    states: SimpleQueue[Any] = SimpleQueue()
    channel.subscribe(states.put, try_to_connect=True)
    down = (grpc.ChannelConnectivity.TRANSIENT_FAILURE, grpc.ChannelConnectivity.SHUTDOWN)
    try:
        while (state := states.get(timeout=WAIT)) != grpc.ChannelConnectivity.READY:
            if state in down:
                raise EngineError(_away(url))
    except Empty:
        raise LateError(late(url)) from None
    finally:
        channel.close()


def _spark_table(backend: Any, name: str) -> Any:
    """A table by name or path. Nothing of it is kept in the session, as servers end idle ones."""
    parts = ["parquet", name] if name.endswith(PARQUET) else name.split(".")
    quoted = ".".join("`" + part.replace("`", "``") + "`" for part in parts)
    return backend.sql(f"SELECT * FROM {quoted}")


def _away(url: str) -> str:
    return f"{without_password(url)} cannot be reached"


def late(url: str) -> str:
    """What is said of an engine that has not answered in time."""
    return f"{without_password(url)} does not answer in time"
