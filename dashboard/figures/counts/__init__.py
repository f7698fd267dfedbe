"""Figures of counts, for views of too many records to draw each: bars by time, squares by place."""

from .alt import alt_count_map, alt_count_timeline
from .classes import class_words, count_classes, swatches
from .labels import count_labels, land_points
from .strip import count_strip
from .svg import count_traces, svg_counts
from .timeline import count_timeline
from .view import fit_view
from .webgl import count_layers, webgl_counts

__all__ = [
    "alt_count_map",
    "alt_count_timeline",
    "class_words",
    "count_classes",
    "count_labels",
    "count_layers",
    "count_strip",
    "count_timeline",
    "count_traces",
    "fit_view",
    "land_points",
    "svg_counts",
    "swatches",
    "webgl_counts",
]
