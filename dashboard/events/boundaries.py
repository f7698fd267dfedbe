"""Reads the boundaries: GeoJSON files in WGS84 (EPSG:4326), axis order longitude, latitude."""

import json
from functools import cached_property
from pathlib import Path

import geopandas as gpd
import pandas as pd

GEO = Path(__file__).resolve().parents[2] / "geo"
CREDIT = "Boundaries: Natural Earth 1:10m, generalised, no position on status. Places: GeoNames"


class Boundaries:
    """The layers of the base map by file name, each read when first asked for."""

    def __init__(self, folder: Path = GEO) -> None:
        self.folder = folder
        self._layers: dict[str, gpd.GeoDataFrame] = {}

    def layer(self, name: str) -> gpd.GeoDataFrame:
        """The layer `name` (such as "countries"). Raises FileNotFoundError if there is none."""
        if name not in self._layers:
            path = self.folder / f"{name}.geojson"
            if not path.exists():
                raise FileNotFoundError(f"{path.name} is missing from {self.folder.name}/")
            self._layers[name] = _read(path)
        return self._layers[name]

    @cached_property
    def areas(self) -> gpd.GeoSeries:
        """The shapes that stand for a place which is not a point, by the id used in places.csv.

        Ids are ISO 3166-1 alpha-3 for countries, ISO 3166-2 for districts, and `nkao_1991`.
        Raises FileNotFoundError if a layer is missing.
        """
        world = self.layer("world").set_index("id").geometry
        region = self.layer("countries").set_index("id").geometry
        whole = region[["AZE", "ARM"]]  # the other countries of the region file are clipped
        parts = [
            world[~world.index.isin(whole.index)],
            whole,
            self.layer("districts").set_index("id").geometry,
            self.layer("nkao_1991").set_index("id").geometry,
        ]
        return gpd.GeoSeries(pd.concat(parts), crs=4326)

    @cached_property
    def simple_areas(self) -> gpd.GeoSeries:
        """`areas` simplified to about 1 km: they are drawn translucent, on the exact borders of the
        base map."""
        return self.areas.simplify(0.01)


def _read(path: Path) -> gpd.GeoDataFrame:
    # Not with GDAL, which would stay in memory with 25 MB for files that are plain JSON.
    features = json.loads(path.read_text("utf-8"))["features"]
    return gpd.GeoDataFrame.from_features(features, crs=4326)
