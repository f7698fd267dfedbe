"""Every form of a view, read by another program than wrote it, holds what the view holds."""

import io
import json
import random
import re
from datetime import date

import duckdb
import openpyxl
import pandas as pd
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from dashboard.events.citations import cite
from dashboard.events.dataset import Dataset, View
from dashboard.events.dates import read_date
from dashboard.events.export import FORMATS
from dashboard.events.export.formulas import STARTS, defuse
from dashboard.events.filters import Filter

SEED = 20201107


def random_filters(dataset: Dataset, count: int) -> list[Filter]:
    """Filters of all kinds, the same at each run; about a third of them combine two."""
    chance = random.Random(SEED)
    choices = dataset.choices
    found = []
    for _ in range(count):
        day = date(chance.choice([1991, 1994, 2020, 2020]), chance.randint(1, 12), 7)
        parts = [
            {"since": day},
            {"until": day},
            {"actor": (chance.choice(choices.actor),)},
            {"type": tuple(chance.sample(list(choices.type), 2))},
            {"speaker": (chance.choice(choices.speaker),)},
            {"contested": chance.choice(["yes", "no"])},
            {"layer": (chance.choice(["article", "context"]),)},
            {"q": chance.choice(["Shusha", "ceasefire", "erdogan", "no such word"])},
        ]
        chosen = chance.sample(parts, chance.choice([1, 1, 2]))
        found.append(Filter(**{k: v for part in chosen for k, v in part.items()}))
    return found


def expected_claims(view: View, dataset: Dataset) -> list[tuple[str, str]]:
    told = dataset.tables.claims
    rows = [told[told["event_id"] == i] for i in view.events["event_id"]]
    return [(r.claim_id, r.statement) for table in rows for r in table.itertuples()]


def test_all_forms_hold_the_same_records_claims_and_sources_for_20_filters(
    dataset: Dataset,
) -> None:
    sizes = set()
    for value in random_filters(dataset, 20):
        view = dataset.view(value)
        sizes.add(len(view.events))
        made = {name: form.make(view, dataset) for name, form in FORMATS.items()}
        ids, claims = list(view.events["event_id"]), expected_claims(view, dataset)
        numbered = [c.source_id for c in cite(dataset, view).sources]
        csv = pd.read_csv(io.StringIO(str(made["csv"])), keep_default_na=False)
        assert list(csv["event_id"]) == ids
        told = pd.read_csv(io.StringIO(str(made["claims"])), keep_default_na=False)
        assert list(told["claim_id"]) == [c for c, _ in claims]
        book = openpyxl.load_workbook(io.BytesIO(bytes(made["xlsx"])))  # type: ignore[arg-type]
        assert [row[0] for row in book["Records"].iter_rows(2, values_only=True)] == ids
        cells = [(row[0], row[4]) for row in book["Claims"].iter_rows(2, values_only=True)]
        assert cells == claims
        assert [row[0] for row in book["Sources"].iter_rows(2, values_only=True)] == numbered
        assert [f["id"] for f in json.loads(made["geojson"])["features"]] == ids
        for references in (
            [r["id"] for r in rispy.loads(str(made["ris"]))],
            list(parse_string(str(made["bibtex"]), "bibtex").entries),
            [r["id"] for r in json.loads(made["csl"])],
        ):
            assert references == numbered
        slides = json.loads(made["timelinejs"])
        assert len(slides["events"]) + slides["without_date"] == len(ids)
    assert min(sizes) == 0 and max(sizes) > 20


def test_parquet_is_read_by_another_engine(dataset: Dataset, tmp_path) -> None:  # type: ignore[no-untyped-def]
    view = dataset.view(Filter(actor=("russia",)))
    path = tmp_path / "view.parquet"
    path.write_bytes(bytes(FORMATS["parquet"].make(view, dataset)))  # type: ignore[arg-type]
    rows = duckdb.sql(f"select event_id, latitude, claims from '{path}'").fetchall()
    assert [row[0] for row in rows] == list(view.events["event_id"])
    told = [(c["claim_id"], c["statement"]) for row in rows for c in row[2]]
    assert told == expected_claims(view, dataset)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\u200b=1", "'\u200b=1"),
        ("＝1", "'＝1"),
        ("\n=1", "'\n=1"),
        ("a=1", "a=1"),
        ("", ""),
        ("Şuşa", "Şuşa"),
    ],
)
def test_what_would_run_as_a_formula_is_made_plain(text: str, safe: str) -> None:
    assert defuse(text) == safe


@given(st.text())
def test_nothing_that_begins_a_formula_is_left(text: str) -> None:
    assert not defuse(text).startswith(STARTS)
    assert defuse(text).removeprefix("'") == text.removeprefix("'") or defuse(text) == text


def test_no_cell_of_a_spreadsheet_is_a_formula(dataset: Dataset) -> None:
    hostile = '=HYPERLINK("http://x","y")'
    view = dataset.view(Filter(actor=("russia",)))
    view.events["title"] = hostile
    book = openpyxl.load_workbook(
        io.BytesIO(bytes(FORMATS["xlsx"].make(view, dataset)))  # type: ignore[arg-type]
    )
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert hostile in {c.value for c in cells}
    assert not [c for c in cells if c.data_type == "f" or c.hyperlink]
    text = str(FORMATS["csv"].make(view, dataset))
    assert "\"'=HYPERLINK" in text
    assert pd.read_csv(io.StringIO(text))["latitude"].dtype == "float64"


def test_timelinejs_dates_are_no_finer_than_known(dataset: Dataset) -> None:
    view = dataset.view(Filter())
    slides = {s["unique_id"]: s for s in json.loads(FORMATS["timelinejs"].make(view, dataset))[
        "events"]}  # fmt: skip
    for event in view.events.to_dict("records"):
        slide = slides[event["event_id"]]
        assert slide["display_date"] == event["date_label"]
        start = read_date(event["date"])
        first = start.ends[0] if start.ends and start.earliest else start
        if event["extent"] == "moment" and start.earliest != start.latest:
            assert len(slide["start_date"]) < 3, "a doubt of several days has no day"
        elif first.precision == "day" and start.earliest:
            assert len(slide["start_date"]) == 3
        assert ("end_date" in slide) == (
            event["extent"] == "period"
            and pd.notna(event["earliest"])
            and pd.notna(event["latest"])
        )


def test_references_give_no_date_that_is_not_known(dataset: Dataset) -> None:
    view = dataset.view(Filter())
    dates = dict(zip(dataset.tables.sources["source_id"], dataset.tables.sources["date"],
                     strict=True))  # fmt: skip
    items = {r["id"]: r for r in json.loads(FORMATS["csl"].make(view, dataset))}
    assert any(dates[i] == "XXXX" for i in items)
    for source_id, item in items.items():
        if dates[source_id] in ("", "XXXX"):
            assert "issued" not in item
        if len(dates[source_id]) == 4 and dates[source_id].isdigit():
            assert item["issued"]["date-parts"] == [[int(dates[source_id])]]


def test_bibtex_gives_back_addresses_and_titles_as_they_are(dataset: Dataset) -> None:
    view = dataset.view(Filter())
    text = str(FORMATS["bibtex"].make(view, dataset))
    rows = dataset.tables.sources.set_index("source_id")
    special = 0
    for key, entry in parse_string(text, "bibtex").entries.items():
        assert entry.fields.get("url", "") == rows.loc[key, "url"]
        title = entry.fields["title"].strip("{}")
        assert re.sub(r"\\([&%$#_])", r"\1", title) == rows.loc[key, "title"].strip("{}")
        special += "&" in entry.fields.get("url", "")
    assert special >= 3 and "\\\\&" not in text
