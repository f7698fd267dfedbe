"""An article's text as sentences: where each stands, and whether it is prose, heading or link."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sentencex import segment

from ..faults import DataError, Fault

LONGEST = 100_000  # characters: a long feature has 40,000, and each sentence is a thing to decide
LONGEST_HEADING = 12  # words
LONGEST_SENTENCE = 2_000  # characters: what is longer is no prose, and is read in pieces
_LINK = re.compile(r"(READ MORE|READ ALSO|SEE ALSO|RELATED|WATCH|OPINION|ALSO READ)\s*:\s*", re.I)
_CREDIT = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^()\n]+?)\s*\(@\w+\)")
_DATELINE = re.compile(
    r"[A-ZÇĞİÖŞÜƏ][A-ZÇĞİÖŞÜƏ/ .'-]+(?:,\s[\w./ ,]{3,20}?)?\s*(?:\([^)]*\))?\s*[–—-]{1,2}\s+"
)
_CLOSED = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_ASIDE = re.compile(r"\[.*\]\s*$")


@dataclass(frozen=True)
class Sentence:
    """`text` stands at `start`:`end` of the article. `kind` is "text", "heading", "link" (to
    another page), "post" (an embedded post with the line that says whose and when it is) or
    "remark" (in square brackets, about the text itself). `begins` is where its words begin in
    `text`: behind a dateline or the "READ MORE:" of a link."""

    index: int
    start: int
    end: int
    text: str
    kind: str
    begins: int = 0


def read_article(path: Path) -> str:
    """The text in a file. Raises DataError if it is not UTF-8, holds no word or is too long."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"byte {error.start} is no UTF-8"
        raise DataError([Fault(path.name, 0, "", said, "plain text in UTF-8")]) from error
    return usable(text, path.name)


def usable(text: str, name: str = "text") -> str:
    """The text with LF line ends. Raises DataError if it holds no word or is too long."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if not re.search(r"\w", plain):
        raise DataError([Fault(name, 0, "", "no words", "the text of an article")])
    if len(plain) > LONGEST:
        said = f"{len(plain):,} characters"
        raise DataError([Fault(name, 0, "", said, f"at most {LONGEST:,} characters: cut it")])
    if "\x00" in plain:
        raise DataError([Fault(name, 0, "", "a zero byte", "plain text in UTF-8")])
    return plain


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; a line end always ends one."""
    lines = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    found: list[Sentence] = []
    before = 0  # where the line before this one starts
    for line in lines:
        credit = _CREDIT.match(line[0])
        if credit and found and found[-1].kind != "heading":
            last = [s for s in found if s.start >= before]  # the post is the line before
            del found[len(found) - len(last) :]
            whole = text[last[0].start : line.end()].rstrip()
            end = last[0].start + len(whole)
            found.append(Sentence(len(found), last[0].start, end, whole, "post"))
            continue
        before = line.start()
        for start, end, kind in _parts(line[0]):
            at = line.start()
            part = line[0][start:end]
            lead = _LINK.match(part) or _DATELINE.match(part)
            begins = lead.end() if lead else 0
            found.append(Sentence(len(found), at + start, at + end, part, kind, begins))
    return found


def _parts(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each sentence of one line."""
    if _LINK.match(line):
        yield 0, len(line.rstrip()), "link"
        return
    if _ASIDE.match(line.strip()):
        yield 0, len(line.rstrip()), "remark"
        return
    at = 0
    cut = [piece for part in segment("en", line) for piece in _pieces(part)]
    for part in cut:
        start = line.index(part, at)
        at = start + len(part)
        lead = len(part) - len(part.lstrip())
        text = part.strip()
        if text:
            short = len(cut) == 1 and len(text.split()) <= LONGEST_HEADING
            kind = "heading" if short and not _CLOSED.search(text) else "text"
            yield start + lead, start + lead + len(text), kind


def _pieces(part: str) -> Iterator[str]:
    while len(part) > LONGEST_SENTENCE:
        at = part.rfind(" ", 1, LONGEST_SENTENCE) + 1 or LONGEST_SENTENCE
        yield part[:at]
        part = part[at:]
    yield part


def post_author(sentence: Sentence) -> str:
    """The name under an embedded post; "" if it is none."""
    for line in sentence.text.split("\n")[1:]:
        credit = _CREDIT.match(line)
        if credit:
            return credit["name"]
    return ""
