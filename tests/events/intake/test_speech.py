"""Who says so: reported speech, and what stands in quotation marks."""

import pytest

from dashboard.events.intake import ARTICLE
from tests.events.intake.conftest import Proposed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Erdogan said that the war was over.", "erdogan"),
        ("The war was over, Erdogan said in a statement.", "erdogan"),
        ("“It is over,” said Ilham Aliyev.", "ilham-aliyev"),
        ("According to the Armenian foreign ministry, it held.", "armenian-foreign-ministry"),
        ("Azerbaijan's president, Ilham Aliyev, told reporters so.", "ilham-aliyev"),
        ("Artsrun Hovhannisyan, an official of the ministry, denied it.", "artsrun-hovhannisyan"),
        ("On Monday, at a congress of the AK Party, Erdogan was told so.", ARTICLE),
        ("Armenia attacked Azerbaijan.", ARTICLE),
        ("Turkey has demanded a withdrawal.", ARTICLE),  # no single saying
        ("Turkey has backed Baku and demanded a withdrawal.", ARTICLE),
        ("A truce was announced in Moscow.", ARTICLE),
    ],
)  # fmt: skip
def test_the_speaker(text: str, speaker: str, proposed: Proposed) -> None:
    assert proposed(text)[0].speakers == (speaker,)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Diplomatic sources on Saturday said Karabakh was discussed.", "Diplomatic sources"),
        (
            "Ankara and Moscow signed it, Turkish Defence Minister Hulusi Akar said.",
            "Turkish Defence Minister Hulusi Akar",
        ),
        ("“It holds,” a diplomat in Geneva said.", "a diplomat in Geneva"),
        ("According to a villager, shells fell on Hadrut.", "villager"),
    ],
)
def test_somebody_not_known_is_quoted_and_not_guessed(
    text: str, who: str, proposed: Proposed
) -> None:
    (one,) = proposed(text)
    assert (one.speakers, one.speaker_words) == ((), who)


def test_two_speak_together(proposed: Proposed) -> None:
    (one,) = proposed("Azerbaijan and Armenia accused each other of shelling.")
    assert one.speakers == ("azerbaijan", "armenia")
    assert one.contested


def test_he_is_the_person_of_the_sentence_before(proposed: Proposed) -> None:
    _, second = proposed("Lavrov met Pompeo on Friday. He added that talks would go on.")
    assert second.speakers == ("sergey-lavrov",)
    (alone,) = proposed("He added that talks on Karabakh would go on.")
    assert (alone.speakers, alone.speaker_words) == ((), "He")


def test_what_hangs_on_a_saying_is_said_by_the_same(proposed: Proposed) -> None:
    first, second = proposed("Erdogan told Putin that it ended, noting that Armenia had left.")
    assert first.speakers == second.speakers == ("erdogan",)
    assert "armenia" in second.actors


def test_quoted_words_are_kept_with_their_marks(proposed: Proposed) -> None:
    text = 'Macron said the fighting "serves no one" and Baku spoke of “success”.'
    (one,) = proposed(text)
    assert one.quotes == ('"serves no one"', "“success”")
    marked = [text[m.start : m.end] for m in one.marks if m.kind == "quote"]
    assert marked == list(one.quotes)
