"""Colours of a deck as the theme's own, so that a change of the theme recolours every shape."""

from ..theme import SEVERAL, THIRD, Theme, rgb

TEXT, PAPER, MUTED, BAND = "tx1", "bg1", "tx2", "bg2"
# Colour group -> the theme's accent; more than one side is written in the colour of text.
SIDES = {
    "azerbaijan": "accent1",
    "turkey": "accent2",
    "armenia": "accent3",
    "karabakh_armenians": "accent4",
    "russia": "accent5",
    THIRD: "accent6",
    SEVERAL: TEXT,
}


def slots(theme: Theme) -> dict[str, str]:
    """The colours of a look by the slots of an Office theme, as hex without "#"."""
    named = {"dk1": theme.ink, "lt1": theme.paper, "dk2": theme.muted, "lt2": theme.band}
    named |= {slot: theme.sides[group] for group, slot in SIDES.items() if slot != TEXT}
    named |= {"hlink": theme.muted, "folHlink": theme.muted}
    return {slot: colour.removeprefix("#") for slot, colour in named.items()}


def colour(ink: str, alpha: float = 1.0) -> str:
    """The colour element of a theme slot or a hex colour; `alpha` is the opacity, 0 to 1."""
    clear = f'<a:alpha val="{round(alpha * 100_000)}"/>' if alpha < 1 else ""
    if ink.startswith("#"):
        return f'<a:srgbClr val="{ink[1:]}">{clear}</a:srgbClr>'
    return f'<a:schemeClr val="{ink}">{clear}</a:schemeClr>'


def solid(ink: str, alpha: float = 1.0) -> str:
    """A plain fill."""
    return f"<a:solidFill>{colour(ink, alpha)}</a:solidFill>"


def hatched(ink: str, ground: str) -> str:
    """A fill of diagonal lines on a ground; not clear, as not every program draws that."""
    return (
        f'<a:pattFill prst="ltUpDiag"><a:fgClr>{colour(ink)}</a:fgClr>'
        f"<a:bgClr>{colour(ground)}</a:bgClr></a:pattFill>"
    )


def tint(theme: Theme, group: str, share: float = 0.2) -> str:
    """A colour group's colour on the paper, with an opacity of `share`, as hex."""
    pairs = zip(rgb(theme.sides[group]), rgb(theme.paper), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def outline(ink: str, width: float, dash: str = "", alpha: float = 1.0) -> str:
    """A line of `width` points; `dash` is "", "dash" or "sysDot"."""
    preset = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(width * 12700)}">{solid(ink, alpha)}{preset}</a:ln>'


NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"
