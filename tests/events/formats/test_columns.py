"""Any table: what a person's mapping makes of it, and what is proposed."""

from datetime import date, datetime

import pytest

from dashboard.events.formats import KEYS, Choices, check_mapping, guess, recognise
from tests.events.formats.outcome import Cells, read

ROW: Cells = {
    "Nr": "7",
    "Datum": "2020-09-27",
    "Bis": "2020-10-03",
    "Was": "Battle",
    "Wo": "Talish",
    "Wer": "A; B;A",
    "Quelle": '"Paper; One";Two',
    "lat": "40,39",
    "lon": "46,75",
    "Tote": "1.200",
    "Streit": "Yes",
    "km": "2,5",
}
MAPPING = {
    "event_id": "Nr",
    "date": "Datum",
    "event_type": "Was",
    "place_label": "Wo",
    "actors": "Wer",
    "sources": "Quelle",
    "latitude": "lat",
    "longitude": "lon",
    "deaths_best": "Tote",
    "contested": "Streit",
    "radius_km": "km",
}


def chosen(**more: str) -> Choices:
    return Choices(day_first=True, mapping=MAPPING | more)


def test_a_mapped_row_is_read_in_full() -> None:
    record = read("columns", [ROW], chosen()).one
    assert (record["event_id"], record["title"]) == ("7", "Battle, Talish")
    assert (record["earliest"], record["precision"]) == (date(2020, 9, 27), "day")
    assert (record["actors"], record["sources"]) == (["A", "B"], ["Paper; One", "Two"])
    assert (record["latitude"], record["longitude"]) == (40.39, 46.75)
    assert (record["place_precision"], record["radius_km"]) == ("near", 2.5)
    assert (record["deaths_best"], record["contested"]) == (1200, True)


def test_lists_as_programs_write_them() -> None:
    cells = ['["A, B", "C"]', "['A', 'B']", "[]", "[A", '"A";"B"', "A;;B", None]
    outcome = read("columns", [ROW | {"Wer": cell} for cell in cells], chosen())
    assert outcome.column("actors") == [
        ["A, B", "C"], ["A", "B"], [], ["[A"], ["A", "B"], ["A", "B"], [],
    ]  # fmt: skip


def test_a_second_date_is_a_doubt_or_a_duration_as_was_said() -> None:
    for said, extent in ((None, "moment"), ("doubt", "moment"), ("duration", "period")):
        more = {"date_end": "Bis"} | ({"extent": said} if said else {})
        outcome = read("columns", [ROW, ROW | {"Bis": None}], chosen(**more))
        assert outcome.column("extent") == [extent, "moment"]
        assert outcome.column("latest") == [date(2020, 10, 3), date(2020, 9, 27)]
        assert outcome.column("precision") == ["days", "day"]
        assert outcome.column("date") == ["2020-09-27 to 2020-10-03", "2020-09-27"]


def test_dates_of_all_kinds_and_none() -> None:
    texts = ["1991~", "2020-09-27/2020-11-10", "2020-11-07", "07.11.2020 14:30", None, "Unknown"]
    outcome = read("columns", [ROW | {"Datum": text} for text in texts], chosen())
    assert not outcome.rejected
    assert outcome.column("precision") == ["year", "days", "day", "minute", "unknown", "unknown"]
    assert outcome.column("extent")[1] == "period"
    assert outcome.column("clock")[3] == datetime(2020, 11, 7, 14, 30)
    assert outcome.column("date")[:4] == texts[:4]


def test_what_is_wrong_is_rejected_and_what_is_doubtful_listed() -> None:
    wrong: list[tuple[Cells, str]] = [
        ({"Datum": "soon"}, "Datum"),
        ({"Bis": "2020-09-01"}, "Bis"),
        ({"Datum": "2020-11-10/2020-09-27", "Bis": None}, "Datum"),
        ({"lat": "x"}, "lat"),
        ({"lat": None}, "lon"),
        ({"Tote": "1,5"}, "Tote"),
        ({"km": "far"}, "km"),
        ({"km": "-1"}, "km"),
    ]
    doubtful: list[tuple[Cells, str]] = [
        ({"Streit": "perhaps"}, "Streit"),
        ({"Datum": "2020-09-27T20:00Z"}, "Datum"),
    ]
    rows = [ROW | change for change, _ in wrong + doubtful]
    outcome = read("columns", rows, chosen(date_end="Bis"))
    assert [(n - 2, column) for n, column, _ in outcome.rejected] == [
        (n, column) for n, (_, column) in enumerate(wrong)
    ]
    assert [column for _, column, _ in outcome.repaired] == ["Streit", "Datum"]
    assert outcome.column("contested") == [False, True]


def test_the_precision_of_places_is_a_word_for_all_or_one_in_each_row() -> None:
    assert read("columns", [ROW], chosen(place_precision="exact")).one["place_precision"] == "exact"
    rows = [ROW | {"genau": word} for word in ("Exact", "country", "about", None)]
    outcome = read("columns", rows, chosen(place_precision="genau"))
    assert outcome.column("place_precision") == ["exact", "country", "region", "region"]
    assert [line for line, *_ in outcome.repaired] == [4, 5]


def test_a_row_gets_a_title_from_what_there_is() -> None:
    cut = {k: v for k, v in MAPPING.items() if k not in ("event_type", "place_label")}
    long = "word " * 40
    rows = [{"t": text} for text in ("Short text", "One. Two.", long, "x" * 150, None)]
    outcome = read("columns", rows, Choices(mapping={"summary": "t"}))
    titles = outcome.column("title")
    assert titles[:2] == ["Short text", "One. Two."]
    assert titles[2].endswith("word …")
    assert len(titles[2]) <= 102
    assert (titles[3], titles[4]) == ("x" * 100 + "…", "No title")
    assert read("columns", [ROW], Choices(mapping=cut)).one["title"] == "No title"


def test_names_that_people_use_are_proposed() -> None:
    names = ["ID", "Event Date", "End date", "Type", "Lat", "Lng", "Location", "Source", "Other"]
    assert guess(names) == {
        "event_id": "ID", "date": "Event Date", "date_end": "End date", "event_type": "Type",
        "latitude": "Lat", "longitude": "Lng", "place_label": "Location", "sources": "Source",
    }  # fmt: skip
    assert set(guess(names)) <= set(KEYS)
    assert guess(["a", "b"]) == {}
    assert recognise(names) == "columns"


def test_a_mapping_may_write_names_in_its_own_case() -> None:
    mapping = {"date": " datum", "place_precision": "KM", "title": "was"}
    outcome = read("columns", [ROW | {"Datum": "soon"}, ROW], Choices(mapping=mapping))
    assert [column for _, column, _ in outcome.rejected] == ["Datum"]
    assert [column for _, column, _ in outcome.repaired] == ["km"]


def test_without_a_mapping_the_proposal_is_taken() -> None:
    record = read("columns", [{"Date": "2020-09-27", "Headline": "X", "y": "40", "x": "46"}]).one
    assert (record["title"], record["latitude"]) == ("X", 40.0)


def test_a_latitude_alone_in_a_table_is_no_place() -> None:
    record = read("columns", [{"date": "2020-09-27", "lat": "40"}]).one
    assert (record["latitude"], record["place_precision"]) == (None, "none")


@pytest.mark.parametrize(
    "mapping",
    [{"colour": "a"}, {"date": "b"}, {"extent": "a"}, {"place_precision": "roughly"}],
)
def test_a_mapping_to_what_there_is_not_is_refused(mapping: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="there"):
        check_mapping(["a"], mapping)


def test_names_with_quotes_are_only_names() -> None:
    odd = 'd"; DROP TABLE raw; --'
    record = read("columns", [{odd: "1991", "o'clock": "x"}], Choices(mapping={"date": odd})).one
    assert record["precision"] == "year"
