"""A picture on a slide, and the texts that stand over it as native text."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PictureLabel:
    """A text over a picture: `x` and `y` are shares (0 to 1, from the top left) of the picture.

    They place the text's `anchor` ("start", "middle" or "end" of the line, its middle in height);
    `colour` is hex, `size` in points on a slide.
    """

    text: str
    x: float
    y: float
    anchor: str
    colour: str
    size: float


@dataclass(frozen=True)
class Picture:
    """A PNG without text, `width` and `height` in px, what it shows in words, its labels, and
    how many records lie outside its edges."""

    png: bytes
    width: int
    height: int
    alt: str
    labels: list[PictureLabel] = field(default_factory=list)
    outside: int = 0
