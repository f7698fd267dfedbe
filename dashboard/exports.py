"""The commands that make files of records and check them: query, brief, verify."""

import argparse
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from .arguments import read_filter, read_view
from .codes import FAULTS, OK, USAGE
from .events.boundaries import Boundaries
from .events.dataset import Dataset, View
from .events.export import FORMATS
from .events.faults import DataError
from .events.filters import read_query, write_query
from .events.provenance import Provenance, compare, say_difference
from .events.sets.crowd import MOST_MARKS
from .events.sets.library import is_stored, open_curated, open_folder
from .figures.briefing import PARTS, Brief
from .figures.counts import fit_view
from .figures.map_view import MapView
from .handout.carriers import read_stamp
from .handout.files import beside, data_file
from .handout.sidecar import sidecar_of


def query(options: argparse.Namespace) -> int:
    """Print the records of a filter, or write them to a file with its provenance."""
    dataset, view, code = _read(options)
    if not dataset or not view:
        return code
    form = options.format or (_form_of(options.out) if options.out else "csv")
    if not form:
        endings = ", ".join(known.ending for known in FORMATS.values())
        print(f"{options.out.name}: name a --format, or end it with {endings}", file=sys.stderr)
        return USAGE
    if options.count:
        print(f"{len(view.events)} of {view.total} records")
    elif options.out:
        raw = data_file(view, dataset, form, date.today(), options.raw)
        options.out.write_bytes(raw)
        told = beside(view, dataset, form, date.today(), options.out.name, raw)
        if told:
            sidecar_of(options.out).write_text(told, "utf-8")
        print(f"{len(view.events)} of {view.total} records were written to {options.out.name}")
    elif not FORMATS[form].is_text:
        print(f"{form} is no text: name a file with --out", file=sys.stderr)
        return USAGE
    else:
        print(str(FORMATS[form].content(view, dataset, options.raw)).rstrip("\n"))
    return OK


def brief(options: argparse.Namespace) -> int:
    """Make a briefing of a filter: picture, page, deck or chronology."""
    from .handout.gather import gather  # matplotlib takes a second to load
    from .handout.make import KINDS, make

    form = options.out.suffix.lower().lstrip(".")
    if form not in KINDS:
        print(f"{options.out.name}: a briefing is a {', '.join(KINDS)} file", file=sys.stderr)
        return USAGE
    dataset, view, code = _read(options)
    if not dataset or not view:
        return code
    if len(view.events) > MOST_MARKS and is_stored(options.data):
        print(f"a briefing names every record: narrow the filter from {len(view.events):,} to at "
              f"most {MOST_MARKS:,}", file=sys.stderr)  # fmt: skip
        return USAGE
    chosen = Brief(options.title, options.paper, options.look, options.names, options.lanes,
                   options.map, tuple(options.part or PARTS))  # fmt: skip
    link = options.link + _address(view)
    where = _where(options.data, view)
    material = gather(dataset, view, chosen, Boundaries(), date.today(), link, where)
    options.out.write_bytes(make(material, form))
    print(f"{options.out.name}: {view.sentence}")
    return OK


def verify(options: argparse.Namespace) -> int:
    """Say whether the data still gives the records of an export, and what changed if not."""
    try:
        made = read_stamp(options.file)
    except ValueError as error:
        print(error, file=sys.stderr)
        return USAGE
    dataset = _asked(options, made) if is_stored(options.data) else _dataset(options)
    if not dataset:
        return FAULTS
    found = compare(made, dataset)
    titles = dict(zip(dataset.events["event_id"], dataset.events["title"], strict=True))
    print(*say_difference(made, found, titles), sep="\n")
    return OK if found.same else FAULTS


def _asked(options: argparse.Namespace, made: Provenance) -> Dataset:
    """The imported records that the filter of an export lets through now."""
    stored = open_folder(options.data)
    value, _ = read_query(made.query, stored.choices)
    return stored.whole(value)[0]


def _where(folder: Path, view: View) -> MapView | None:
    """What the map of imported records shows: where they lie."""
    return fit_view(*open_folder(folder).bounds_of(view)) if is_stored(folder) else None


def _read(options: argparse.Namespace) -> tuple[Dataset | None, View | None, int]:
    """The records and the view of the filter; where there is none, the exit code that says why."""
    if is_stored(options.data):
        stored = open_folder(options.data)
        value = read_filter(options, stored.choices)
        return (*stored.whole(value), OK) if value else (None, None, USAGE)
    dataset = _dataset(options)
    view = read_view(options, dataset) if dataset else None
    return dataset, view, USAGE if dataset else FAULTS


def _dataset(options: argparse.Namespace) -> Dataset | None:
    """Records with their claims, if they have no fault; else None, said on standard error."""
    try:
        return open_curated(options.data).data
    except DataError as error:
        count = f"{len(error.faults)} fault{'s' if len(error.faults) > 1 else ''}"
    text = "the records cannot be asked: `python -m dashboard check` lists the faults"
    print(count, text, sep="; ", file=sys.stderr)
    return None


def _form_of(path: Path) -> str:
    """The form that the longest matching ending of a file name stands for."""
    name = path.name.lower()
    found = [f for f, form in FORMATS.items() if name.endswith("." + form.ending)]
    return max(found, key=lambda f: len(FORMATS[f].ending), default="")


def _address(view: View) -> str:
    query = urlencode(write_query(view.filter), doseq=True)
    return f"?{query}" if query else ""
