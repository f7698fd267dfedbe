"""How many facts of an article are proposed rightly: recall and precision, by column.

    python -m tests.intake_score [--misses]

The match, sentence by sentence: within a sentence each proposal is given to at most one fact, and
each fact gets at most one proposal, so that the most items agree. What no proposal was given to is
missed; what stands in a proposal that fits no fact is wrong.

- date: the proposed EDTF has the first day, the last day and the extent (moment or period) of the
  fact's; "~" and "?" are not compared. A fact without a date of its own counts for precision only:
  a date proposed there is wrong.
- actors, places, speakers: each id is an item. An actor is right if it is that of the fact, or
  belongs to it (the forces of a state for the state): a filter on the fact's actor then finds it.
  The article's own voice is a speaker.

A fact that stands in several sentences is found if one of them gives it. Of the curated article the
facts are the records of data/README.md's table of sentences. "As recorded" takes all that the
tables say; "as the text says" leaves out what no reader could find in the text, listed with the
reason in tests/data/intake/not_in_the_text.csv.
"""

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from pathlib import Path

from dashboard.events.actors import Actors
from dashboard.events.dates import read_date
from dashboard.events.intake import ARTICLE, Proposal, propose, sentences, vocabulary
from dashboard.events.tables import Tables, read_tables, split_list

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "data" / "intake"
SHARED = ROOT.parent / "shared" / "article.txt"
COLUMNS = ("date", "actors", "places", "speakers")
WRITTEN = {
    "wire": date(2020, 10, 12),
    "longform": date(2020, 11, 24),
    "analysis": date(2020, 12, 5),
}
THE_DAY = date(2020, 11, 7)
PUBLISHER, SOURCE = "trt-world", "trt"


@dataclass(frozen=True)
class Fact:
    """What one sentence says: `key` is the same for a fact that stands in several sentences."""

    key: str
    sentence: int
    items: Mapping[str, frozenset[str]]


@dataclass
class Count:
    """Items of one column: those of the facts, those of them found, proposed, rightly proposed."""

    wanted: int = 0
    found: int = 0
    proposed: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0


def score(facts: Iterable[Fact], proposals: Iterable[Proposal], actors: Actors) -> dict[str, Count]:
    """The counts by column; "facts" counts sentences' facts with any proposal, and its reverse."""
    by_fact, by_proposal = defaultdict(list), defaultdict(list)
    for fact in facts:
        by_fact[fact.sentence].append(fact)
    for one in proposals:
        by_proposal[one.sentence].append(one)
    counts = {name: Count() for name in (*COLUMNS, "facts")}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    wanted: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for sentence in sorted({*by_fact, *by_proposal}):
        pairs = _assigned(by_fact[sentence], by_proposal[sentence], actors)
        for fact, one in pairs:
            _tally(counts, fact, one, actors, found, wanted)
    for key, columns in wanted.items():
        for name, items in columns.items():
            counts[name].wanted += len(items)
            counts[name].found += len(items & found[key][name])
            lost = items - found[key][name]
            counts[name].misses += [f"missed {key}: {item}" for item in sorted(lost)]
    return counts


def _assigned(facts: list[Fact], proposals: list[Proposal], actors: Actors):  # type: ignore[no-untyped-def]
    """Pairs of fact and proposal with the most agreement; either may be None."""
    size = max(len(facts), len(proposals))
    padded = [*facts, *[None] * (size - len(facts))]
    best = max(
        permutations([*proposals, *[None] * (size - len(proposals))]) if size < 8 else [proposals],
        key=lambda order: sum(_agree(f, p, actors) for f, p in zip(padded, order, strict=True)),
    )
    return list(zip(padded, best, strict=True))


def _agree(fact: Fact | None, one: Proposal | None, actors: Actors) -> float:
    if not fact or not one:
        return 0
    said = items_of(one)
    agreed = sum(2 * len(_hits(n, fact.items[n], said[n], actors)) for n in COLUMNS)
    agreed += 2 * (not fact.items["date"] and not said["date"])
    return agreed - 0.1 * sum(len(said[n]) for n in COLUMNS) + 0.5


def _tally(counts, fact, one, actors, found, wanted):  # type: ignore[no-untyped-def]
    counts["facts"].wanted += bool(fact)
    counts["facts"].proposed += bool(one)
    counts["facts"].found += bool(fact and one)
    counts["facts"].right += bool(fact and one)
    for name in COLUMNS:
        want = fact.items[name] if fact else frozenset()
        said = items_of(one)[name] if one else frozenset()
        hits = _hits(name, want, said, actors)
        counts[name].proposed += len(said)
        right = {item for item in said if _hits(name, want, frozenset([item]), actors)}
        counts[name].right += len(right)
        counts[name].misses += [
            f"wrong in {fact.key if fact else '-'}: {i}" for i in sorted(said - right)
        ]
        if fact:
            wanted[fact.key][name] |= want
            found[fact.key][name] |= hits


def items_of(one: Proposal) -> dict[str, frozenset[str]]:
    """What a proposal says, by column."""
    return {
        "date": frozenset([one.date] if one.date else []),
        "actors": frozenset(one.actors),
        "places": frozenset(one.places),
        "speakers": frozenset(one.speakers),
    }


def _hits(name: str, want: frozenset[str], said: frozenset[str], actors: Actors) -> frozenset[str]:
    """Those of the wanted items that are said."""
    if name == "date":
        spans = {_span(text) for text in said}
        return frozenset(text for text in want if _span(text) in spans)
    if name == "actors":
        return frozenset(a for a in want if any(a in actors.lineage(s) for s in said))
    return want & said


def _span(text: str) -> tuple[date | None, date | None, str]:
    span = read_date(text)
    return span.earliest, span.latest, span.extent


def written_facts(name: str) -> list[Fact]:
    """The facts of an article written for the tests."""
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    found = []
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for n, row in enumerate(csv.DictReader(file)):
            where = [s.index for s in sentences(text) if s.text.startswith(row["begins"])]
            assert len(where) == 1, f"{name}.csv: {row['begins']!r} begins {len(where)} sentences"
            items = {c: frozenset(split_list(row[c])) for c in COLUMNS}
            found.append(Fact(f"{n + 2} {row['begins'][:24]}", where[0], items))
    return found


def curated_facts(text: str, tables: Tables, said_only: bool) -> list[Fact]:
    """The records of the curated article by the table of sentences in data/README.md."""
    readme = (ROOT / "data" / "README.md").read_text("utf-8")
    rows = re.findall(r'^\| \d+ \| "(.+?)…?" ?(?:\([^|]*\) )?\| (.+?) \|$', readme, re.MULTILINE)
    left_out = _left_out() if said_only else set()
    facts = []
    for begins, ids in rows:
        start = begins.rstrip("…").replace("'", "’")
        where = [s.index for s in sentences(text)
                 if s.text.replace("'", "’").startswith(start)]  # fmt: skip
        assert where, f"no sentence begins with {begins!r}"
        for event_id in re.findall(r"`([^`]+)`", ids):
            items = _recorded(event_id, tables)
            kept = {n: frozenset(i for i in items[n] if (event_id, n, i) not in left_out)
                    for n in COLUMNS}  # fmt: skip
            facts.append(Fact(event_id, where[0], kept))
    return facts


def _recorded(event_id: str, tables: Tables) -> dict[str, frozenset[str]]:
    """The items of a record. Its date is none of the text's own if it is only that of the saying,
    which the tables mark as not printed ("2020-11-07?"); speakers are those read in the article."""
    event = tables.events.set_index("event_id").loc[event_id]
    claims = tables.claims[tables.claims["event_id"] == event_id]
    told = claims.loc[claims["source_id"] == SOURCE, "speaker"]
    undated = event["date"] == event["said"] and event["date"].endswith("?")
    return {
        "date": frozenset([] if undated else [event["date"]]),
        "actors": frozenset(split_list(event["actors"])),
        "places": frozenset(split_list(event["places"])),
        "speakers": frozenset(ARTICLE if s == PUBLISHER else s for s in told),
    }


def _left_out() -> set[tuple[str, str, str]]:
    with (FOLDER / "not_in_the_text.csv").open(encoding="utf-8", newline="") as file:
        return {(r["event_id"], r["column"], r["value"]) for r in csv.DictReader(file)}


def scores() -> dict[str, dict[str, Count]]:
    """The counts of each article that is there, by its name."""
    tables = read_tables(ROOT / "data")
    made = {}
    for name, day in WRITTEN.items():
        words = vocabulary(tables, day)
        text = (FOLDER / f"{name}.txt").read_text("utf-8")
        made[name] = score(written_facts(name), propose(text, words, day), words.actors)
    if SHARED.exists():
        words = vocabulary(tables, THE_DAY)
        text = SHARED.read_text("utf-8")
        found = propose(text, words, THE_DAY)
        for how, said_only in (("as recorded", False), ("as the text says", True)):
            facts = curated_facts(text, tables, said_only)
            made[f"article, {how}"] = score(facts, found, words.actors)
    return made


def main() -> None:
    """Print the table, and on demand every miss."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    print(f"{'article':28}{'column':10}{'recall':>16}{'precision':>16}")
    for article, counts in scores().items():
        for name, c in counts.items():
            print(f"{article:28}{name:10}{c.recall:7.2f} ({c.found}/{c.wanted})".ljust(54)
                  + f"{c.precision:7.2f} ({c.right}/{c.proposed})")  # fmt: skip
            if options.misses:
                print(*(f"      {name}: {miss}" for miss in c.misses), sep="\n")


if __name__ == "__main__":
    main()
