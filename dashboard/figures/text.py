"""Escape at the edge: text from data on its way into Plotly labels, Markdown, URLs and marks."""

import html
import re
from urllib.parse import urlsplit

# Advances of Noto Sans Regular in hundredths of an em, by letters of the same width.
_WIDTHS = {
    27: " ijl!,.:;J'·’",
    32: "()-`[]",
    37: "Ift/\\{}“”",
    43: '"r?_',
    48: "czs",
    52: "vyFLk",
    55: "x*S|E",
    58: "Tae$+0123456789<=>YZ^~–",
    61: "XPVo",
    63: "KRbdghnpquC",
    66: "#BA",
    75: "&DGUHN",
    80: "OQw…",
    86: "%",
    95: "@MWm",
    100: "—",
}


class _Advances(dict[str, float]):
    """Advances in em by letter; of one that is not in it, an upper one of its script."""

    def __missing__(self, letter: str) -> float:
        return 0.62 if ord(letter) < 0x530 else 0.66


_ADVANCES = _Advances(
    {letter: width / 100 for width, letters in _WIDTHS.items() for letter in letters}
)
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
# After "://", "www" and "@", and in ":name:" but not in a time: where Streamlit's
# Markdown makes a link, an emoji or an icon, escaped or not.
_FOUND_LATER = re.compile(
    r"(?<=://)(?=[-.\w])|(?<=www)(?=\.)|(?<=@)(?=[-\w])"
    r"|(?<=:)(?=[-+/\w]*[a-z_][-+/\w]*:|[-+]1:|100:|1234:)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plotly_text(text: str) -> str:
    """Text for a Plotly label or hover, whose pseudo-HTML would take < and & for markup."""
    return html.escape(" ".join(text.split()), quote=False)


def markdown_text(text: str) -> str:
    """Text for Markdown: shown as it stands; no link, picture, formula or icon comes of it.

    Addresses, mail addresses and names of icons are looked for after escapes are read: an invisible
    word joiner (U+2060) within them keeps them from being found.
    """
    return _MARKDOWN.sub(r"\\\1", _FOUND_LATER.sub("\u2060", " ".join(text.split())))


def web_address(url: str) -> str:
    """The address if it is a web page (http or https), else "": no other scheme is ever linked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word if one ends in the last third, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 2 // 3 else cut).rstrip(" ,;:") + "…"


def width_px(text: str, size: float) -> float:
    """The width of a line of Noto Sans, in px at a font size in px, 3 % too wide at most letters.

    Advances are those of Noto Sans Regular; letters beyond ASCII count as wide as an average one
    of their script, which is an upper estimate for Azerbaijani, Armenian and Russian.
    """
    return size * 1.03 * sum(map(_ADVANCES.__getitem__, text))


def fitted(text: str, size: float, room: float) -> str:
    """The text on one line of at most `room` px at a font size in px, cut with an ellipsis."""
    limit = len(text)
    while limit > 8 and width_px(shorten(text, limit), size) > room:
        limit -= 1
    return shorten(text, limit)


def clean_text(text: str) -> str:
    """Text for files: without the characters that XML and fonts cannot hold (control characters
    but for tab and newline, lone surrogates, U+FFFE and U+FFFF), without U+FEFF, at which a PDF
    cannot be drawn, and without marks that turn the direction of what follows, such as U+202E:
    "5 of 75" would read backwards."""
    return _UNWRITABLE.sub("", text)
