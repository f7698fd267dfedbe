"""From an article to proposed records: sentences, dates, names and speakers, by rules alone.

It proposes and a person decides: nothing here makes a record of its own accord.
"""

from .proposal import ARTICLE, Mark, Proposal
from .propose import propose
from .records import (
    Article,
    Entry,
    Trouble,
    entry_for,
    publisher_row,
    rows_of,
    to_rows,
    troubles,
)
from .text import LONGEST, read_article, sentences, usable
from .vocabulary import Vocabulary, vocabulary
from .written import date_suggested, day_first_in, order_is_open

__all__ = [
    "ARTICLE",
    "LONGEST",
    "Article",
    "Entry",
    "Mark",
    "Proposal",
    "Trouble",
    "Vocabulary",
    "date_suggested",
    "day_first_in",
    "entry_for",
    "order_is_open",
    "propose",
    "publisher_row",
    "read_article",
    "rows_of",
    "sentences",
    "to_rows",
    "troubles",
    "usable",
    "vocabulary",
]
