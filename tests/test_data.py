"""The records themselves: no faults, known facts, what the README says of them, neutral words."""

import re
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate

from dashboard.events.check import check
from dashboard.events.dataset import Dataset, read_dataset
from dashboard.events.dictionary import END, START, dictionary, insert_dictionary
from dashboard.events.filters import Filter
from dashboard.events.tables import NAMES

# Words that judge: in our own voice we say took, held, struck, forces, authorities.
ONE_SIDED = re.compile(r"\b(liberat|occup|invad|terror|regime)", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


@pytest.fixture(scope="module")
def data() -> Dataset:
    return read_dataset()


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "data" / "README.md").read_text("utf-8")


def test_the_check_finds_no_fault() -> None:
    assert [str(fault) for fault in check()] == []


def test_the_tables_fit_their_description(root: Path) -> None:
    report = validate(str(root / "data" / "datapackage.json"))
    assert report.flatten(["type", "rowNumber", "fieldName", "note"]) == []
    assert sorted(task.name for task in report.tasks) == sorted(NAMES)
    rows = {task.name: task.stats["rows"] for task in report.tasks}
    assert rows["events"] == 75  # the rows were read, not only the header


def test_enough_of_the_article_and_of_its_context(data: Dataset) -> None:
    layers = data.events["layer"].value_counts()
    assert layers["article"] >= 20
    assert layers["context"] >= 45


def test_every_claim_has_a_speaker_and_a_source(data: Dataset) -> None:
    tables = data.tables
    assert set(tables.claims["speaker"]) <= set(tables.actors["actor_id"])
    assert set(tables.claims["source_id"]) <= set(tables.sources["source_id"])
    assert set(tables.claims["event_id"]) == set(tables.events["event_id"])


def test_every_contested_record_has_two_sides_or_says_why_not(data: Dataset) -> None:
    contested = data.events[data.events["contested"]]
    alone = contested[contested["sides"].map(len) < 2]
    assert all("No other account was found." in note for note in alone["note"])


def test_each_sentence_of_the_article_leads_to_its_records(data: Dataset, readme: str) -> None:
    section = readme.split("## Where each sentence of the article is")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", section, re.MULTILINE)
    assert [int(number) for number, _, _ in rows] == list(range(1, 21))
    article = set(data.events.index[data.events["layer"] == "article"])
    named = {event for _, _, cell in rows for event in re.findall(r"`([^`]+)`", cell)}
    assert named == article
    for number, _, cell in rows:
        assert ("`" in cell) != cell.startswith("none: "), number


def test_the_counts_in_the_readme_are_right(data: Dataset, readme: str) -> None:
    typed = re.findall(r"^\| `(\w+)\.csv` \| .+ \| (\d+) \|$", readme, re.MULTILINE)
    assert typed == [(name, str(len(getattr(data.tables, name)))) for name in NAMES]
    layers = data.events["layer"].value_counts()
    assert f"What this is: {len(data.events)} records" in readme
    assert f"The {layers['article']} records of the layer `article`" in readme
    assert f"The {layers['context']} records of the layer `context`" in readme


def test_the_dictionary_is_the_one_of_the_description(data: Dataset, readme: str) -> None:
    package = data.tables.package
    assert readme.split(START)[1].split(END)[0] == f"\n{dictionary(package)}\n"
    assert insert_dictionary(readme, package) == readme
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"].replace("|", "\\|") in readme


def test_the_three_truces_begin_at_their_local_hours(data: Dataset) -> None:
    begins = data.truces.set_index("event_id")["begins"]
    assert begins["first-truce-2020-10-10"] == pd.Timestamp("2020-10-10 12:00")
    assert begins["second-truce-2020-10-18"] == pd.Timestamp("2020-10-18 00:00")
    assert begins["third-truce-2020-10-26"] == pd.Timestamp("2020-10-26 08:00")
    assert begins["trilateral-statement-2020-11-10"] == pd.Timestamp("2020-11-10 01:00")


def test_the_day_of_the_article(data: Dataset) -> None:
    events = data.events
    day = pd.Timestamp("2020-11-07")
    on_that_day = events[(events["earliest"] == day) & (events["latest"] == day)]
    assert on_that_day["layer"].value_counts().to_dict() == {"article": 15, "context": 1}
    assert {"erdogan-putin-call-2020-11-07", "cavusoglu-lavrov-call-2020-11-07"} <= set(
        on_that_day.index
    )


@pytest.mark.parametrize(
    ("event_id", "first", "last"),
    [
        ("shusha-taken-1992", "1992-05-08", "1992-05-09"),
        ("kalbajar-taken-1993", "1993-04-02", "1993-04-03"),
        ("ceasefire-1994", "1994-05-12", "1994-05-12"),
        ("war-begins-2020-09-27", "2020-09-27", "2020-09-27"),
        ("trilateral-statement-2020-11-10", "2020-11-10", "2020-11-10"),
    ],
)
def test_known_days(data: Dataset, event_id: str, first: str, last: str) -> None:
    event = data.events.loc[event_id]
    assert event["earliest"] == pd.Timestamp(first)
    assert event["latest"] == pd.Timestamp(last)


def test_turkey_finds_every_record_that_names_its_president(data: Dataset) -> None:
    named = data.events.index[data.events["actors"].map(lambda ids: "erdogan" in ids)]
    assert len(named) > 5
    assert set(named) <= set(data.view(Filter(actor=("turkey",))).events.index)


def one_sided(title: str, summary: str) -> list[str]:
    """The judging words of a record outside quotation marks, if nobody else is said to say them.

    A title such as "Erdogan: …" names the speaker.
    """
    words = ONE_SIDED.findall(QUOTED.sub("", f"{title} {summary}"))
    attributed = re.match(r"[^:]{1,40}: ", title)
    return [] if attributed and not ONE_SIDED.search(QUOTED.sub("", title)) else words


def test_no_one_sided_word_in_our_own_voice(data: Dataset) -> None:
    columns = ["title", "summary"]
    found = {event["event_id"]: one_sided(*event[columns]) for _, event in data.events.iterrows()}
    assert {event_id: words for event_id, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("title", "summary", "count"),
    [
        ("Shusha is liberated", "", 1),
        ("Erdogan: Shusha is liberated", "", 1),
        ("A speech", "The occupied lands.", 1),
        ("A speech", 'He spoke of "occupied lands".', 0),
        ("Erdogan: a speech", "He described the land as occupied.", 0),
        ("Resolution 853", "Withdrawal from occupied areas.", 1),
        ("A meeting", "Deliberate attacks on territory", 0),
    ],
)
def test_the_rule_of_words_sees_faults(title: str, summary: str, count: int) -> None:
    assert len(one_sided(title, summary)) == count


@pytest.mark.parametrize("text", ["", START, END, f"{END} {START}", f"{START} {START} {END}"])
def test_a_text_without_its_two_markers_is_refused(data: Dataset, text: str) -> None:
    with pytest.raises(ValueError, match="the text must have one line"):
        insert_dictionary(text, data.tables.package)
