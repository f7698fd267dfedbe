"""Known names: in all spellings, the longest, and not inside a longer name."""

from datetime import date

import pytest

from dashboard.events.intake import Vocabulary, vocabulary
from dashboard.events.intake.mentions import mentions
from dashboard.events.intake.spellings import read_table
from dashboard.events.tables import Tables
from tests.events.intake.conftest import Proposed


def found(text: str, words: Vocabulary) -> list[tuple[str, str]]:
    """The words of each name and what it stands for: the actor, or else the place."""
    return [(text[m.start : m.end], m.name.actor or m.name.place) for m in mentions(text, words)]


@pytest.mark.parametrize(
    "name",
    ["Upper Karabakh", "Nagorno-Karabakh", "Nagorno–Karabakh", "Dağlıq Qarabağ", "Daglig Garabagh",
     "Mountainous Karabakh", "Karabakh", "Artsakh", "Լեռնային Ղարաբաղ", "Нагорный Карабах",
     "UPPER KARABAKH"],
)  # fmt: skip
def test_one_place_in_all_its_names(name: str, words: Vocabulary) -> None:
    assert found(f"It is in {name}.", words) == [(name, "nk")]


@pytest.mark.parametrize(
    ("name", "place"),
    [("Şuşa", "shusha"), ("Shushi", "shusha"), ("Շուշի", "shusha"), ("Susa", "shusha"),
     ("Stepanakert", "khankendi"), ("Xankəndi", "khankendi"), ("Khankendi", "khankendi"),
     ("Kelbajar", "kalbajar"), ("Karvachar", "kalbajar"), ("Gəncə", "ganja"), ("Terter", "tartar"),
     ("Akna", "agdam"), ("Ağdam", "agdam"), ("Qubatlu", "qubadli")],
)  # fmt: skip
def test_towns_in_both_languages(name: str, place: str, words: Vocabulary) -> None:
    assert found(f"They left {name} at night.", words) == [(name, place)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN Security Council met.", [("UN Security Council", "un-security-council")]),
        ("The UN met.", [("UN", "united-nations")]),
        ("Armenia's defence ministry spoke.",
         [("Armenia's defence ministry", "armenian-defence-ministry")]),
        ("The Armenian Defense Ministry spoke.",
         [("Armenian Defense Ministry", "armenian-defence-ministry")]),
        ("The foreign ministry in Yerevan spoke.",
         [("foreign ministry in Yerevan", "armenian-foreign-ministry")]),
        ("The Russian Ministry of Foreign Affairs spoke.",
         [("Russian Ministry of Foreign Affairs", "russian-foreign-ministry")]),
        ("Turkey's president left.", [("Turkey's president", "erdogan")]),
        ("President Recep Tayyip Erdoğan left.", [("Recep Tayyip Erdoğan", "erdogan")]),
        ("Vladimir V. Putin left.", [("Vladimir V. Putin", "vladimir-putin")]),
        ("President Vladimir Putin of Russia left.",
         [("Vladimir Putin of Russia", "vladimir-putin")]),
        ("Russian Foreign Minister Sergei Lavrov left.",
         [("Russian Foreign Minister Sergei Lavrov", "sergey-lavrov")]),
        ("The Republic of Artsakh was proclaimed.",
         [("Republic of Artsakh", "karabakh-armenian-authorities")]),
    ],
)  # fmt: skip
def test_the_longest_name_wins(
    text: str, expected: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan Airlines flew.",
        "The Moscow Times wrote.",
        "The Washington Post wrote.",
        "Mrs Emine Erdogan left.",
        "Raffi Hovhannisyan left.",
        "Russian President Boris Yeltsin left.",  # another one held the office
        "The turkey was eaten.",
        "Armenianism and Turkeys are no names.",
        "Harutyunyan left.",  # there are two of them
    ],
)
def test_no_name_is_found_inside_another(text: str, words: Vocabulary) -> None:
    assert [one for _, one in found(text, words) if one != "russia"] == []


def test_an_office_is_that_of_its_holder_on_the_day(tables: Tables, words: Vocabulary) -> None:
    text = "The Armenian foreign minister left."
    then = vocabulary(tables, date(2015, 5, 1))
    assert found(text, words)[0][1] == "zohrab-mnatsakanyan"
    assert found(text, then)[0][1] == "edward-nalbandian"
    assert found(text, vocabulary(tables))[0] == ("Armenian", "armenia")  # the day is not known


def test_a_counterpart_holds_the_same_office(words: Vocabulary) -> None:
    text = "Turkey's president has spoken to his Russian counterpart."
    assert [one for _, one in found(text, words)] == ["erdogan", "vladimir-putin"]


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("Armenian attacks hit Azerbaijani lands.", {"armenia"}, {"azerbaijan"}),
        ("Talks were held in Moscow.", set(), {"moscow"}),
        ("Baku and Yerevan signed it.", {"azerbaijan", "armenia"}, set()),
        ("Baku's right to it was backed.", {"azerbaijan"}, set()),
        ("Shells fell in Baku and Yerevan.", set(), {"baku", "yerevan"}),
        ("It is Azerbaijan's Upper Karabakh region.", set(), {"nk"}),
        ("Turkish-Russian relations and Shusha were discussed.", set(), {"shusha"}),
        ("Armenians call the town Shushi.", set(), {"shusha"}),
        ("Shortly after Erdogan's talk with Putin, Cavusoglu called Lavrov.",
         {"cavusoglu", "sergey-lavrov"}, set()),
    ],
)  # fmt: skip
def test_who_acts_and_what_is_a_place(
    text: str, actors: set[str], places: set[str], proposed: Proposed
) -> None:
    (one,) = proposed(text)
    assert (set(one.actors), set(one.places)) == (actors, places)


def test_further_spellings_lead_to_ids_of_the_tables(tables: Tables) -> None:
    actors, places = set(tables.actors["actor_id"]), set(tables.places["place_id"])
    known = {"actors": actors, "places": places}
    rows = read_table("spellings.csv")
    assert [r for r in rows if r["id"] not in known[r["table"]]] == []
    offices = read_table("offices.csv")
    assert [r for r in offices if not {r["actor"], r["state"]} <= actors] == []
    for row in offices:
        date.fromisoformat(row["since"])
        assert row["until"] == "" or row["since"] < row["until"]
