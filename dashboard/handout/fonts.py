"""The fonts of briefings: Noto Sans with Armenian and Cyrillic, made known to matplotlib once."""

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager

FOLDER = Path(__file__).parent / "fonts"


@cache
def register_fonts() -> tuple[Path, ...]:
    """Make the fonts in fonts/ known to matplotlib; returns their files, the regular one last.

    Text stays text: in PDF as embedded TrueType, in SVG as letters of an embedded font.
    """
    files = tuple(sorted(FOLDER.glob("*.ttf")))
    for file in files:
        font_manager.fontManager.addfont(file)
    matplotlib.rcParams.update({"pdf.fonttype": 42, "svg.fonttype": "none", "hatch.linewidth": 0.5})
    return files
