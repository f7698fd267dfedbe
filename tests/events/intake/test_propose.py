"""Proposals as a whole: where they stand, how sentences are cut, and texts of every kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dates import read_date
from dashboard.events.faults import DataError
from dashboard.events.intake import LONGEST, Vocabulary, propose, sentences
from tests.events.intake.conftest import SATURDAY, Proposed


def test_each_proposal_stands_at_its_words(proposed: Proposed) -> None:
    text = "Headline of it\n\nSince fighting began on September 27, Armenia has held Hadrut, " \
           "Erdogan said.\nNobody was there."  # fmt: skip
    found = proposed(text)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    for one in found:
        assert " ".join(text[one.start : one.end].split()) == one.text
        assert all(one.start <= m.start < m.end <= one.end for m in one.marks)


def test_since_when_and_which_state_things_of_their_own(proposed: Proposed) -> None:
    found = proposed(
        "Since clashes erupted on September 27, Armenia has attacked Azerbaijan. Relations have "
        "been tense since 1991, when Armenian forces took Shusha, which lies in Karabakh."
    )
    assert [one.date for one in found] == [
        "2020-09-27", "2020-09-27/2020-11-07", "1991/2020-11-07", "1991", "",
    ]  # fmt: skip
    assert set(found[0].actors) == {"armenia", "azerbaijan"}  # clashes are between two


def test_land_and_a_broken_truce_concern_the_state_named_beside(proposed: Proposed) -> None:
    """... be it only as whose land it is; a former state is none of the parties."""
    (held,) = proposed("Armenian forces occupied a fifth of Azerbaijan's territory for years.")
    assert set(held.actors) == {"armenia", "azerbaijan"}
    found = proposed(
        "Armenia shelled Azerbaijani towns, even violating three truces between the two former "
        "Soviet republics."
    )
    assert set(found[-1].actors) == {"armenia", "azerbaijan"}
    (visit,) = proposed("Putin spoke with Lavrov by phone about Azerbaijan's territory.")
    assert "azerbaijan" not in visit.actors


def test_a_post_is_one_with_the_line_under_it(proposed: Proposed) -> None:
    (one,) = proposed(
        "President Putin spoke. pic/x\n— Turkish Presidency (@trpresidency) November 5, 2020"
    )
    assert (one.date, one.speakers) == ("2020-11-05", ("turkish-presidency",))


def test_headings_links_and_remarks(proposed: Proposed) -> None:
    kinds = [s.kind for s in sentences("[Armenia: a remark.]\nUpper Karabakh conflict\n"
                                       "READ MORE: Turkey backs Baku\nIt ended.")]  # fmt: skip
    assert kinds == ["remark", "heading", "link", "text"]
    assert proposed("[Armenia attacked Azerbaijan.]\nUpper Karabakh conflict\nDiscussion:") == []
    (link,) = proposed("READ MORE: Turkey backs Baku on Saturday")
    assert link.text == "Turkey backs Baku on Saturday"


@pytest.mark.parametrize("text", ["", "  \n\t", "…!?", "a" * (LONGEST + 1), "Armenia\x00"])
def test_texts_that_cannot_be_used(text: str, words: Vocabulary) -> None:
    with pytest.raises(DataError):
        propose(text, words, SATURDAY)


def test_titles_are_neutral_short_and_different(proposed: Proposed) -> None:
    text = "Erdogan said Armenia illegally occupied Karabakh.\n" * 12
    titles = [one.title for one in proposed(text)]
    assert len(set(titles)) == 12
    assert all(0 < len(title) <= 60 and "occupied" not in title for title in titles)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Armenia", "Baku", "said", "on Saturday", "since 1991", ", when", ", which", "\n",
             ". ", '"', "“", "”", "Erdogan", "according to", "his Russian counterpart",
             "for two years",
             "— X (@y) May 1, 2020", "READ MORE:", "Şuşa’s", ";", ", and", "he", "[", "]", "İ", "ﬁ"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_text_gives_proposals_that_hold_together(words: Vocabulary, parts: list[str]) -> None:
    text = "A " + " ".join(parts)
    for one in propose(text, words, SATURDAY):
        read_date(one.date)
        assert 0 <= one.start <= one.end <= len(text)
        assert set(one.actors) <= set(words.actors.name)
        assert set(one.places) <= set(words.kinds)
        assert len(one.title) <= 60


def test_a_sentence_without_end_is_read_in_pieces(proposed: Proposed) -> None:
    text = "Armenia shelled Ganja and " * 400
    found = sentences(text)
    assert max(len(s.text) for s in found) <= 2_000
    assert "".join(s.text for s in found).replace(" ", "") == text.replace(" ", "")
    assert {one.actors for one in proposed(text)} == {("armenia",)}
