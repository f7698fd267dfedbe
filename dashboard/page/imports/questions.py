"""Asks what the file leaves open; nothing of it is guessed."""

import re
from collections.abc import Mapping
from datetime import date

import streamlit as st

from ...events.dates import say_day
from ...events.formats import FORMS, date_columns
from ...events.imports import Preview
from ...figures.text import markdown_text
from .draft import Draft, today

FIRST = date(1990, 1, 1)  # no file was downloaded before
MAX_TEXT = 300
ENCODINGS = {
    "utf-8": "UTF-8 (Unicode)",
    "utf-16": "UTF-16 (Unicode)",
    "cp1252": "Western Europe (Windows-1252)",
    "cp1250": "Central Europe (Windows-1250)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish, Azerbaijani (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic, Persian (Windows-1256)",
    "cp1257": "Baltic (Windows-1257)",
    "cp1258": "Vietnamese (Windows-1258)",
    "cp874": "Thai (Windows-874)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5": "Chinese, traditional (Big5)",
    "shift_jis": "Japanese (Shift JIS)",
    "euc_kr": "Korean (EUC-KR)",
    "mac_roman": "Western Europe (old Macintosh)",
    "cp437": "DOS (code page 437)",
}
_NUMERIC = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def ask_reading(draft: Draft, shown: Preview) -> None:
    """How the file is read: format, encoding, tab of a workbook."""
    forms = list(FORMS)
    if shown.form in forms:
        st.selectbox("Format", forms, forms.index(shown.form), key=draft.key("form"),
                     format_func=lambda key: FORMS[key].label, on_change=draft.told("form"),
                     help="Recognised by its columns. Choose another if it is wrong.")  # fmt: skip
    if "encoding" in draft.asked or not shown.sheets:
        _ask_encoding(draft, shown)
    if len(shown.sheets) > 1:
        _ask_sheet(draft, shown)


def _ask_encoding(draft: Draft, shown: Preview) -> None:
    options = [*([] if "encoding" in draft.asked else [""]), *ENCODINGS]
    chosen = draft.options.encoding

    def label(key: str) -> str:
        return ENCODINGS[key] if key else f"As found: {shown.encoding.upper() or 'UTF-8'}"

    st.selectbox("Encoding of the text", options,
                 options.index(chosen) if chosen in options else None, format_func=label,
                 key=draft.key("encoding"), on_change=draft.told("encoding"),
                 placeholder="Choose, then read the rows",
                 help="Right if letters beyond A to Z read well in the rows.")  # fmt: skip


def _ask_sheet(draft: Draft, shown: Preview) -> None:
    tabs = list(shown.sheets)
    st.selectbox("Tab of the workbook", tabs,
                 tabs.index(shown.sheet) if shown.sheet in tabs else None, key=draft.key("sheet"),
                 on_change=draft.told("sheet", "form"), placeholder="Choose a tab")  # fmt: skip


def ask_order(draft: Draft, shown: Preview, mapping: Mapping[str, str]) -> None:
    """The order of day and month, with a date of the file read both ways."""
    found = examples(shown, mapping) or ["07/11/2020"]
    ways = {True: "Day first", False: "Month first"}
    choice = draft.options.day_first

    def label(day_first: bool) -> str:
        return markdown_text(f"{ways[day_first]}: {found[0]} is {read_date(found[0], day_first)}")

    st.radio("Order of day and month", list(ways),
             list(ways).index(choice) if choice is not None else None, format_func=label,
             key=draft.key("day_first"),
             on_change=draft.told("day_first"))  # fmt: skip
    st.caption(markdown_text(f"Dates of this file fit both orders: {', '.join(found[:4])}."))


def examples(shown: Preview, mapping: Mapping[str, str]) -> list[str]:
    """Dates in the preview that could be read in both orders."""
    found: list[str] = []
    for column in date_columns(shown.form, shown.columns, mapping):
        for value in shown.rows.get(column, []):
            match = _NUMERIC.match(value)
            if (
                match
                and {int(match[1]), int(match[2])} <= set(range(1, 13))
                and match[1] != match[2]
            ):
                found.append(match[0].strip())
    return list(dict.fromkeys(found))


def read_date(text: str, day_first: bool) -> str:
    """A date such as 07/11/2020 read in this order."""
    match = _NUMERIC.match(text)
    if not match:
        return text
    a, b, year = map(int, match.groups())
    day, month = (a, b) if day_first else (b, a)
    return say_day(date(year, month, day))


def ask_about(draft: Draft, shown: Preview) -> None:
    """Title and day of access, and the credit in place of the format's own."""
    said = draft.options
    st.text_input("Title of the data set", said.title, max_chars=120, key=draft.key("title"),
                  on_change=draft.told("title"),
                  help="Its name in lists and on pictures.")  # fmt: skip
    st.date_input("Day of access", said.accessed, FIRST, today(), key=draft.key("accessed"),
                  format="YYYY-MM-DD", on_change=draft.told("accessed"),
                  help="When the file was downloaded. Left empty, it is the day of the import, "
                       "unless the terms of the data ask for it.")  # fmt: skip
    form = FORMS.get(shown.form)
    with st.expander("Licence and citation"):
        for name, label in (("licence", "Licence"), ("citation", "Citation")):
            given = getattr(form, name, "")
            st.text_input(label, getattr(said, name), max_chars=MAX_TEXT, key=draft.key(name),
                          on_change=draft.told(name), placeholder=given or "None is known",
                          help="Stands on every picture.")  # fmt: skip
