"""Where a chronology comes from and how to read it: at its end, and in the file's properties."""

from datetime import datetime
from typing import Any

from ...events.dates import say_day
from ..briefing import Material
from ..text import shorten
from .inline import one_line, words
from .template import title_of
from .writer import Writer

LONGEST_PROPERTY = 255  # characters
METHOD = (
    "Dates are given as precisely as they are known and no more: a month or a year is not made a "
    "day, and a start or an end that is not stated is left open. Days and hours are local to the "
    "place. A record is contested if a claim in it is; statements are those of their speakers. "
    "In the figures shape is the type of record, colour is whose account it rests on, hollow is "
    "contested, and a hatched bar is some time within. Numbers count records of this data set, "
    "not events on the ground."
)


def add_about(writer: Writer, material: Material) -> None:
    """Add data set, version, hash, filter, address, program and day, and the method in short."""
    tables, package = material.dataset.tables, material.dataset.tables.package
    writer.heading(1, "About this document")
    facts = {
        "Data set": f"{package['title']} ({package['name']})",
        "Version": str(package["version"]),
        "SHA-256 of the tables": tables.sha256,
        "Filter": material.view.sentence,
        "Made": f"{say_day(material.made)} with {material.app}",
    }
    for label, value in facts.items():
        writer.paragraph("Facts", words(f"{label}: ", "Label"), words(one_line(value)), keep=True)
    if material.permalink:
        address = writer.address(material.permalink)
        writer.paragraph("Facts", words("The same view: ", "Label"), address, keep=True)
    writer.paragraph("Normal", words(METHOD))


def describe(document: Any, material: Material) -> None:
    """Set the file's own properties."""
    tables, properties = material.dataset.tables, document.core_properties
    values = {
        "title": title_of(material),
        "subject": material.view.sentence,
        "keywords": f"{tables.package['name']}, {tables.version}",
        "comments": material.note,
        "author": material.app,
        "last_modified_by": material.app,
        "category": "Chronology",
        "language": "en-GB",
    }
    for name, value in values.items():
        setattr(properties, name, shorten(one_line(value), LONGEST_PROPERTY))
    made = datetime(material.made.year, material.made.month, material.made.day)
    properties.created = properties.modified = made
