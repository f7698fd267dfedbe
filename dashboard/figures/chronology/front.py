"""The first page of a chronology: title, filter, whose account, and the view in numbers."""

from typing import Any

from ...events.counts import count
from ..briefing import Material
from ..theme import Theme, colour_group
from .inline import one_line, words
from .table import add_table
from .template import title_of
from .writer import Writer


def add_front(writer: Writer, material: Material, theme: Theme) -> None:
    """Add title, provenance and summary."""
    writer.paragraph("Title", words(title_of(material)))
    writer.paragraph("Subtitle", words(one_line(material.view.sentence)))
    if material.note:
        writer.paragraph("Normal", words(one_line(material.note)))
    writer.paragraph("Facts", words(one_line(material.origin)))
    if material.permalink:
        writer.paragraph("Facts", words("The same view: "), writer.address(material.permalink))
    writer.heading(1, "In numbers")
    rows = side_counts(material)
    writer.paragraph("Normal", words(say_numbers(material)), keep=bool(rows))
    if rows:
        _add_sides(writer, rows, theme)


def say_numbers(material: Material) -> str:
    """The view in numbers, in one or two sentences."""
    view = material.view
    if view.events.empty:
        return f"No record passes this filter: 0 of {view.total} records are shown."
    found = count(material.dataset, view)
    return (
        f"{found.shown} of {found.total} records. Contested: {found.contested}. With the account "
        f"of one side only: {found.one_sided}. Not on the map: {found.off_map}."
    )


def side_counts(material: Material) -> list[tuple[str, str, int, int]]:
    """Side, its label, the records with its account and its claims, in the order of the sides."""
    found, names = count(material.dataset, material.view), material.dataset.names["speaker"]
    return [(s, names[s], found.records[s], claims) for s, claims in found.claims.items()]


def _add_sides(writer: Writer, rows: list[tuple[str, str, int, int]], theme: Theme) -> None:
    colours = [theme.sides[colour_group((side,))] for side, *_ in rows]
    cells: list[tuple[Any, ...]] = [row[1:] for row in rows]
    heads = ("Account of", "Records", "Claims")
    add_table(writer, heads, cells, colours, theme, "Records and claims by side")
    note = "A record with the accounts of several sides counts for each of them."
    writer.paragraph("Credit", words(note))
