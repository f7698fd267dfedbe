"""The engine in which an import is done: one of its own, in a folder of its own."""

from pathlib import Path

import duckdb

MEMORY = "1GB"  # of the engine; what is more goes to the disk
FEW = 20_000  # rows: with fewer, it takes longer to improve a long query than to run it as it is
_IMPROVEMENTS = "expression_rewriter,statistics_propagation,common_subexpressions,in_clause"


def connect(file: Path | None = None, spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """The database in `file`, in memory without one; what does not fit goes to the folder `spill`.

    To be closed by who asked for it.
    """
    return duckdb.connect(
        str(file or ":memory:"),
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(spill or ""),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )


def expect(con: duckdb.DuckDBPyConnection, rows: int) -> None:
    """Have the queries that follow planned for so many rows."""
    if rows < FEW:
        con.execute(f"SET disabled_optimizers = '{_IMPROVEMENTS}'").fetchall()
