"""GeoJSON (RFC 7946) whose properties are those of no known format; see features.py for its rows.

What the properties mean is told by their names, or by a mapping, as in any table. A point lies
near its coordinates, as nothing says how precise it is; all else is an area.
"""

from collections.abc import Sequence
from dataclasses import replace

from .columns import mapped
from .guess import guess
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe
from .sql import decimal


def _known(columns: Sequence[str]) -> bool:
    return {"geometry_type", "latitude", "longitude"} <= plain_names(columns)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    mapping = choices.mapping or guess(columns)
    recipe = mapped(columns, mapping, choices.day_first)
    if "place_precision" in mapping:
        return recipe
    raw = Raw(columns)
    stated = recipe.columns["place_precision"]
    area = f"coalesce({raw.text('geometry_type')}, '') <> 'Point'"
    told = {
        **recipe.columns,
        "place_precision": f"CASE WHEN ({stated}) = 'near' AND {area} THEN 'region' "
        f"ELSE {stated} END",
    }
    if "radius_km" not in mapping and raw.name("geometry_km"):
        told["radius_km"] = decimal(raw.text("geometry_km"))
    return replace(recipe, columns=told)


GEOJSON = Form(
    name="geojson",
    label="GeoJSON",
    known=_known,
    recipe=_recipe,
)
