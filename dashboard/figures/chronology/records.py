"""The entries of a chronology: date and title, what is known, and each side's account."""

from collections.abc import Mapping
from typing import Any

from ...events.accounts import Account, Claim, accounts
from ...events.dates import say_edtf
from ...events.precision import say_precision
from ..briefing import Material
from ..theme import Theme, colour_group
from .inline import line_break, one_line, words
from .periods import by_period
from .writer import SideLine, Writer, references


def add_records(writer: Writer, material: Material, theme: Theme) -> None:
    """Add all records of the view in order of time, by year."""
    records = {r["event_id"]: r for r in material.view.events.to_dict("records")}
    places = material.dataset.tables.places.set_index("place_id").to_dict("index")
    numbers = material.citations.by_source if "sources" in material.brief.parts else {}
    for heading, ids in by_period(material.view.events):
        writer.heading(1, heading)
        for event_id in ids:
            record = records[event_id]
            _add_facts(writer, material, record)
            _add_places(writer, [places[place] for place in record["places"]])
            cited = sorted(numbers[s] for s in record["sources"] if s in numbers)
            text = words(one_line(record["summary"]))
            writer.paragraph("RecordText", text, *references(cited))
            for index, account in enumerate(accounts(material.dataset, event_id)):
                colour = theme.sides[colour_group((account.side,))]
                _add_account(writer, account, SideLine(colour, bool(index % 2)), numbers)
            if record["note"]:
                writer.paragraph("RecordNote", words(one_line(f"Note: {record['note']}")))


def _add_facts(writer: Writer, material: Material, record: Mapping[Any, Any]) -> None:
    """Heading and badges, the latter in words."""
    writer.heading(2, one_line(f"{record['date_label']} · {record['title']}"))
    said = say_edtf(record["said"])
    facts = [
        material.dataset.names["type"].get(record["event_type"], record["event_type"]),
        "said in the article" if record["layer"] == "article" else "context",
        "contested" if record["contested"] else "not contested",
        say_precision(record["precision"], record["extent"]),
        *([f"said {said}"] if said else []),
    ]
    writer.paragraph("RecordFacts", words(one_line(" · ".join(facts))))


def _add_places(writer: Writer, places: list[Mapping[Any, Any]]) -> None:
    """The places with both names, those in their own scripts marked as such."""
    content = [words("Places: " if len(places) > 1 else "Place: ")] if places else []
    for place in places:
        if len(content) > 1:
            content.append(words(" · "))
        content.append(words(one_line(place["label"])))
        for name, language in ((place["name_az"], "az-Latn-AZ"), (place["name_hy"], "hy-AM")):
            if name and name not in place["label"]:
                content += [words(" / "), words(one_line(name), language=language)]
        precision = place["place_precision"]
        if precision not in ("exact", ""):
            content.append(words(" (near)" if precision == "near" else f" ({precision} level)"))
    writer.paragraph("RecordFacts", *(content or [words("No place is given.")]))


def _add_account(
    writer: Writer, account: Account, line: SideLine, numbers: Mapping[str, int]
) -> None:
    """What one side says, beside a line in its colour."""
    writer.paragraph("ClaimSide", words(one_line(account.label)), line=line)
    for claim in account.claims:
        number = numbers.get(claim.source_id)
        sources = references([number]) if number else []
        told = words(one_line(_say_told(claim, named=not number)), "Small")
        statement = words(one_line(claim.statement))
        writer.paragraph("Claim", statement, *sources, line_break(), told, line=line)


def _say_told(claim: Claim, named: bool) -> str:
    """Who said it, when, and what else is known; the source by name if it has no number."""
    parts = [
        f"{claim.speaker}, said {claim.said}" if claim.said else claim.speaker,
        *(["contested"] if claim.contested else []),
        *([f"dates it {claim.event_date}"] if claim.event_date else []),
        *([f"source: {claim.source}"] if named else []),
    ]
    return " · ".join(parts)
