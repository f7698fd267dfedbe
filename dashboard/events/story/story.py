"""A story as a value: a title and the ids of records in the order in which they are told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..dataset import View
from ..words import count_off_map, say_count

LONGEST_TITLE = 200  # characters
MOST_STEPS = 1000


@dataclass(frozen=True)
class Story:
    """`steps` are event ids, each once, in the order told; `dataset` and `sha256` name the data
    that it was made with; `query` is the filter of that moment, as an address writes it."""

    title: str
    steps: tuple[str, ...]
    dataset: str
    sha256: str
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Steps:
    """The steps of a story in a view: those that it shows, those that its filter leaves out and
    those that the data set does not hold. Together they are all of them, in the story's order."""

    shown: tuple[str, ...]
    outside: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def steps_of(view: View, steps: Sequence[str] | None, known: Collection[str]) -> Steps:
    """The steps in a view of a data set that holds the records `known`; None: every record of the
    view is one, in order of time."""
    seen = list(view.events["event_id"])
    if steps is None:
        return Steps(tuple(seen))
    within = set(seen)
    return Steps(
        tuple(step for step in steps if step in within),
        tuple(step for step in steps if step in known and step not in within),
        tuple(step for step in steps if step not in known),
    )


def view_of(view: View, ids: Sequence[str], title: str = "") -> View:
    """The view with only the records `ids` (all of them in it), in this order; `title` is that of
    the story, which its words then name."""
    events = view.events.loc[list(ids)]
    places = view.locations[view.locations["event_id"].isin(ids)]
    off_map = count_off_map(events, places)
    named = [f"steps of “{title}”"] if title else []
    return replace(
        view,
        events=events,
        locations=places,
        off_map=off_map,
        filter_words=(*view.filter_words, *named),
        count_words=tuple(say_count(len(events), view.total, off_map)),
    )


def moved(steps: Sequence[str], step: str, by: int) -> tuple[str, ...]:
    """The steps with one of them `by` places further on; it stays at the ends."""
    rest = [other for other in steps if other != step]
    at = min(max(list(steps).index(step) + by, 0), len(rest))
    return (*rest[:at], step, *rest[at:])


def plain_title(text: str) -> str:
    """The text as the title of a story: one line of printable characters, at most 200."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line[:LONGEST_TITLE].strip()
