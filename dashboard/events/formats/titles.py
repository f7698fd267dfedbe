"""Short titles in SQL for records whose source gives none."""

from .sql import NOTHING, joined, let

LONGEST = 100  # letters


def title(who: str, what: str, where: str) -> str:
    """A neutral title, "A - B: armed clash, Place", of what is there of the three; or NULL."""
    return joined([joined([who, what], ": "), where], ", ")


def beginning(text: str) -> str:
    """The first sentence of a text, or as many whole words as fit; NULL if there is no text."""
    if text == NOTHING:
        return NOTHING
    sentence = rf"regexp_extract(_t, '^.{{1,{LONGEST}}}?[.!?](?:\s|$)')"
    words = rf"regexp_extract(_t, '^.{{1,{LONGEST}}}(?:\s|$)')"
    return let(
        "_t",
        rf"regexp_replace({text}, '\s+', ' ', 'g')",
        f"CASE WHEN length(_t) <= {LONGEST} THEN _t WHEN {sentence} <> '' THEN trim({sentence}) "
        f"WHEN {words} <> '' THEN trim({words}) || ' …' ELSE left(_t, {LONGEST}) || '…' END",
    )


def or_none(*titles: str) -> str:
    """The first of these titles that there is."""
    there = [each for each in titles if each != NOTHING]
    return f"coalesce({', '.join([*there, chr(39) + 'No title' + chr(39)])})"
