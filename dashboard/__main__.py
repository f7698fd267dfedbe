"""The records from the command line: check, query, brief, verify, history, import, intake,
dictionary."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import exports
from .arguments import add_filter
from .codes import FAULTS, OK
from .events.check import check
from .events.dataset import DATA
from .events.dictionary import insert_dictionary
from .events.export import FORMATS
from .events.faults import DataError
from .events.own import is_own, layout
from .events.tables import NAMES, read_package, read_tables
from .figures.briefing import LOOKS, PAPERS, PARTS
from .figures.map_marks import NAMES as PLACE_NAMES
from .figures.map_view import VIEWS
from .figures.marks import LANES_BY
from .histories import tell_history
from .importing import add_import
from .proposing import add_intake


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 faults in the data (of `verify`: other
    records now), 2 a bad call."""
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
    except (DataError, OSError) as error:
        print(error, file=sys.stderr)
        return FAULTS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument(
        "--data",
        type=Path,
        default=DATA,
        metavar="DIR",
        help="folder of records, or of a data set in the workspace",
    )
    made = {}
    for name, run, text in (
        ("check", _check, "list every fault in the records"),
        ("query", exports.query, "print or write the records that a filter lets through"),
        ("brief", exports.brief, "make a picture, page, deck or chronology of a filter"),
        ("verify", exports.verify, "say what has changed in the records of an export"),
        ("history", tell_history, "list the imports or versions of a data set of the workspace"),
        ("dictionary", _dictionary, "write the data dictionary into the README of the records"),
    ):
        made[name] = commands.add_parser(name, parents=[where], help=text, description=text)
        made[name].set_defaults(run=run)
    add_import(commands)
    add_intake(commands)
    _add_query(made["query"])
    _add_brief(made["brief"])
    made["verify"].add_argument("file", type=Path, help="a file that this program has made")
    return parser


def _add_query(command: argparse.ArgumentParser) -> None:
    add_filter(command)
    command.add_argument("--format", choices=FORMATS, help="by the file's ending, or csv")
    command.add_argument("--out", type=Path, metavar="FILE", help="write to a file")
    command.add_argument("--raw", action="store_true",
                         help="CSV with text as it is; else text that a spreadsheet would take for "
                         "a formula (= + - @) begins with an apostrophe")  # fmt: skip
    command.add_argument("--count", action="store_true", help="print only how many of how many")


def _add_brief(command: argparse.ArgumentParser) -> None:
    add_filter(command)
    command.add_argument("--out", type=Path, required=True, metavar="FILE",
                         help="ends with png, svg, pdf, pptx or docx")  # fmt: skip
    command.add_argument("--title", default="", help="else that of the data set")
    command.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="of the sheet")
    command.add_argument("--look", choices=LOOKS, default=LOOKS[0])
    command.add_argument("--names", choices=PLACE_NAMES, default="both", help="names of places")
    command.add_argument("--lanes", choices=LANES_BY, default="actor")
    command.add_argument("--map", choices=VIEWS, default="region")
    command.add_argument("--part", action="append", choices=PARTS, help="repeat; else all parts")
    command.add_argument("--link", default="", metavar="URL",
                         help="address of the dashboard, written before the filter")  # fmt: skip


def _check(options: argparse.Namespace) -> int:
    folder = layout(options.data) if is_own(options.data) else options.data
    faults = check(folder)
    if faults:
        count = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"
        print(*faults, count, sep="\n")
        return FAULTS
    tables = read_tables(folder)
    print(", ".join(f"{len(getattr(tables, name))} {name}" for name in NAMES) + ": no faults")
    return OK


def _dictionary(options: argparse.Namespace) -> int:
    path = options.data / "README.md"
    text = insert_dictionary(path.read_text("utf-8"), read_package(options.data))
    path.write_text(text, "utf-8", newline="\n")
    print(f"the data dictionary was written to {path.name}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
