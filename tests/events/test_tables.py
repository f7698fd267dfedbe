"""Reading the data package: text as it stands, a hash over all of it, and all faults at once."""

import pytest

from dashboard.events.faults import DataError
from dashboard.events.tables import NAMES, read_tables, split_list

from .conftest import Copy


def test_cells_are_text_and_empty_is_empty(copy: Copy) -> None:
    tables = read_tables(copy.folder)
    places = tables.places.set_index("place_id")
    assert places.loc["yeraskh", "radius_km"] == "5"
    assert places.loc["baku", "radius_km"] == ""
    assert places.loc["moscow", "latitude"] == "55.752"
    for name in NAMES:
        assert len(getattr(tables, name)) == len(copy.lines(name)) - 1


def test_the_version_names_the_bytes(copy: Copy) -> None:
    before, again = read_tables(copy.folder), read_tables(copy.folder)
    assert before.version == again.version
    assert before.version.startswith(f"data {before.package['version']} (")
    copy.change("sides", "russia", label="Russian Federation")
    assert read_tables(copy.folder).sha256 != before.sha256


def test_missing_files_and_columns_are_all_named(copy: Copy) -> None:
    copy.drop_column("events", "note")
    copy.drop_column("claims", "said")
    (copy.folder / "sides.csv").unlink()
    with pytest.raises(DataError) as error:
        read_tables(copy.folder)
    found = [(f.file, f.column) for f in error.value.faults]
    assert found == [("events.csv", "note"), ("claims.csv", "said"), ("sides.csv", "")]
    assert "events.csv, row 1, column note" in str(error.value)


def test_a_package_that_is_not_json(copy: Copy) -> None:
    (copy.folder / "datapackage.json").write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"datapackage\.json.*a readable JSON object"):
        read_tables(copy.folder)


def test_lists_in_cells() -> None:
    assert split_list("baku; yerevan;") == ("baku", "yerevan")
    assert split_list("") == ()
