"""Times a new filter from its question to both figures as they go to the browser.

Run from the checkout: python -m tests.bench.figures FOLDER [--filters 50]
FOLDER holds an imported data set. Nothing is kept from one filter to the next.
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path

import numpy as np
import orjson
from pydeck.bindings.json_tools import default_serialize

from dashboard.events.boundaries import Boundaries
from dashboard.events.filters import Filter
from dashboard.events.sets.crowd import count_in_time, count_on_map
from dashboard.events.sets.library import open_folder
from dashboard.events.sets.source import Stored
from dashboard.figures.caption import Caption
from dashboard.figures.counts import count_labels, count_timeline, fit_view, webgl_counts
from dashboard.figures.map_parts import MapBase, map_parts
from dashboard.figures.map_webgl import webgl_map
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import timeline
from dashboard.figures.timeline_parts import timeline_layout, window, window_panels
from dashboard.handout.gather import map_base
from dashboard.page.layout import PLACES
from tests.bench.random_filters import draw_filters

WIDE, TALL, ROWS = 560.0, 640, 40  # px of a timeline at 1440 x 900, and its rows
MAP = (426.0, 382.0)
WORDS = Caption("Timeline of records", "a filter", ("a source",))


def build(stored: Stored, value: Filter, bounds: Boundaries, bases: dict[object, MapBase]) -> int:
    """Ask, lay out and draw both figures; returns their bytes."""
    data, view = stored.show(value)
    where = fit_view(*(value.box or stored.bounds))
    base = bases.get(where) or bases.setdefault(
        where, map_base(bounds, data.tables.places.assign(kind=""), "both", where)
    )
    if view.crowd:
        first, last = window(data, value)
        counts = count_in_time(stored.store, value, "type", (first.date(), last.date()))
        panels = window_panels(data, value)
        figure = count_timeline(
            counts.bins, counts.unit, counts.lanes, panels, LIGHT, WORDS, WIDE, TALL
        )
    else:
        layout = timeline_layout(data, view, "type", WIDE, ROWS)
        sides = data.names["speaker"]
        figure = timeline(layout, view.events, data.truces, sides, data.types, LIGHT, WORDS, TALL)
    if view.crowd or view.locations["place_id"].nunique() > PLACES:
        squares = count_on_map(stored.store, value, where.bounds)
        labels = count_labels(squares.rough, base.countries, {}, where, MAP, squares.cells)
        deck = webgl_counts(squares.cells, squares.rough, labels, where, MAP, LIGHT, "/geo", "v")
    else:
        parts = map_parts(view, data.symbols, "both", where, MAP, base)
        areas = bounds.simple_areas
        deck = webgl_map(parts.marks, parts.labels, areas, where, MAP, LIGHT, "/geo", "v")
    sent = orjson.dumps(figure, option=orjson.OPT_SERIALIZE_NUMPY)
    return len(sent) + len(
        json.dumps(deck, sort_keys=True, default=default_serialize, separators=(",", ":"))
    )


def main() -> None:
    """Print the median, the 95th percentile and the largest of times and sizes."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.figures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--filters", type=int, default=50)
    asked = parser.parse_args()
    stored, bounds = open_folder(asked.folder), Boundaries()
    stored.ask_ahead()
    values = draw_filters(stored.store, asked.filters)
    bases: dict[object, MapBase] = {}
    build(stored, Filter(until=date(2000, 1, 1)), bounds, bases)  # loads what is loaded once
    times, sizes = [], []
    for value in values:
        start = time.perf_counter()
        sizes.append(build(stored, value, bounds, bases) / 1000)
        times.append((time.perf_counter() - start) * 1000)
    for name, unit, found in (("time", "ms", times), ("both figures", "kB", sizes)):
        half, most = np.percentile(found, [50, 95])
        print(f"{name}: p50 {half:.0f}, p95 {most:.0f}, max {max(found):.0f} {unit}")


if __name__ == "__main__":
    main()
