"""The areas that readings of "Karabakh and the surrounding areas" count, measured from geo/."""

from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from .boundaries import Boundaries

# Equal-area, on the ellipsoid, centred on the area. Its straight lines stay within 0.02 km2 of
# geodesics for every shape measured here, all of Azerbaijan included (see tests).
PROJECTION = "+proj=laea +lat_0=40 +lon_0=47 +datum=WGS84"
COUNTRY_KM2 = 86_600  # as the records divide: "11,500 of 86,600 square kilometres"
FAR_OFF = 10  # percent: a district that differs by more is named

OBLAST, HELD, SEVEN, BOTH, COUNTRY = "nkao_1991", "control_1994_2020", "seven", "both", "AZE"


def measured_km2(shapes: gpd.GeoSeries) -> pd.Series:
    """Areas in km2 of shapes in EPSG:4326, by their index."""
    return shapes.to_crs(PROJECTION).area / 1e6


def areas(bounds: Boundaries) -> pd.DataFrame:
    """One row for each area measured.

    Columns: key, kind ("held", "whole", "district" or "country"), label, name_az, name_hy (""
    where there is none), counts (what is counted, in words), km2, percent (of `COUNTRY_KM2`),
    held_km2 (the part that was held from 1994 to 2020; NaN for the country), published_km2 (NaN if
    none is known), published_percent and difference (percent by which `km2` is more than
    `published_km2`). Raises FileNotFoundError if a layer is missing.
    """
    layers = {
        name: bounds.layer(name).set_index("id")
        for name in ("seven_districts", OBLAST, HELD, "countries")
    }
    return _measured(pd.DataFrame(_rows(*layers.values())), layers[HELD].geometry[HELD])


def _rows(
    seven: gpd.GeoDataFrame, oblast: gpd.GeoDataFrame, held: gpd.GeoDataFrame, country: Any
) -> list[dict[str, Any]]:
    held_shape, oblast_shape = held.geometry[HELD], oblast.geometry[OBLAST]
    inside, outside = held_shape.intersection(oblast_shape), held_shape.difference(oblast_shape)
    around = seven.union_all()
    whole = [float(oblast["area_official_km2"].iloc[0]), float(seven["area_official_km2"].sum())]
    return [
        _row(HELD, "held", "Area held by Armenian forces, 1994–2020",
             "All land behind the line of contact of 1994, in the oblast or not", held_shape),
        _row("held_in", "held", "… of that, in the former oblast",
             "The part of the former oblast behind the line of contact", inside),
        _row("held_around", "held", "… of that, around the former oblast",
             "The parts of districts around the oblast behind the line of contact", outside),
        _row(BOTH, "whole", "Former oblast and the seven districts",
             "All of the oblast and all of the seven districts, held or not",
             around.union(oblast_shape), sum(whole)),
        _row(SEVEN, "whole", "The seven districts together",
             "All of the seven districts without land of the oblast, held or not",
             around, whole[1]),
        _row(OBLAST, "whole", "Former oblast (NKAO)",
             "All of the former Nagorno-Karabakh autonomous oblast in its borders of 1991",
             oblast_shape, whole[0], oblast.loc[OBLAST]),
        *(
            _row(key, "district", row["name"], "The whole district without land of the oblast",
                 row["geometry"], row["area_official_km2"], row)
            for key, row in seven.iterrows()
        ),
        _row(COUNTRY, "country", country["name"][COUNTRY], "The whole country",
             country.geometry[COUNTRY], COUNTRY_KM2, country.loc[COUNTRY]),
    ]  # fmt: skip


def _row(
    key: str,
    kind: str,
    label: str,
    counts: str,
    shape: Any,
    published: float = float("nan"),
    names: Any = None,
) -> dict[str, Any]:
    name_az, name_hy = ("", "") if names is None else (names["name_az"], names["name_hy"])
    return {"key": key, "kind": kind, "label": label, "name_az": name_az, "name_hy": name_hy,
            "counts": counts, "published_km2": float(published), "geometry": shape}  # fmt: skip


def _measured(rows: pd.DataFrame, held: Any) -> pd.DataFrame:
    shapes = gpd.GeoSeries(rows["geometry"], crs=4326)
    country = rows["kind"] == "country"
    table = rows.drop(columns="geometry")
    table["km2"] = measured_km2(shapes)
    table["percent"] = 100 * table["km2"] / COUNTRY_KM2
    table["held_km2"] = measured_km2(shapes.intersection(held)).mask(country)
    table["published_percent"] = 100 * table["published_km2"] / COUNTRY_KM2
    table["difference"] = 100 * (table["km2"] / table["published_km2"] - 1)
    return table


@dataclass(frozen=True)
class Agreement:
    """How far the measured areas are from published ones, in percent of these.

    `totals` is the largest difference, without its sign, of the country, the oblast and the seven
    districts together; `district` the same of single districts; `far` the districts that differ by
    more than `FAR_OFF`, as label and signed difference, the largest first.
    """

    totals: float
    district: float
    far: tuple[tuple[str, float], ...]


def agreement(table: pd.DataFrame) -> Agreement:
    """The agreement of a table of `areas`."""
    known = table[table["published_km2"].notna()]
    single = known[known["kind"] == "district"]
    off = single[single["difference"].abs() > FAR_OFF]
    off = off.sort_values("difference", key=lambda d: -d.abs())
    return Agreement(
        totals=float(known.loc[known["kind"] != "district", "difference"].abs().max()),
        district=float(single["difference"].abs().max()),
        far=tuple(zip(off["label"], off["difference"].astype(float), strict=True)),
    )
