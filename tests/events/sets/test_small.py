"""Imported rows as a data set that every view can show: nothing is added to what they say."""

import json
from datetime import date

import pandas as pd

from dashboard.events.accounts import accounts
from dashboard.events.citations import cite
from dashboard.events.export import FORMATS
from dashboard.events.filters import Filter
from dashboard.events.provenance import compare, trace
from dashboard.events.sets.small import symbols_of
from dashboard.events.sets.source import Stored

AUTUMN = Filter(since=date(2020, 9, 27), until=date(2020, 11, 10))


def test_dates_are_said_as_precisely_as_they_are_known(stored: Stored) -> None:
    data = stored.whole(Filter())[0].events
    by_days = {(r["earliest"], r["latest"], r["extent"], r["precision"]): r["date_label"]
               for r in data.to_dict("records")}  # fmt: skip
    day, none = pd.Timestamp, pd.NaT

    def said(first: str, last: str, extent: str, precision: str) -> str:
        key = day(first) if first else none, day(last) if last else none, extent, precision
        return next(v for k, v in by_days.items() if str(k) == str(key))

    assert said("2020-02-29", "2020-02-29", "moment", "day") == "29 Feb 2020"
    assert said("1918-01-01", "1918-12-31", "moment", "year") == "1918"
    assert said("2020-09-01", "2020-09-30", "moment", "month") == "Sep 2020"
    assert said("1918-03-30", "1918-04-02", "moment", "days").startswith("some day within 30 Mar")
    assert said("1988-02-20", "2020-11-09", "period", "day") == "20 Feb 1988 – 9 Nov 2020"
    assert said("1988-02-20", "", "period", "day") == "since 20 Feb 1988, end not stated"
    assert said("", "", "moment", "unknown") == "date not known"
    assert said("2020-09-27", "2020-09-27", "moment", "hour") == "27 Sep 2020, 22:30 local time"


def test_who_says_so_is_the_data_set_and_the_sources_it_names(
    stored: Stored, rows: pd.DataFrame
) -> None:
    row = next(r for r in rows.to_dict("records") if len(r["sources"]) > 1 and r["deaths_best"])
    told = accounts(stored.record(row["event_id"]), row["event_id"])
    assert [a.label for a in told] == ["UCDP GED", *row["sources"]]
    low, best, high = row["deaths_low"], row["deaths_best"], row["deaths_high"]
    estimate = f"Deaths: {best} by its best estimate (between {low} and {high})."
    assert [c.statement for c in told[0].claims] == [estimate]
    assert told[1].claims[0].statement == "Named as a source by UCDP GED."


def test_a_number_that_is_not_stated_is_not_said(stored: Stored, rows: pd.DataFrame) -> None:
    row = next(r for r in rows.to_dict("records") if r["deaths_best"] is None)
    data = stored.record(row["event_id"])
    statement = accounts(data, row["event_id"])[0].claims[0].statement
    assert statement == "Recorded; no number of deaths is stated."
    assert data.tables.events["deaths_best"].tolist() == [""]


def test_the_citation_that_the_terms_ask_for_is_the_first_source(stored: Stored) -> None:
    data, view = stored.show(AUTUMN)
    first = cite(data, view).sources[0]
    assert (first.number, first.source_id) == (1, "UCDP GED")
    assert "UCDP GED 26.1, accessed 24 Nov 2026" in first.text


def test_every_record_stands_in_one_lane(stored: Stored) -> None:
    data, view = stored.show(AUTUMN)
    for by, column in (("actor", "actor_sides"), ("speaker", "speaker_lanes")):
        lanes = data.lanes(by)
        assert view.events[column].map(len).eq(1).all()
        assert {lane for (lane,) in view.events[column]} == set(lanes)
        assert len(lanes) <= 12
    shown = view.events["event_id"]
    assert stored.store.totals(AUTUMN).count == len(shown) and shown.is_unique


def test_what_nobody_contests_is_not_said_to_be_uncontested(stored: Stored) -> None:
    data, view = stored.show(AUTUMN)
    told = json.loads(str(FORMATS["json"].make(view, data)))["records"]
    assert {record["contested"] for record in told} == {"", "yes"}


def test_every_form_of_export_can_be_made_of_imported_records(stored: Stored) -> None:
    data, view = stored.show(Filter(actor=("Ganja Battalion",), since=date(2015, 1, 1)))
    assert view.shown
    for form in FORMATS.values():
        assert form.make(view, data)


def test_an_export_of_imported_records_can_be_verified(stored: Stored) -> None:
    data, view = stored.show(AUTUMN)
    made = trace(view, data, date(2026, 11, 24))
    assert compare(made, data).same
    other, _ = stored.show(Filter(since=date(2020, 9, 27), until=date(2020, 10, 9)))
    assert not compare(made, other).same


def test_types_have_shapes_and_the_rare_ones_share_the_last() -> None:
    found = symbols_of([f"t{i}" for i in range(14)])
    assert len(set(found.values())) == 12
    assert found["t11"] == found["t13"] == "circle"
