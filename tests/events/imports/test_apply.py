"""What becomes of rows: rejected, repaired or taken as they are; twins, ids, words, order."""

import random
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.events import formats
from dashboard.events.formats import Choices, Form, Recipe, Rule
from dashboard.events.imports.finish import ALIKE, FOLDED
from dashboard.events.store.schema import COLUMNS
from dashboard.events.table import fold
from tests.events.imports.workbench import HEADER, events, import_text, listed, sidecar

ROWS = f"""{HEADER}
b,2020-03-01,Bombing,Army;Militia,40.1,46.2
a,2020-03-01,Talks,,,
c,1991-01-05,SHELLING,Army,,
,,No day,,39.0,46.0
d,soon,Bad day,,,
"""


def test_rows_become_records_in_order_of_time(tmp_path: Path) -> None:
    report = import_text(ROWS, tmp_path / "out")
    assert (report.read, report.accepted, report.rejected, report.repaired) == (5, 4, 1, 1)
    found = events(tmp_path / "out")
    assert list(found[0]) == list(COLUMNS)
    assert [e["event_id"] for e in found] == ["c", "a", "b", "line-5"]
    assert [e["line"] for e in found] == [4, 3, 2, 5]
    bombing = found[2]
    assert bombing["earliest"] == bombing["latest"] == date(2020, 3, 1)
    assert bombing["actors"] == ["Army", "Militia"]
    assert (bombing["lane"], bombing["words"]) == ("Army", "bombing army militia")


def test_what_is_not_known_is_empty_and_never_a_null_list(tmp_path: Path) -> None:
    import_text(ROWS, tmp_path / "out")
    talks = events(tmp_path / "out")[1]
    assert (talks["actors"], talks["sources"], talks["lane"]) == ([], [], "")
    assert (talks["extent"], talks["place_precision"]) == ("moment", "none")
    assert (talks["summary"], talks["latitude"], talks["deaths_best"]) == ("", None, None)
    assert talks["contested"] is False


def test_each_finding_has_line_column_value_and_reason(tmp_path: Path) -> None:
    report = import_text(ROWS, tmp_path / "out")
    assert listed(tmp_path / "out") == [
        {"what": "repaired", "line": "4", "column": "what", "value": "SHELLING",
         "reason": "all capitals"},
        {"what": "rejected", "line": "6", "column": "day", "value": "soon", "reason": "no day"},
    ]  # fmt: skip
    assert [(f.row, f.column, f.value) for f in report.faults] == [
        (4, "what", "SHELLING"),
        (6, "day", "soon"),
    ]


def test_a_rejected_row_is_not_also_repaired(tmp_path: Path) -> None:
    report = import_text(f"{HEADER}\na,2020-01-01,x,,,\nd,soon,SHOUT,,,\n", tmp_path / "out")
    assert report.repaired == 0
    assert [row["what"] for row in listed(tmp_path / "out")] == ["rejected"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (",91,10", "latitude"), (",nan,10", "latitude"), (",10,-181", "longitude"),
        (",10,inf", "longitude"), (",10,", "longitude"), (",,10", "latitude"),
    ],
)  # fmt: skip
def test_a_recipe_cannot_let_through_what_is_impossible(
    cells: str, column: str, tmp_path: Path
) -> None:
    text = f"{HEADER}\na,2020-01-01,x,,,\nb,2020-01-02,y,{cells}\n"
    report = import_text(text, tmp_path / "out")
    assert (report.accepted, report.rejected) == (1, 1)
    assert report.faults[0].column == column


def test_the_same_record_again_is_rejected(tmp_path: Path) -> None:
    row = "a,2020-01-01,x,,,\n"
    other = "a,2020-01-01,y,,,\n"
    report = import_text(f"{HEADER}\n{row}{other}{row}{row}", tmp_path / "out")
    assert (report.read, report.accepted, report.rejected) == (4, 2, 2)
    reasons = {(r["line"], r["reason"]) for r in listed(tmp_path / "out")}
    assert ("4", "the same record as in line 2") in reasons
    assert ("5", "the same record as in line 2") in reasons


def test_an_id_is_used_once(tmp_path: Path) -> None:
    """The second is numbered; an id that the number would hit keeps its own."""
    ids = ["a", "a", "a (2)", "a", "b", "b"]
    rows = "".join(f"{each},2020-01-01,what {n},,,\n" for n, each in enumerate(ids))
    report = import_text(f"{HEADER}\n{rows}", tmp_path / "out")
    found = {e["line"]: e["event_id"] for e in events(tmp_path / "out")}
    assert len(set(found.values())) == 6
    assert (found[2], found[4], found[6], found[7]) == ("a", "a (2)", "b", "b (2)")
    assert report.repaired == 3
    told = {r["line"]: r for r in listed(tmp_path / "out")}
    assert told["7"]["value"] == "b"
    assert told["7"]["reason"] == "the id of another record, in line 6; kept as b (2)"
    assert found[3].startswith("a (2)")


def test_one_id_for_all_is_repaired_in_all_but_one(tmp_path: Path) -> None:
    rows = "".join(f"a,2020-01-01,what {n},,,\n" for n in range(50))
    report = import_text(f"{HEADER}\n{rows}", tmp_path / "out")
    assert (report.accepted, report.repaired) == (50, 49)


def test_columns_of_any_name_do_no_harm(tmp_path: Path) -> None:
    """The names that the import itself uses, and quotes."""
    names = ["line", "hits", "print", "told", "rules", "raw", "value", "why", "text", 'a"b', "a'b"]
    header = f"{HEADER}," + ",".join('"' + name.replace('"', '""') + '"' for name in names)
    tail = ",".join(names).replace('"', "")
    report = import_text(f"{header}\na,soon,X,,,,{tail}\nb,,X,,,,{tail}\n", tmp_path / "out")
    assert (report.accepted, report.rejected, report.repaired) == (1, 1, 1)


def test_what_a_recipe_gives_is_worked_out_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def recipe(columns: object, choices: Choices) -> Recipe:
        return Recipe(
            {"title": '"= twice"', "earliest": '"= day"', "latest": '"= day"'},
            rejects=(Rule("day", '"= day" IS NULL', "no day"),),
            given=({"= day": 'try_cast("day" AS DATE)'}, {"= twice": '"what" || year("= day")'}),
        )

    form = Form("given", "Given", lambda columns: False, recipe)
    monkeypatch.setitem(formats.FORMS, "given", form)
    report = import_text(ROWS, tmp_path / "out", form="given")
    assert report.rejected == 2
    assert events(tmp_path / "out")[0]["title"] == "SHELLING1991"


def test_the_sidecar_says_where_it_comes_from(tmp_path: Path) -> None:
    report = import_text(ROWS, tmp_path / "out", title="A title", accessed=date(2026, 11, 7))
    said = sidecar(tmp_path / "out")
    assert (said["name"], said["title"], said["form"]) == ("out", "A title", "small")
    assert said["citation"] == "Small Data, accessed 7 Nov 2026"
    assert (said["licence"], said["warning"], said["sha256"]) == ("CC0", "Made up.", report.sha256)
    assert (said["read"], said["accepted"], said["rejected"], said["repaired"]) == (5, 4, 1, 1)
    assert (said["earliest"], said["latest"]) == ("1991-01-05", "2020-03-01")
    assert said["bytes"] == len(ROWS)
    assert "deaths_best" not in said["columns"]
    assert {"earliest", "title", "actors", "latitude"} <= set(said["columns"])


@pytest.mark.parametrize("said", [None, True, False])
def test_the_order_of_day_and_month_is_asked_or_settled(
    said: bool | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool | None] = []
    small = formats.FORMS["small"]

    def recipe(columns: object, choices: Choices) -> Recipe:
        seen.append(choices.day_first)
        return small.recipe(["id", "what"], choices)

    form = Form("small", "Small", small.known, recipe, dates=("day",))
    monkeypatch.setitem(formats.FORMS, "small", form)
    settled = f"{HEADER}\na,07/11/2020,x,,,\nb,17/11/2020,y,,,\n"
    import_text(settled, tmp_path / "out", day_first=said)
    assert seen == [True if said is None else said]
    assert sidecar(tmp_path / "out")["choices"]["day_first"] is seen[0]


def folded(texts: list[str]) -> dict[str, str]:
    """What the engine makes of those of the texts that are left to it."""
    query = f"SELECT text, {FOLDED} FROM (SELECT unnest(?) AS text)"
    with duckdb.connect() as con:
        alike = f" WHERE regexp_full_match(text, '{ALIKE}')"
        return dict(con.execute(query + alike, [texts]).fetchall())


def test_the_engine_folds_as_we_do() -> None:
    """Each letter that is left to it, and letters in any order, with marks or without."""
    single = folded([chr(n) for n in range(1, 0x2100)])
    assert len(single) > 1_200
    chance = random.Random(1)
    letters = [*single, *"ABCéəıİğ"]
    mixed = folded(["".join(chance.choices(letters, k=9)) for _ in range(3_000)])
    assert len(mixed) == 3_000
    found = single | mixed
    assert [text for text, plain in found.items() if plain != fold(text)] == []


def test_words_of_any_script_are_folded(tmp_path: Path) -> None:
    titles = ["Straße ﬁne", "Şuşa İĞI", "ℌ ½ №", "戦 グ", "Ağdam — “x”", "ὈΔΥΣΣΕΎΣ"]
    rows = "".join(f"{n},2020-01-01,{title},,,\n" for n, title in enumerate(titles))
    import_text(f"{HEADER}\n{rows}", tmp_path / "out")
    found = {e["title"]: e["words"] for e in events(tmp_path / "out")}
    assert found == {title: fold(title) for title in titles}
