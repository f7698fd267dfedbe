"""Names in a workspace: the folder of a data set from its title, and those that mean something."""

import re
from hashlib import sha256

from ..table import fold

ENGINE = "engine"  # the key of the data set that EVENTS_URL names
LONGEST = 60  # letters of a name
WORKSHOP = ".importing-"  # how the name of a folder begins in which a data set is being made
CURATED = "curated"  # what a link calls the curated records, where it names them at all
# The keys of those data sets, and what Windows takes for a device.
RESERVED = {
    ENGINE,
    CURATED,
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)),
}


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
