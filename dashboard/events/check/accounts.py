"""Checks that records, claims and sources fit together: who says what, and where it was read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..faults import Fault
from ..tables import split_list
from .columns import is_day
from .sheets import Sheet

ALONE = "No other account was found."


def told_by_someone(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Every record has a claim."""
    events, told = sheets["events"], sheets["claims"].values("event_id")
    for event in events.having("event_id") if sheets["claims"].has("event_id") else ():
        if event["event_id"] and event["event_id"] not in told:
            yield events.fault(event, "event_id", "at least one claim in claims.csv")


def told_by_two_sides(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """A contested record has the accounts of two sides, or says that no other was found."""
    sides: dict[str, set[str]] = defaultdict(set)
    contested = set()
    for claim in sheets["claims"].having("event_id", "side", "contested"):
        sides[claim["event_id"]].add(claim["side"])
        if claim["contested"] == "yes":
            contested.add(claim["event_id"])
    events = sheets["events"]
    for event in events.having("event_id", "note"):
        event_id = event["event_id"]
        if event_id in contested and len(sides[event_id]) < 2 and ALONE not in event["note"]:
            allowed = f'claims of two sides or more, as it is contested; or "{ALONE}" in the note'
            yield events.fault(event, "event_id", allowed)


def read_in_a_source_of_the_event(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """The source of a claim is among those of its record."""
    events = sheets["events"].having("event_id", "sources")
    sources = {event["event_id"]: split_list(event["sources"]) for event in events}
    claims = sheets["claims"]
    for claim in claims.having("event_id", "source_id"):
        listed = sources.get(claim["event_id"])
        if listed and claim["source_id"] and claim["source_id"] not in listed:
            allowed = f"a source of the event ({', '.join(listed)}); or add it there"
            yield claims.fault(claim, "source_id", allowed)


def spoken_for_the_side_of_the_actor(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """The side of a claim is that of its speaker."""
    sides = {a["actor_id"]: a["side"] for a in sheets["actors"].having("actor_id", "side")}
    known = sheets["sides"].values("side")
    claims = sheets["claims"]
    for claim in claims.having("speaker", "side"):
        side = sides.get(claim["speaker"])
        if side in known and claim["side"] in known and claim["side"] != side:
            yield claims.fault(claim, "side", f"{side}, the side of {claim['speaker']}")


def numbered_after_the_event(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """The id of a claim begins with that of its record, so that either leads to the other."""
    claims = sheets["claims"]
    for claim in claims.having("claim_id", "event_id"):
        event = claim["event_id"]
        if claim["claim_id"] and event and not claim["claim_id"].startswith(f"{event}--"):
            yield claims.fault(claim, "claim_id", f"{event}-- and a number")


def said_in_the_article(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """A record of the article says when it was said; a record of the context does not."""
    events = sheets["events"]
    for event in events.having("layer", "said"):
        if event["layer"] == "article" and not event["said"]:
            yield events.fault(event, "said", "the day of the statement, as layer is article")
        if event["layer"] == "context" and event["said"]:
            yield events.fault(event, "said", "an empty cell, as layer is context")


def found_again(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """Every source has an address or another way to find it."""
    sources = sheets["sources"]
    for source in sources.having("url", "locator"):
        if not source["url"] and not source["locator"]:
            yield sources.fault(source, "url", "an address, or a locator in its place")


def in_order_of_time(sheets: Mapping[str, Sheet]) -> Iterator[Fault]:
    """A period does not end before it begins."""
    periods = sheets["periods"]
    for period in periods.having("from", "to"):
        first, last = period["from"], period["to"]
        if is_day(first) and is_day(last) and last < first:
            yield periods.fault(period, "to", f"a day not before {first}, as in from")


ACCOUNT_RULES = [
    told_by_someone,
    told_by_two_sides,
    read_in_a_source_of_the_event,
    spoken_for_the_side_of_the_actor,
    numbered_after_the_event,
    said_in_the_article,
    found_again,
    in_order_of_time,
]
