"""Colours, symbols, sizes and fonts of every figure, in one place; light and dark.

Side colours start from Okabe and Ito (2008), "Color Universal Design", darkened or lightened until
each has at least 4.5:1 contrast with its background (WCAG 2.2, 1.4.3), since numbers and words are
written in them too.
"""

from dataclasses import dataclass

FONT = "Noto Sans, Noto Sans Armenian, DejaVu Sans, Arial, sans-serif"
TEXT_PX = 11
MARK_PX = 10
SEVERAL = "several"
THIRD = "third"


@dataclass(frozen=True)
class Theme:
    """One look. Colours are hex strings; `sides` is by colour group (see `colour_group`)."""

    name: str
    paper: str
    ink: str
    muted: str
    line: str
    band: str
    accent: str
    land: str
    land_line: str
    district: str
    water: str
    sea: str
    held: str
    oblast: str
    sides: dict[str, str]

    @property
    def label_tones(self) -> dict[str, str]:
        """The colour of a map label by its kind."""
        places = {"area": self.ink, "place": self.ink}
        return places | {"town": self.muted, "country": self.muted}


LIGHT = Theme(
    name="light",
    paper="#FBFAF7",
    ink="#1E2430",
    muted="#5A6270",
    line="#D9D4C8",
    band="#F3F0E8",
    accent="#B3261E",
    land="#F1EEE4",
    land_line="#8A8271",
    district="#D8D1C1",
    water="#B9CDDA",
    sea="#DCE6EC",
    held="#C9B98F",
    oblast="#5B4A2F",
    sides={
        "azerbaijan": "#0067A5",
        "turkey": "#007F61",
        "armenia": "#C24E00",
        "karabakh_armenians": "#8F6300",
        "russia": "#95468A",
        THIRD: "#66707E",
        SEVERAL: "#1E2430",
    },
)
DARK = Theme(
    name="dark",
    paper="#12161C",
    ink="#E8E6E1",
    muted="#A9B0BA",
    line="#2E3742",
    band="#181E26",
    accent="#FF8A80",
    land="#252C35",
    land_line="#6C7684",
    district="#343D48",
    water="#2C4657",
    sea="#141B22",
    held="#6E6038",
    oblast="#D9C48F",
    sides={
        "azerbaijan": "#5AB4EE",
        "turkey": "#33C69B",
        "armenia": "#F58A4B",
        "karabakh_armenians": "#E8BD4F",
        "russia": "#DE9BCF",
        THIRD: "#9AA4B2",
        SEVERAL: "#E8E6E1",
    },
)
# For printers without colour: one side alone is dark and has a code beside it (see `codes`),
# third parties are paler, more than one side is black; shapes, hollow and hatched stay as they are.
GREY = Theme(
    name="grey",
    paper="#FFFFFF",
    ink="#111111",
    muted="#555555",
    line="#CFCFCF",
    band="#F4F4F4",
    accent="#111111",
    land="#F2F2F2",
    land_line="#808080",
    district="#D5D5D5",
    water="#C4C4C4",
    sea="#E3E3E3",
    held="#B5B5B5",
    oblast="#333333",
    sides={
        "azerbaijan": "#3A3A3A",
        "turkey": "#3A3A3A",
        "armenia": "#3A3A3A",
        "karabakh_armenians": "#3A3A3A",
        "russia": "#3A3A3A",
        THIRD: "#757575",
        SEVERAL: "#000000",
    },
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, GREY)}


def colour_group(sides: tuple[str, ...]) -> str:
    """The colour group of a record's accounts: its one side, `THIRD` for third parties (mediators,
    UN, NGOs, courts, press), `SEVERAL` for accounts of more than one side.

    Third parties count as one, so a record told by one side and an NGO still shows as several.
    """
    groups = {side if side in LIGHT.sides else THIRD for side in sides} or {THIRD}
    return groups.pop() if len(groups) == 1 else SEVERAL


def rgba(colour: str, alpha: float) -> str:
    """A hex colour with an opacity of 0 to 1, as CSS and Plotly write it."""
    r, g, b = rgb(colour)
    return f"rgba({r},{g},{b},{alpha:g})"


def rgb(colour: str) -> tuple[int, int, int]:
    """A hex colour as red, green, blue of 0 to 255, as deck.gl takes it."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
