"""Marks of a picture that cannot be zoomed lie beside each other, and keep their places."""

from dataclasses import replace
from itertools import combinations

import geopandas as gpd
import numpy as np

from dashboard.events.dataset import Dataset, View
from dashboard.figures.map_areas import place_areas
from dashboard.figures.map_marks import map_marks, octagon_px, radius_px
from dashboard.figures.map_spread import FARTHEST_PX, spread
from dashboard.figures.map_view import REGION, from_px, to_px

SIZE = (420.0, 300.0)


def test_marks_do_not_overlap_and_say_where_they_belong(
    dataset: Dataset, everything: View, areas: gpd.GeoSeries
) -> None:
    symbols = {key: symbol for key, (_, symbol) in dataset.types.items()}
    before = map_marks(everything.events, everything.locations, symbols)
    shown = place_areas(before.areas, areas, before.places, REGION)
    before = replace(before, areas=shown)
    after = spread(before, REGION, SIZE)
    assert [m.records for m in after.places] == [m.records for m in before.places]
    both = [*after.places, *after.areas]
    points = to_px(REGION, [m.longitude for m in both], [m.latitude for m in both], *SIZE)
    radii = [radius_px(p.records.count) for p in after.places]
    radii += [octagon_px(a.records.count) / 2 for a in after.areas]
    close = 0
    for i, j in combinations(range(len(both)), 2):
        close += np.hypot(*(points[i] - points[j])) < (radii[i] + radii[j]) * 0.8
    assert close == 0
    for old, new in zip(before.places, after.places, strict=True):
        true = new.stands or (new.longitude, new.latitude)
        assert true == (old.longitude, old.latitude)
        moved = to_px(REGION, [old.longitude, new.longitude], [old.latitude, new.latitude], *SIZE)
        assert np.hypot(*(moved[0] - moved[1])) <= FARTHEST_PX + 0.1
    assert any(p.stands for p in after.places)


def test_pixels_and_degrees_are_each_other_s_reverse() -> None:
    x, y = to_px(REGION, [46.75], [39.82], *SIZE)[0]
    assert np.allclose(from_px(REGION, x, y, *SIZE), (46.75, 39.82))
