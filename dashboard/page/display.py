"""How a view is shown, apart from what is in it: one frozen value, as far as links carry it."""

from dataclasses import dataclass

# What a link says of the display; the first value is the default and is not written.
LINKED = {
    "lanes": ("actor", "type", "speaker"),
    "names": ("both", "az", "hy"),
    "map": ("region", "diplomacy"),
    "order": ("date", "contested"),
    "present": ("", "1"),
    "view": (
        "",
        "claims",
        "ceasefires",
        "areas",
        "story",
        "briefing",
        "import",
        "intake",
        "edit",
    ),
}
MAKERS = ("import", "intake", "edit")  # pages that make records: a filter is nothing to them


@dataclass(frozen=True)
class Display:
    """How the view is shown: lanes, place names, map view, order of the claims, presenting, page
    ("" for the records), keys of the data set ("" for the curated records) and of one whose counts
    are laid over it ("" for none), map engine, picture."""

    lanes: str = "actor"
    names: str = "both"
    map: str = "region"
    order: str = "date"
    present: str = ""
    view: str = ""
    dataset: str = ""
    overlay: str = ""
    engine: str = "auto"
    format: str = "png"


def defaults() -> dict[str, str]:
    """The values of a link that says nothing of the display."""
    return {name: allowed[0] for name, allowed in LINKED.items()}
