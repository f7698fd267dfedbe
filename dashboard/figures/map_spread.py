"""Moves marks of a map apart where a picture cannot be zoomed; each stays tied to its place."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .map_marks import MapMarks, PlaceMark, octagon_px, radius_px
from .map_view import MapView, from_px, to_px

ROUNDS = 60
GAP_PX = 1.5
FARTHEST_PX = 34.0  # a mark never leaves its place by more


def spread(marks: MapMarks, where: MapView, size: tuple[float, float]) -> MapMarks:
    """The marks with places and areas moved so far apart that none lies on another, as far as
    `FARTHEST_PX` allows; `PlaceMark.stands` keeps the true place of those that moved.

    Pairs push each other along the line between them, in small steps, until nothing overlaps.
    """
    both = [*marks.places, *marks.areas]
    if not both:
        return marks
    true = to_px(where, [m.longitude for m in both], [m.latitude for m in both], *size)
    radii = np.array([radius_px(p.records.count) for p in marks.places]
                     + [octagon_px(a.records.count) / 2 for a in marks.areas])  # fmt: skip
    moved = [
        _move(mark, point, start, where, size)
        for mark, point, start in zip(both, _apart(true, radii), true, strict=True)
    ]
    count = len(marks.places)
    return replace(marks, places=tuple(moved[:count]), areas=tuple(moved[count:]))


def _apart(true: np.ndarray, radii: np.ndarray) -> np.ndarray:
    points = true + np.arange(len(true))[:, None] * 1e-3  # of two on one spot, one must give way
    wanted = radii[:, None] + radii[None, :] + GAP_PX
    for _ in range(ROUNDS):
        across = points[:, None, :] - points[None, :, :]
        distance = np.hypot(across[..., 0], across[..., 1])
        np.fill_diagonal(distance, np.inf)
        short = np.clip(wanted - distance, 0, None)
        if not short.any():
            break
        push = (across / distance[..., None] * short[..., None]).sum(axis=1) / 2
        offset = points + push - true
        length = np.hypot(offset[:, 0], offset[:, 1])
        points = true + offset * np.minimum(1, FARTHEST_PX / np.maximum(length, 1e-9))[:, None]
    return points


def _move(
    mark: PlaceMark, point: np.ndarray, start: np.ndarray, where: MapView, size: Sequence[float]
) -> PlaceMark:
    if np.hypot(*(point - start)) < 1:
        return mark
    longitude, latitude = from_px(where, point[0], point[1], size[0], size[1])
    return replace(
        mark, longitude=longitude, latitude=latitude, stands=(mark.longitude, mark.latitude)
    )
