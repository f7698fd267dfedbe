"""Says sizes, times and faults in plain words, and makes the name of a data set's folder."""

import re
from collections.abc import Sequence
from hashlib import sha256

from ...events.faults import Fault
from ...events.sets.library import ENGINE
from ...events.table import fold
from ...figures.text import clean_text, markdown_text, shorten

LISTED = 8  # faults that are written out
LONGEST = 60  # letters of a folder's name
VALUE = 80  # letters of a value that are shown
# The key of the engine's data set, and what Windows takes for a device.
RESERVED = {
    ENGINE,
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)),
}


def say_bytes(size: int) -> str:
    """A size as people say it: "812 bytes", "1.4 kB", "266 MB"; decimal units."""
    if size < 1_000:
        return f"{size} bytes"
    amount, unit = float(size), ""
    for unit in ("kB", "MB", "GB"):
        amount /= 1_000
        if amount < 999.5 or unit == "GB":
            break
    return f"{amount:,.1f} {unit}" if amount < 9.95 else f"{amount:,.0f} {unit}"


def say_left(seconds: float | None) -> str:
    """How long it will take: "about 20 s left"; "" if that is not known yet."""
    if seconds is None:
        return ""
    if seconds < 60:
        return f"about {max(round(seconds), 1)} s left"
    return f"about {round(seconds / 60)} min left"


def say_rows(count: int, word: str = "row") -> str:
    """ "1 row", "1,200 rows"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def say_fault(fault: Fault) -> str:
    """A fault in one line of plain text, its place first."""
    place = [f"line {fault.row:,}"] if fault.row else []
    place += [f"column {fault.column}"] if fault.column else []
    value = f" (“{shorten(fault.value, VALUE)}”)" if fault.value else ""
    start = ", ".join(place) or fault.file
    return clean_text(
        f"{start[:1].upper() if place else start[:1]}{start[1:]}: {fault.allowed}{value}"
    )


def list_faults(faults: Sequence[Fault]) -> str:
    """Faults as a list in Markdown, with how many more there are."""
    lines = [f"- {markdown_text(say_fault(fault))}" for fault in faults[:LISTED]]
    if len(faults) > LISTED:
        lines.append(f"- and {len(faults) - LISTED:,} more")
    return "\n".join(lines)


def folder_name(title: str) -> str:
    """The name of the folder of a data set of this title: lower-case ASCII letters, digits and "-".

    Equal for titles that differ in case, accents and punctuation only. A title in other letters
    gives a name made of its digest.
    """
    plain = fold(title)
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
    if sum(map(str.isalnum, plain)) > 2 * len(name.replace("-", "")):
        name = f"{name}-{sha256(plain.encode()).hexdigest()[:8]}".strip("-")
    return f"data-{name}".strip("-") if name in RESERVED or not name else name


def title_of(file: str) -> str:
    """The title that is proposed for a file: its name without its ending."""
    name = re.sub(
        r"(\.(gz|zip|csv|tsv|txt|json|geojson|xlsx?|ods))+$", "", file, flags=re.IGNORECASE
    )
    return shorten(" ".join(clean_text(name or file).replace("_", " ").split()), 120)
