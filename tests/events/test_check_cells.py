"""Breaks one cell at a time and expects exactly that fault: file, row, column and value."""

from collections.abc import Callable

import pytest

from dashboard.events.check import check
from dashboard.events.faults import Fault

from .conftest import Copy

OTHER_TITLE = "Erdogan and Putin speak by phone about Karabakh"
CELLS = [  # table, id of the row, column, what is written, what is allowed
    # each column alone, by datapackage.json
    ("events", "war-begins-2020-09-27", "title", "", "must not be empty"),
    ("events", "war-begins-2020-09-27", "title", "x" * 61, "text of the form ^.{1,60}$"),
    ("events", "war-begins-2020-09-27", "title", OTHER_TITLE, "a value of its own"),
    ("events", "war-begins-2020-09-27", "layer", "rumour", "one of article, context"),
    ("events", "war-begins-2020-09-27", "event_type", "riot", "one of fighting, strike"),
    ("events", "shusha-taken-1992", "date", "last spring", "a date in EDTF"),
    ("events", "shusha-taken-1992", "date", "1992-05-09/1992-05-08", "not end before it begins"),
    ("events", "shusha-taken-1992", "date", "1992-05-08T12:00:00Z", "a local time"),
    ("events", "erdogan-putin-call-2020-11-07", "said", "7 Nov", "a date in EDTF"),
    ("claims", "shusha-taken-1992--1", "said", "soon", "a date in EDTF"),
    ("claims", "shusha-taken-1992--1", "event_date", "8 May 1992", "a date in EDTF"),
    ("claims", "shusha-taken-1992--1", "contested", "maybe", "one of yes, no"),
    ("claims", "shusha-taken-1992--1", "statement", "", "must not be empty"),
    ("actors", "polad-hashimov", "side", "mars", "one of azerbaijan, turkey"),
    ("places", "baku", "latitude", "95", "a number from -90 to 90"),
    ("places", "baku", "longitude", "181.5", "a number from -180 to 180"),
    ("places", "baku", "latitude", "40,3777", "a number with a decimal point"),
    ("places", "baku", "latitude", "nan", "a number with a decimal point"),
    ("places", "baku", "geonames_id", "587084.5", "a whole number"),
    ("places", "baku", "place_precision", "roughly", "one of exact, near"),
    ("places", "baku", "wikidata_id", "9248", "text of the form ^Q[0-9]+$"),
    ("places", "tovuz", "radius_km", "-1", "a number from 0 to 500"),
    ("sources", "trt-lachin", "date", "undated", "a date in EDTF"),
    ("sources", "trt-lachin", "date", "", "must not be empty"),
    ("sources", "trt-lachin", "url", "ftp://example.org/a", "text of the form ^https?://"),
    ("sources", "trt-lachin", "archive_url", "www.example.org", "text of the form ^https?://"),
    ("sources", "trt-lachin", "accessed", "20201107", "a day such as 2020-11-07"),
    ("categories", "strike", "symbol", "heart", "one of x, star"),
    ("categories", "strike", "symbol", "x", "a value of its own; it stands in row 2 too"),
    ("categories", "strike", "order", "0", "a number from 1"),
    ("categories", "strike", "order", "second", "a whole number"),
    ("periods", "lull", "to", "2020-02-30", "a day such as 2020-11-07"),
    # tables among each other
    ("events", "war-begins-2020-09-27", "about_event", "nosuch", "stands in events.csv"),
    ("events", "war-begins-2020-09-27", "about_event", "war-begins-2020-09-27", "not about this"),
    ("events", "war-begins-2020-09-27", "said", "2020-09-27", "empty cell, as layer is context"),
    ("events", "erdogan-putin-call-2020-11-07", "said", "", "the day of the statement"),
    ("claims", "shusha-taken-1992--1", "speaker", "", "must not be empty"),
    ("claims", "shusha-taken-1992--1", "speaker", "nobody", "stands in actors.csv"),
    ("claims", "shusha-taken-1992--1", "source_id", "", "must not be empty"),
    ("claims", "shusha-taken-1992--1", "source_id", "trt", "a source of the event ("),
    ("claims", "shusha-taken-1992--1", "side", "un", "the side of"),
    ("claims", "shusha-taken-1992--1", "claim_id", "war-begins--9", "shusha-taken-1992-- and a"),
    ("actors", "polad-hashimov", "parent", "nobody", "stands in actors.csv"),
    ("actors", "azerbaijan", "parent", "azerbaijan", "does not belong to this"),
    ("periods", "lull", "to", "1994-05-12", "a day not before 1994-05-13"),
    # places on the map
    ("places", "shusha", "longitude", "", "a number, as latitude is given"),
    ("places", "shusha", "latitude", "", "a number, as longitude is given"),
    ("places", "paris", "iso_3166_2", "QQ-75C", "a code of a country in world.geojson"),
    ("places", "garayusifli", "area", "AZ-QQQ", "the id of a boundary in geo/"),
    ("places", "garayusifli", "area", "", "a boundary, or coordinates and radius_km"),
    ("places", "nk", "area", "", "as place_precision is region"),
]
PLACES = [  # the same, where the fault stands in another column: that one and its value
    (
        "shusha",
        "iso_3166_2",
        "AM-SU",
        "latitude",
        "39.7601, 46.7499",
        "a place in ARM, at most 0.03",
    ),
    ("paris", "iso_3166_2", "CH-GE", "latitude", "48.8534, 2.3488", "a place in CHE, at most 0.3 "),
    ("nk", "area", "AZ-ABS", "latitude", "39.85, 46.8", "a place in AZ-ABS, at most 0.03 degrees"),
    ("kahramanmaras", "radius_km", "", "area", "", "as place_precision is province"),
]


@pytest.mark.parametrize(("table", "key", "column", "value", "allowed"), CELLS)
def test_one_broken_cell_is_one_fault(
    copy: Copy, table: str, key: str, column: str, value: str, allowed: str
) -> None:
    number = copy.change(table, key, **{column: value})
    (fault,) = check(copy.folder)
    assert (fault.file, fault.row, fault.column) == (f"{table}.csv", number, column)
    assert fault.value == value
    assert allowed in fault.allowed


@pytest.mark.parametrize(("key", "column", "value", "at", "found", "allowed"), PLACES)
def test_a_place_that_does_not_fit_its_claim(
    copy: Copy, key: str, column: str, value: str, at: str, found: str, allowed: str
) -> None:
    number = copy.change("places", key, **{column: value})
    (fault,) = check(copy.folder)
    place = (fault.file, fault.row, fault.column, fault.value)
    assert place == ("places.csv", number, at, found)
    assert allowed in fault.allowed


@pytest.mark.parametrize(
    ("column", "change", "value", "allowed"),
    [
        ("actors", lambda ids: f"{ids};nobody", "nobody", "an id that stands in actors.csv"),
        ("places", lambda ids: f"{ids};atlantis", "atlantis", "an id that stands in places.csv"),
        ("sources", lambda ids: f"{ids};hearsay", "hearsay", "an id that stands in sources.csv"),
        ("actors", lambda ids: f"{ids};armenia", "armenia", "an id that stands in the list once"),
        ("places", lambda ids: "nk; baku", "nk; baku", "text of the form"),
        ("sources", lambda ids: f"{ids};", None, "text of the form"),
    ],
)
def test_each_id_in_a_list_is_looked_up(
    copy: Copy, column: str, change: Callable[[str], str], value: str | None, allowed: str
) -> None:
    number = copy.number("events", "trilateral-statement-2020-11-10")
    cell = change(copy.cell("events", number, column))
    copy.change("events", "trilateral-statement-2020-11-10", **{column: cell})
    (fault,) = check(copy.folder)
    place = ("events.csv", number, column, cell if value is None else value)
    assert (fault.file, fault.row, fault.column, fault.value) == place
    assert allowed in fault.allowed


def test_two_broken_cells_of_one_row_are_two_faults(copy: Copy) -> None:
    number = copy.change("sources", "trt-lachin", date="soon", kind="rumour")
    found = [(f.row, f.column, f.value) for f in check(copy.folder)]
    assert found == [(number, "date", "soon"), (number, "kind", "rumour")]


def test_a_fault_says_where_what_and_what_is_allowed() -> None:
    fault = Fault("events.csv", 5, "layer", "rumour", "one of article, context")
    assert str(fault) == "events.csv, row 5, column layer: 'rumour' - one of article, context"
    assert str(Fault("events.csv", 0, "", "gone", "a file")) == "events.csv: 'gone' - a file"
