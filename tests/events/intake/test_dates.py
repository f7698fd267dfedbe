"""Dates of a text: as precise as its words, and none where it has none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dates import read_date
from dashboard.events.intake import date_suggested, day_first_in, order_is_open
from dashboard.events.intake.days import Frame
from dashboard.events.intake.when import looks_ahead, when
from tests.events.intake.conftest import SATURDAY, Proposed


def edtf(text: str, day: date | None = SATURDAY, day_first: bool | None = None) -> str:
    frame = Frame(article=day, day_first=day_first, coming=looks_ahead(text))
    return when(text, frame).edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on 27 September 2020.", "2020-09-27"),
        ("It began on September 27th, 2020.", "2020-09-27"),
        ("It began on Sept. 27.", "2020-09-27"),
        ("It began on the 27th of September.", "2020-09-27"),
        ("It began on 2020-09-27.", "2020-09-27"),
        ("It began on 27/09/2020.", "2020-09-27"),
        ("It began on 09/27/2020.", "2020-09-27"),
        ("It began on Dec. 24.", "2019-12-24"),  # the last one before the article
        ("It is due to begin on Dec. 24.", "2020-12-24"),
        ("It lasted on 27-30 September 2020.", "2020-09-27/2020-09-30"),
        ("In July 2020 it began.", "2020-07"),
        ("In July it began.", "2020-07"),
        ("It began in late September.", "2020-09"),
        ("It began in the spring of 1993.", "1993-21"),
        ("It began in the early 1990s.", "199X"),
        ("It began in 1992.", "1992"),
        ("The war of 1992–93 ended it.", "1992/1993"),
        ("It has gone on since 1991.", "1991/2020-11-07"),
        ("It has gone on since late September.", "2020-09/2020-11-07"),
        ("It had gone on since September 27.", "2020-09-27/.."),
        ("It lasted until 1991.", "../1991"),
        ("By Nov. 5 it was over.", "[..2020-11-05]"),
        ("It was over before 1992.", "[..1991]"),
        ("It lasted from 27 September to 10 October 2020.", "2020-09-27/2020-10-10"),
        ("It came between 10 and 16 October 2020.", "[2020-10-10..2020-10-16]"),
        ("It fell between 2 April 1993 and 3 April 1993.", "[1993-04-02..1993-04-03]"),
        ("He spoke late on Saturday.", "2020-11-07"),
        ("He spoke on Friday.", "2020-11-06"),
        ("He spoke last Saturday.", "2020-10-31"),
        ("He will speak on Monday.", "2020-11-09"),
        ("He spoke yesterday.", "2020-11-06"),
        ("He spoke three days ago.", "2020-11-04"),
        ("He spoke two weeks ago.", "2020-10~"),
        ("He spoke last week.", "[2020-10-26..2020-11-01]"),
        ("He spoke last month.", "2020-10"),
        ("He spoke two years ago.", "2018~"),
        ("It has been held for nearly three decades.", "1991~/2020-11-07"),
        ("It has been held for about 30 years.", "1990~/2020-11-07"),
        ("It has been held for six weeks.", "2020-09~/2020-11-07"),
        ("Turkey has long backed it.", "../2020-11-07"),
    ],
)
def test_words_and_their_date(text: str, expected: str) -> None:
    assert edtf(text) == expected
    read_date(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The region has seen no peace.",
        "They lived there for 27 years.",  # from when?
        "It may begin soon.",
        "He has said that they will stay for five years.",
        "He marched on the town in a long march.",
        "It has 1,200 people and 14 villages.",
        "Resolution 822 and shell 1905a were read.",
        "At 00:04 it began, at noon it ended.",
        "On 31/11/2020 nothing happened.",  # there is no such day
        "Some 2000 people left.",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert edtf(text) == ""


@pytest.mark.parametrize("text", ["He spoke on Saturday.", "He spoke on Oct. 12.", "He spoke "
                                  "yesterday.", "It has lasted for three years."])  # fmt: skip
def test_what_needs_the_articles_date_stays_empty_without_it_and_says_so(text: str) -> None:
    found = when(text, Frame())
    assert found.edtf == ""
    assert "no date of the article is given" in found.missing


def test_a_date_in_full_needs_no_date_of_the_article() -> None:
    assert edtf("He spoke on 12 October 2020.", None) == "2020-10-12"


def test_the_order_of_day_and_month_is_not_guessed() -> None:
    assert edtf("He spoke on 07/11/2020.") == ""
    assert "other way round" in when("On 07/11/2020.", Frame(article=SATURDAY)).missing
    assert edtf("He spoke on 07/11/2020.", day_first=True) == "2020-11-07"
    assert edtf("He spoke on 07/11/2020.", day_first=False) == "2020-07-11"


def test_one_clear_date_shows_the_order_of_all() -> None:
    assert day_first_in("On 07/11/2020 and 27/09/2020.") is True
    assert day_first_in("On 07/11/2020 and 09/27/2020.") is False
    assert day_first_in("On 13/11/2020 and 11/13/2020.") is None
    assert order_is_open("On 07/11/2020.")
    assert not order_is_open("On 27/09/2020.")
    assert not order_is_open("On Saturday.")


def test_the_articles_date_is_suggested_from_its_dateline_before_any_other() -> None:
    text = "BAKU, 12/10/2020 – Talks are due on 15 October 2020, as on 27/09/2020."
    assert date_suggested(text) == (date(2020, 10, 12), "12/10/2020")
    assert date_suggested("On 3 May 1994 and 12 May 1994.") == (date(1994, 5, 12), "12 May 1994")
    assert date_suggested("On Saturday.") is None


def test_sentences_without_a_date_get_none(proposed: Proposed) -> None:
    text = "On 27 September 2020 Armenia and Azerbaijan fought. Turkey backed Azerbaijan.\n" \
           "France urged both sides to stop."  # fmt: skip
    assert [p.date for p in proposed(text)] == ["2020-09-27", "", ""]


def test_a_weekday_without_a_date_of_the_article_stays_empty_and_says_so(
    proposed: Proposed,
) -> None:
    (one,) = proposed("Erdogan told Putin late on Saturday that Armenia must withdraw.", None)
    assert one.date == ""
    assert one.why == "late on Saturday"
    assert one.missing == "no date of the article is given"


def test_the_saturday_of_the_text_is_that_of_its_date(proposed: Proposed) -> None:
    (one,) = proposed("Erdogan spoke late on Saturday.")
    assert (one.date, one.why) == ("2020-11-07", "late on Saturday")


def test_days_that_count_from_the_last_one_named(proposed: Proposed) -> None:
    text = "On Oct. 10 Russia announced a truce. Two days later Armenia accused Azerbaijan. " \
           "That night Azerbaijan denied it."  # fmt: skip
    assert [p.date for p in proposed(text)] == ["2020-10-10", "2020-10-12", "2020-10-12"]
    (alone,) = proposed("Two days later Armenia accused Azerbaijan.")
    assert (alone.date, alone.missing) == ("", "the text has not named a day before")


def test_a_date_from_another_sentence_says_from_which_and_is_uncertain(proposed: Proposed) -> None:
    first, second, third = proposed(
        "Erdogan told Putin on Saturday that he backed Azerbaijan. He added that France erred.\n"
        "During the call, the Turkish president stressed it."
    )
    assert (first.date, first.carried) == ("2020-11-07", None)
    assert (second.date, second.carried) == ("2020-11-07?", 0)
    assert (third.date, third.carried) == ("2020-11-07", 0)  # the words point to it
    assert "vladimir-putin" in third.actors


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 /-.,andSaturdyOctbersincforly19", max_size=60))
def test_any_text_gives_a_date_that_can_be_read_or_none(text: str) -> None:
    read_date(when(text, Frame(article=SATURDAY)).edtf)
