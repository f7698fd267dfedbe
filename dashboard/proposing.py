"""The intake command: prints the records that an article's text may become; saves nothing."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from .codes import FAULTS, OK, USAGE
from .events.dataset import DATA
from .events.dates import say_edtf
from .events.faults import DataError
from .events.intake import (
    ARTICLE,
    Proposal,
    date_suggested,
    order_is_open,
    propose,
    read_article,
    vocabulary,
)
from .events.tables import read_tables


def add_intake(commands: Any) -> argparse.ArgumentParser:
    """Add the command to the subparsers of the program."""
    text = "propose records from an article's text; nothing is saved"
    command: argparse.ArgumentParser = commands.add_parser("intake", help=text, description=text)
    command.set_defaults(run=run_intake)
    command.add_argument("file", type=Path, metavar="FILE", help="plain text in UTF-8")
    command.add_argument("--date", type=_day, metavar="DAY",
                         help="of the article: 2020-11-07; else Saturday is no date")  # fmt: skip
    order = command.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="7/11/2020 is in November")
    order.add_argument("--month-first", action="store_true", help="7/11/2020 is in July")
    command.add_argument("--json", action="store_true", help="print an array of proposals")
    return command


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2020-11-07") from error


def run_intake(options: argparse.Namespace) -> int:
    """Print the proposals; 0 if there are any, 1 if the text cannot be used, 2 if there is none."""
    if not options.file.is_file():
        print(f"{options.file}: there is no such file", file=sys.stderr)
        return USAGE
    try:
        text = read_article(options.file)
    except DataError as error:
        print(error, file=sys.stderr)
        return FAULTS
    tables = read_tables(DATA)
    words = vocabulary(tables, options.date)
    order = True if options.day_first else False if options.month_first else None
    found = propose(text, words, options.date, order)
    if options.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        places = dict(zip(tables.places["place_id"], tables.places["label"], strict=True))
        _print(found, words.actors.name, places)
    _hint(text, options.date, order)
    return OK


def _print(found: list[Proposal], actors: Mapping[str, str], places: Mapping[str, str]) -> None:
    for one in found:
        speakers = [actors.get(s, "the article" if s == ARTICLE else s) for s in one.speakers]
        lines = {
            "date": _dated(one),
            "actors": ", ".join(actors[a] for a in one.actors),
            "places": ", ".join(places[p] for p in one.places),
            "says so": ", ".join(speakers) or f"not known: {one.speaker_words}",
            "quoted": " ".join(one.quotes),
            "type": one.event_type,
        }
        print(f"{one.number}. {one.text}")
        print(*(f"   {name:8} {value}" for name, value in lines.items() if value), sep="\n")
    print(f"{len(found)} proposals; nothing was saved")


def _dated(one: Proposal) -> str:
    """The date, in words, and where it comes from."""
    where = "" if one.carried is None else f", in sentence {one.carried + 1}"
    if one.date:
        return f"{one.date} ({say_edtf(one.date)}): “{one.why}”{where}"
    return f"none: “{one.why}”: {one.missing}" if one.missing else ""


def _hint(text: str, day: date | None, order: bool | None) -> None:
    """Say on standard error what would tell more."""
    seen = date_suggested(text, order)
    if day is None:
        may = f"; the text bears “{seen[1]}”: --date {seen[0]}?" if seen else ""
        print(f"no date of the article is given{may}", file=sys.stderr)
    if order is None and order_is_open(text):
        print("say the order of day and month with --day-first or --month-first", file=sys.stderr)
