"""The records from the command line: check them, ask them, write their dictionary."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .events.check import check
from .events.dataset import DATA, read_dataset
from .events.dictionary import insert_dictionary
from .events.export import FORMATS
from .events.faults import DataError, Fault
from .events.filters import CONTESTED, LAYERS, read_query
from .events.tables import NAMES, read_package, read_tables

OK, FAULTS, USAGE = 0, 1, 2  # exit codes; argparse uses 2 for a bad call too
PARAMETERS = ("from", "to", "actor", "type", "layer", "speaker", "contested", "q")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 faults in the data, 2 a bad call."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (such as `head`) has enough. Python flushes once more at its end: to nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (DataError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return FAULTS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="folder of records")
    for name, run, text in (
        ("check", _check, "list every fault in the records"),
        ("query", _query, "print the records that a filter lets through"),
        ("dictionary", _dictionary, "write the data dictionary into the README of the records"),
    ):
        command = commands.add_parser(name, parents=[where], help=text, description=text)
        command.set_defaults(run=run)
        if run is _query:
            _add_filter(command)
    return parser


def _add_filter(command: argparse.ArgumentParser) -> None:
    """The parameters of the page's address, under the same names; lists repeat theirs."""
    command.add_argument("--from", metavar="DAY", help="first day, inclusive: 2020-11-07")
    command.add_argument("--to", metavar="DAY", help="last day, inclusive")
    command.add_argument("--actor", action="append", metavar="ID", help="with all below it")
    command.add_argument("--type", action="append", metavar="ID", help="type of event")
    command.add_argument("--layer", action="append", metavar="|".join(LAYERS))
    command.add_argument("--speaker", action="append", metavar="SIDE", help="side that tells it")
    command.add_argument("--contested", metavar="|".join(CONTESTED))
    command.add_argument("--q", metavar="WORDS", help="words that must all occur")
    command.add_argument("--format", choices=FORMATS, default="csv")
    command.add_argument("--count", action="store_true", help="print only how many of how many")


def _check(options: argparse.Namespace) -> int:
    faults = check(options.data)
    if faults:
        print(*faults, _count(faults), sep="\n")
        return FAULTS
    tables = read_tables(options.data)
    print(", ".join(f"{len(getattr(tables, name))} {name}" for name in NAMES) + ": no faults")
    return OK


def _count(faults: Sequence[Fault]) -> str:
    return f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"


def _query(options: argparse.Namespace) -> int:
    faults = check(options.data)
    if faults:
        text = "the records cannot be asked: `python -m dashboard check` lists the faults"
        print(_count(faults), text, sep="; ", file=sys.stderr)
        return FAULTS
    dataset = read_dataset(options.data)
    given = {name: getattr(options, name) for name in PARAMETERS}
    query = {k: v if isinstance(v, list) else [v] for k, v in given.items() if v is not None}
    value, notes = read_query(query, dataset.choices)
    if notes:
        print("no answer, as a part of the filter cannot be used:", file=sys.stderr)
        print(*notes, sep="\n", file=sys.stderr)
        return USAGE
    view = dataset.view(value)
    if options.count:
        print(f"{len(view.events)} of {view.total} records")
    else:
        print(FORMATS[options.format](view, dataset).rstrip("\n"))
    return OK


def _dictionary(options: argparse.Namespace) -> int:
    path = options.data / "README.md"
    text = insert_dictionary(path.read_text("utf-8"), read_package(options.data))
    path.write_text(text, "utf-8", newline="\n")
    print(f"the data dictionary was written to {path.name}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
