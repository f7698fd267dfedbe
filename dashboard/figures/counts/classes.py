"""Classes of counts: up to five shades with round limits, and the words and colours for them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from ..theme import Theme, rgb

MOST = 5
# Opacities by number of classes. None lies where neither a dark nor a light number can be read.
_SHADES = [
    [],
    [0.48],
    [0.25, 0.82],
    [0.2, 0.48, 0.88],
    [0.18, 0.48, 0.7, 0.9],
    [0.15, 0.3, 0.48, 0.7, 0.9],
]
# Round numbers, the finest series first; the last has few enough for any count there can be.
_SERIES = [
    [m * 10**e for e in range(19) for m in (1, 2, 5)],
    [m * 10**e for e in range(19) for m in (1, 3)],
    [10**e for e in range(19)],
    [10**e for e in range(0, 19, 2)],
    [10**e for e in range(0, 19, 4)],
]


def count_classes(counts: Any) -> list[tuple[int, int]]:
    """At most five classes (low, high), both inclusive, that hold all counts (an array or column of
    whole numbers from 1); the limits are round and grow about evenly on a log scale."""
    values = np.asarray(counts, "int64")
    if not len(values):
        return []
    most = int(values.max())
    for series in _SERIES:
        first = max(i for i, limit in enumerate(series) if limit <= max(int(values.min()), 1))
        lows = [limit for limit in series[first:] if limit <= most]
        if len(lows) <= MOST:
            break
    return [(low, following - 1) for low, following in pairwise([*lows, most + 1])]


def shades(classes: Sequence[tuple[int, int]]) -> np.ndarray:
    """The opacity of each class, 0 to 1: the more, the darker."""
    return np.array(_SHADES[len(classes)])


def class_of(counts: Any, classes: Sequence[tuple[int, int]]) -> np.ndarray:
    """The place of each count's class."""
    return np.searchsorted([low for low, _ in classes], np.asarray(counts), side="right") - 1


def class_words(classes: Sequence[tuple[int, int]]) -> list[str]:
    """The classes in words: "1 – 9", "10 – 99", "100 – 1,234"."""
    return [f"{low:,}" if low == high else f"{low:,} – {high:,}" for low, high in classes]


def swatches(classes: Sequence[tuple[int, int]], theme: Theme) -> list[tuple[str, str]]:
    """For a legend: (hex colour of a square as it looks on land, words) of each class."""
    mixed = [_on_land(alpha, theme) for alpha in shades(classes).tolist()]
    colours = ["#" + "".join(f"{round(v):02X}" for v in colour) for colour in mixed]
    return list(zip(colours, class_words(classes), strict=True))


def number_tone(shade: float, theme: Theme) -> str:
    """The colour, ink or paper, in which a number is read best on a square of this opacity."""
    ground = _luminance(_on_land(shade, theme))
    return max((theme.ink, theme.paper), key=lambda tone: _contrast(_luminance(rgb(tone)), ground))


def _on_land(alpha: float, theme: Theme) -> np.ndarray:
    return np.array(rgb(theme.ink)) * alpha + np.array(rgb(theme.land)) * (1 - alpha)


def _luminance(colour: Any) -> float:
    """Relative luminance of red, green, blue of 0 to 255 (WCAG 2.2)."""
    share = np.asarray(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _contrast(one: float, other: float) -> float:
    """The contrast of two luminances, 1 to 21 (WCAG 2.2)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
