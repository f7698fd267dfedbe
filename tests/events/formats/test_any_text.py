"""Whatever stands in a file, each row becomes a sound record or is rejected."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.edtf_bounds import COARSENESS
from dashboard.events.formats import FORMS, Choices, rows_of
from tests.events.formats.outcome import Cells, read
from tests.events.formats.test_acled import ROW as ACLED
from tests.events.formats.test_columns import MAPPING
from tests.events.formats.test_columns import ROW as TABLE
from tests.events.formats.test_gdelt import ROW as GDELT
from tests.events.formats.test_ged import ROW as GED
from tests.events.formats.test_timelinejs import ROW as SLIDE
from tests.events.formats.test_timemap import TABLED

PLACES = {"exact", "near", "district", "province", "region", "country", "none"}
OWN: Cells = {
    "event_id": "a", "date": "2020", "earliest": "2020-01-01", "latest": "2020-12-31",
    "extent": "moment", "precision": "year", "clock": "2020-01-01 10:00", "title": "X",
    "actors": "A;B", "latitude": "40", "longitude": "46", "place_precision": "near",
    "deaths_best": "1", "contested": "yes", "radius_km": "1",
}  # fmt: skip
ROWS: dict[str, Cells] = {
    "ged": GED, "acled": ACLED, "gdelt": GDELT, "timelinejs": SLIDE, "timemap": TABLED,
    "package": OWN, "geojson": {**TABLE, "geometry_type": "Polygon", "geometry_km": "5"},
    "columns": {**TABLE, "genau": "exact"},
}  # fmt: skip
MORE = {"date_end": "Bis", "extent": "duration"}
CHOICES = {
    "columns": Choices(mapping=MAPPING | MORE | {"place_precision": "genau"}),
    "geojson": Choices(day_first=False, mapping=MAPPING | {"date_end": "Bis"}),
}
TRAPS = [
    "", " ", "-1", "0", "1", "2", "3", "5", "7", "99", "1e400", "nan", "inf", "-0", "1_000", "0x1F",
    "٣", "1,5", "1.234.567", "1,234", "9999", "9999-12-31", "0000-00-00", "2020-02-30", "2020",
    "2020-13", "07/11/2020", "31/12/9999", "44142", "79999.99", "2020-09-27T24:00", "24:00",
    "2020-09-27T23:59:59.999999Z", "9998-12-31T23:59Z", "1-Jan-00", "[2020..", "../..", "/",
    "2020-09-27/2019", "[1991,1992]", "[]", '["a"', "['a']", '"a";b', '""', ";;", "%", "'", '"',
    "\\", "$1", "\x1f", "\u2028", "🙂" * 40, "<p", "<b>x</b>", "&amp;lt;", "title", "era", "period",
    "moment", "Unknown", "exact", "yes", "http://", "https://a.b/c,d", "=1+1", "x" * 5000,
]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(TRAPS),
    st.text(max_size=12),
    st.text(alphabet="0123456789-/.:T ZX~?[],eE+", max_size=16),
    st.dates().map(str),
)


def sound(record: dict[str, Any]) -> None:
    """What the events table asks of every record."""
    first, last = record["earliest"], record["latest"]
    assert first is None or last is None or first <= last
    assert record["precision"] in COARSENESS
    assert record["extent"] in ("moment", "period")
    assert record["place_precision"] in PLACES
    latitude, longitude = record["latitude"], record["longitude"]
    assert (latitude is None) == (longitude is None)
    if latitude is not None:
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
    assert (record["place_precision"] == "none") or latitude is not None
    assert all(
        n is None or n >= 0 for n in (record[f"deaths_{k}"] for k in ("low", "best", "high"))
    )
    assert record["radius_km"] is None or record["radius_km"] >= 0
    assert all(record[name] is not None for name in ("actors", "sources", "contested"))
    assert all(record["actors"]), record["actors"]
    assert len(set(record["sources"])) == len(record["sources"])
    assert record["title"]


def test_every_form_is_tried() -> None:
    assert set(ROWS) == set(FORMS)


@pytest.mark.parametrize("form", ROWS)
def test_rows_become_sound_records_or_are_rejected(form: str) -> None:
    changes = st.dictionaries(st.sampled_from(list(ROWS[form])), CELLS, min_size=1, max_size=3)

    @settings(max_examples=6, deadline=None)
    @given(st.lists(changes, min_size=40, max_size=90))
    def hold(changed: list[dict[str, str]]) -> None:
        cells: list[Cells] = [
            {name: cell.replace("\x00", "") for name, cell in row.items()} for row in changed
        ]
        rows = [ROWS[form] | row for row in cells]
        outcome = read(form, rows, CHOICES.get(form, Choices()))
        bad = {line for line, *_ in outcome.rejected}
        assert len(bad) + len(outcome.records) == len(rows)
        for record in outcome.records.values():
            sound(record)

    hold()


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["type", "features", "geometry", "coordinates", "properties", "events", "date",
                 "start_date", "year", "text", "media", "sources", "description", "data", "id"]
            ),
            inner,
            max_size=4,
        ),
        inner.map(lambda x: {"type": "FeatureCollection", "features": [x]}),
        inner.map(lambda x: {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": x}}),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json_gives_rows_of_text_or_a_sentence(document: object) -> None:
    try:
        form, rows = rows_of(document)
    except ValueError as error:
        assert str(error)
        return
    assert form in FORMS
    assert all(isinstance(text, str) and text for row in rows for text in row.values())
