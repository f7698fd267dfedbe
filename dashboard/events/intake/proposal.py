"""What is proposed to a person: a record that a part of the text may become, and why."""

from dataclasses import dataclass

ARTICLE = "article"  # among speakers: the text says it in its own voice
LAYER = "article"


@dataclass(frozen=True)
class Mark:
    """What is marked in the text at `start`:`end` of the article: a "name", "date" or "quote"."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Proposal:
    """A record that the words at `start`:`end` of the article, in sentence `sentence`, may become.

    Nothing of it is a record before a person accepts it. `date` is EDTF, "" where the text gives
    none; `why` are the words it comes from; `carried` is the number of the sentence that gave it,
    where it is another one (None: this one); `missing` says why words about time gave no date.
    `actors` and `places` are ids in the order of the text. `speakers` are ids, ARTICLE for its own
    voice; empty where nobody known speaks: `speaker_words` then says who does. `title` is a
    neutral suggestion of at most 60 characters; `event_type` may be "". `contested` is suggested
    where the words say that somebody disagrees.
    """

    number: int
    sentence: int
    start: int
    end: int
    text: str
    date: str = ""
    why: str = ""
    carried: int | None = None
    missing: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = (ARTICLE,)
    speaker_words: str = ""
    quotes: tuple[str, ...] = ()
    event_type: str = ""
    title: str = ""
    contested: bool = False
    layer: str = LAYER
    marks: tuple[Mark, ...] = ()
