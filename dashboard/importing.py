"""The import command: a file of any known form becomes a data set, every row accounted for."""

import argparse
import codecs
import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from .codes import FAULTS, OK, USAGE
from .events.faults import DataError, Fault
from .events.formats import FORMS, KEYS
from .events.imports import (
    Asked,
    Cancelled,
    Options,
    Progress,
    Report,
    Unusable,
    is_free,
    run,
)

SHOWN = 10  # faults that are printed; all are in report.csv
EVERY = 1.0  # seconds between two words about progress
HINTS = {  # the question that a file leaves open: the option that answers it
    "day_month": "--day-first or --month-first",
    "encoding": "--encoding",
    "mapping": "--map column=raw column",
    "sheet": "--sheet",
}


def add_import(commands: Any) -> argparse.ArgumentParser:
    """Add the command to the subparsers of the program."""
    text = "make a data set of a file: UCDP GED, ACLED, GDELT, TimelineJS, any table"
    command: argparse.ArgumentParser = commands.add_parser("import", help=text, description=text)
    command.set_defaults(run=run_import)
    command.add_argument("file", type=Path, metavar="FILE", help="or the folder of a data package")
    command.add_argument("--out", type=Path, required=True, metavar="DIR",
                         help="folder of the data set; one that is there is replaced")  # fmt: skip
    command.add_argument("--format", choices=FORMS, help="else by its content")
    command.add_argument("--json", action="store_true", help="end with the counts as JSON")
    command.add_argument("--encoding", type=_encoding, help="else UTF-8 or by its mark")
    order = command.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="7/11/2020 is in November")
    order.add_argument("--month-first", action="store_true", help="7/11/2020 is in July")
    command.add_argument("--map", action="append", default=[], type=_pair, metavar="COLUMN=RAW",
                         help=f"for a table of your own: {', '.join(KEYS)}")  # fmt: skip
    command.add_argument("--sheet", default="", help="tab of a workbook")
    command.add_argument("--title", default="", help="else the name of the file")
    command.add_argument("--licence", default="", help="else that of the form")
    command.add_argument("--citation", default="", help="else that of the form")
    command.add_argument("--accessed", type=date.fromisoformat, metavar="DAY",
                         help="when the file was fetched: 2020-11-07; else today")  # fmt: skip
    return command


def _encoding(text: str) -> str:
    try:
        "".encode(text)  # finds also those that are no encodings of text
        return codecs.lookup(text).name
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"there is no encoding {text!r}") from error


def _pair(text: str) -> tuple[str, str]:
    key, mark, raw = text.partition("=")
    if not mark or key.strip() not in KEYS:
        raise argparse.ArgumentTypeError(f"{text!r}: COLUMN=RAW, COLUMN one of {', '.join(KEYS)}")
    return key.strip(), raw.strip()


def run_import(options: argparse.Namespace) -> int:
    """Import the file; 0 if any row was accepted, 1 if none was, 2 for unusable arguments."""
    if not options.file.exists():
        print(f"{options.file}: there is no such file", file=sys.stderr)
        return USAGE
    if not is_free(options.out.absolute()):
        print(f"{options.out}: holds something else than a data set", file=sys.stderr)
        return USAGE
    try:
        report = run(options.file, options.out, _said(options), _Teller(), lambda: False)
    except DataError as error:
        _print_faults(error.faults)
        if isinstance(error, Asked):
            print(f"say it with {HINTS[error.question]}", file=sys.stderr)
        if options.json:
            print(json.dumps(_counts(None)))
        return USAGE if isinstance(error, Unusable) else FAULTS
    except (Cancelled, KeyboardInterrupt):
        print("stopped; nothing was imported", file=sys.stderr)
        return FAULTS
    _print_faults(report.faults)
    print(_sentence(report))
    if options.json:
        print(json.dumps(_counts(report), ensure_ascii=False))
    return OK if report.accepted else FAULTS


def _said(options: argparse.Namespace) -> Options:
    day_first = True if options.day_first else False if options.month_first else None
    return Options(
        form=options.format or "",
        encoding=options.encoding or "",
        day_first=day_first,
        mapping=dict(options.map),
        title=options.title,
        licence=options.licence,
        citation=options.citation,
        accessed=options.accessed,
        sheet=options.sheet,
    )


def _counts(report: Report | None) -> dict[str, Any]:
    """What the last line says; all of it empty if the file could not be read."""
    if not report:
        return {"format": "", "read": 0, "accepted": 0, "rejected": 0, "repaired": 0, "sha256": ""}
    return {
        "format": report.form,
        "read": report.read,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "repaired": report.repaired,
        "sha256": report.sha256,
        "folder": str(report.folder) if report.folder else None,
    }


def _sentence(report: Report) -> str:
    counts = (
        f"{FORMS[report.form].label}: {report.read:,} rows read, {report.accepted:,} accepted, "
        f"{report.rejected:,} rejected; {report.repaired:,} of the accepted to be looked at"
    )
    if not report.folder:
        return f"{counts}; nothing was imported"
    return f"{counts}; all of these are listed in {report.folder / 'report.csv'}"


def _print_faults(faults: tuple[Fault, ...]) -> None:
    print(*faults[:SHOWN], sep="\n", end="\n" if faults else "", file=sys.stderr)
    if len(faults) > SHOWN:
        print("...", file=sys.stderr)


class _Teller:
    """Tells progress on standard error: each step, and then once in a while."""

    def __init__(self) -> None:
        self._step, self._told = "", 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.step == self._step and now - self._told < EVERY:
            return
        self._step, self._told = progress.step, now
        left = progress.seconds_left
        ahead = "" if left is None else f", about {left:.0f} s left"
        rows = f"{progress.done:,} of {progress.total:,} rows"
        print(f"{progress.step}: {rows}{ahead}", file=sys.stderr)
