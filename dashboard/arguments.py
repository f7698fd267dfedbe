"""The filter on the command line: the parameters of the page's address, under the same names."""

import argparse
import sys

from .events.dataset import Dataset, View
from .events.filters import CONTESTED, LAYERS, Choices, Filter, read_query

PARAMETERS = ("from", "to", "actor", "type", "layer", "speaker", "country", "contested", "q", "box")


def add_filter(command: argparse.ArgumentParser) -> None:
    """Add the parameters; lists repeat theirs."""
    command.add_argument("--from", metavar="DAY", help="first day, inclusive: 2020-11-07")
    command.add_argument("--to", metavar="DAY", help="last day, inclusive")
    command.add_argument("--actor", action="append", metavar="ID", help="with all below it")
    command.add_argument("--type", action="append", metavar="ID", help="type of event")
    command.add_argument("--layer", action="append", metavar="|".join(LAYERS))
    command.add_argument("--speaker", action="append", metavar="SIDE", help="side that tells it")
    command.add_argument("--country", action="append", metavar="NAME", help="imported records only")
    command.add_argument("--contested", metavar="|".join(CONTESTED))
    command.add_argument("--q", metavar="WORDS", help="words that must all occur")
    command.add_argument("--box", metavar="W,S,E,N", help="degrees in which the place must lie")


def read_view(options: argparse.Namespace, dataset: Dataset) -> View | None:
    """The view of the filter; None as in `read_filter`."""
    value = read_filter(options, dataset.choices)
    return dataset.view(value) if value else None


def read_filter(options: argparse.Namespace, choices: Choices) -> Filter | None:
    """The filter; None, said on standard error, if a part of it cannot be used."""
    given = {name: getattr(options, name) for name in PARAMETERS}
    query = {k: v if isinstance(v, list) else [v] for k, v in given.items() if v is not None}
    value, notes = read_query(query, choices)
    if notes:
        print("no answer, as a part of the filter cannot be used:", file=sys.stderr)
        print(*notes, sep="\n", file=sys.stderr)
        return None
    return value
