"""Between the px in which marks are laid out and the points in which a sheet is drawn."""

from ..mark_labels import SIZE
from .canvas import TEXT_PT

PT = TEXT_PT / SIZE  # points for a px: the labels of marks become as small as text may be
CODES = {
    "azerbaijan": "Az",
    "turkey": "Tr",
    "armenia": "Am",
    "karabakh_armenians": "Ka",
    "russia": "Ru",
}
CODE_PX = 16  # room for a code right of a mark


def code(group: str, look: str) -> str:
    """Two letters for the side on whose account alone a record rests, where there is no colour to
    tell it; "" for third parties and for more than one side, which differ by tone."""
    return CODES.get(group, "") if look == "grey" else ""
