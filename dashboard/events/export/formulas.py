"""Keeps text from being run: what a spreadsheet takes for a formula is made plain text."""

# What Excel, LibreOffice and Google Sheets begin a formula with, full-width forms too (OWASP, "CSV
# Injection"); tab and line breaks, since they are stripped before the first letter is looked at.
STARTS = tuple("=+-@＝＋－＠\t\r\n")


def defuse(text: str) -> str:
    """The text, with an apostrophe before it if it, or what follows blanks and invisible letters at
    its start, would begin a formula. A minus before a dash of prose is hit too: the price of it."""
    seen = text.lstrip(_blank(text))
    return f"'{text}" if text.startswith(STARTS) or seen.startswith(STARTS) else text


def _blank(text: str) -> str:
    """The blanks and the letters without a form (control, format, unassigned) in the text."""
    return "".join(c for c in set(text) if c.isspace() or not c.isprintable())
