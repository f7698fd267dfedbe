"""The numbered sources of a chronology, each the target of the references to it."""

from ..briefing import Material
from .inline import one_line, words
from .writer import Writer, source_bookmark


def add_sources(writer: Writer, material: Material) -> None:
    """Add the list of sources, numbered by Word in the order of their numbers."""
    if not material.citations.sources:
        return
    table = material.dataset.tables.sources
    kinds = dict(zip(table["source_id"], table["kind"], strict=True))
    writer.heading(1, "Sources")
    for source in material.citations.sources:
        content = [words(one_line(source.text))]
        if source.locator:
            content.append(words(f" · {one_line(source.locator)}"))
        if source.url:
            content += [words(" · "), writer.address(one_line(source.url))]
        if kinds[source.source_id]:
            content.append(words(f" · kind: {one_line(kinds[source.source_id])}"))
        name = source_bookmark(source.number)
        writer.paragraph("Source", *writer.bookmarked(name, *content))
