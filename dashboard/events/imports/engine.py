"""The engine in which an import is done: one of its own, in a folder of its own."""

from pathlib import Path

import duckdb

MEMORY = "1GB"  # of the engine; what is more goes to the disk
FEW = 20_000  # rows: with fewer, it takes longer to improve a long query than to run it as it is
_IMPROVEMENTS = "expression_rewriter,statistics_propagation,common_subexpressions,in_clause"


def connect(place: Path, file: Path | None = None) -> duckdb.DuckDBPyConnection:
    """The database in `file`, in memory without one; what does not fit goes to the disk.

    It reads and writes below the folder `place` and nowhere else, asks no network and loads
    nothing, whatever a query says. To be closed by who asked for it.
    """
    con = duckdb.connect(
        str(file or ":memory:"),
        config={
            "memory_limit": MEMORY,
            "temp_directory": str(place / "spilled"),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
        },
    )
    con.execute("SET allowed_directories = ?", [[str(place)]]).fetchall()
    con.execute("SET enable_external_access = false").fetchall()  # cannot be taken back
    return con


def expect(con: duckdb.DuckDBPyConnection, rows: int) -> None:
    """Have the queries that follow planned for so many rows; no setting changes any more."""
    if rows < FEW:
        con.execute(f"SET disabled_optimizers = '{_IMPROVEMENTS}'").fetchall()
    con.execute("SET lock_configuration = true").fetchall()
