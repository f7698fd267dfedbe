"""What leaves the screen of a story: a deck with one slide a step, and TimelineJS JSON."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ..events.boundaries import Boundaries
from ..events.dataset import Dataset, View
from ..events.export import FORMATS
from ..events.provenance import trace
from ..events.story import view_of
from ..figures.briefing import Brief, Material
from ..figures.deck.steps import MAP, steps_deck
from ..figures.picture import Picture
from ..figures.sheet.output import map_picture
from ..figures.story_view import fit_step
from .carriers import stamp
from .fonts import register_fonts
from .gather import gather, map_base

Say = Callable[[float, str], None]


def story_deck(
    dataset: Dataset,
    view: View,
    steps: Sequence[str],
    brief: Brief,
    bounds: Boundaries,
    made: date,
    permalink: str,
    say: Say = lambda share, words: None,
) -> bytes:
    """The deck of the records `steps` (all in the view) in this order, with its provenance.

    `say` is told the share that is done and the step in words. Raises KeyError if a step is not in
    the view, FileNotFoundError if a boundary file is missing.
    """
    register_fonts()
    told = view_of(view, steps, brief.title)
    story = gather(dataset, told, brief, bounds, made, permalink)
    slides = []
    for number, event_id in enumerate(steps):
        say(number / len(steps), f"Drawing map {number + 1} of {len(steps)}")
        slides.append(_step(story, event_id, bounds))
    say(1.0, "Setting the slides")
    return stamp(steps_deck(story, slides), "pptx", trace(told, dataset, made, chosen=True))


def _step(story: Material, event_id: str, bounds: Boundaries) -> tuple[Material, Picture]:
    """The material of one step and the picture of its map."""
    view = view_of(story.view, [event_id])
    event = view.events.loc[event_id].to_dict()
    where = fit_step(event, view.locations, story.base.areas)
    base = map_base(bounds, story.dataset.tables.places, story.brief.names, where)
    step = replace(story, view=view, where=where, base=base)
    left, top, right, bottom = MAP
    return step, map_picture(step, right - left, bottom - top, text=False)


def story_timelinejs(
    view: View, dataset: Dataset, steps: Sequence[str], title: str, made: date
) -> bytes:
    """The steps in their order as TimelineJS JSON, with its provenance. TimelineJS itself shows
    events by date, whatever their order in the file."""
    told = view_of(view, steps, title)
    content = FORMATS["timelinejs"].make(told, dataset)
    raw = content.encode() if isinstance(content, str) else content
    return stamp(raw, "timelinejs", trace(told, dataset, made, chosen=True))
