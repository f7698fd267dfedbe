"""Two letters for a side, where there is no colour to tell it."""

CODES = {
    "azerbaijan": "Az",
    "turkey": "Tr",
    "armenia": "Am",
    "karabakh_armenians": "Ka",
    "russia": "Ru",
}
CODE_PX = 16  # room for a code right of a mark


def code(group: str, look: str) -> str:
    """The code of a colour group in the look "grey"; "" in the others, and for third parties and
    more than one side, which differ by tone."""
    return CODES.get(group, "") if look == "grey" else ""


def room_for_codes(look: str) -> dict[str, float]:
    """The px kept free right of points, by colour group."""
    return dict.fromkeys(CODES, float(CODE_PX)) if look == "grey" else {}
