"""The styles of a chronology: every look of its text is set here, none in the text itself."""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ..theme import Theme, rgb
from .inline import element

FONT = "Arial"
TEXT_CM = 17.0  # A4 without its margins
NUMBERING = 90  # the id of the list of sources
HANG = Cm(1.1)  # of a source's number
INDENT_CM = 0.5
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")  # each script takes the font of its own slot


@dataclass(frozen=True)
class Look:
    """A paragraph style: size and space in points, indent in cm; `ink` a field of the theme."""

    size: float = 10
    before: float = 0
    after: float = 4
    bold: bool = False
    italic: bool = False
    ink: str = "ink"
    keep_next: bool = False
    keep_lines: bool = True
    indent: float = 0
    lines: float = 1.1


# Each capital begins a word of the style's id: "Record Facts" is RecordFacts.
LOOKS = {
    "Normal": Look(keep_lines=False),
    "Title": Look(22, after=8, bold=True, lines=1.0, keep_next=True),
    "Subtitle": Look(12, after=8),
    "Heading 1": Look(15, before=18, after=4, bold=True, keep_next=True, lines=1.0),
    "Heading 2": Look(11, before=14, after=2, bold=True, keep_next=True, lines=1.0),
    "Caption": Look(9, before=2, after=10, bold=True),
    "Header": Look(8, after=0, ink="muted", lines=1.0),
    "Footer": Look(8, after=0, ink="muted", lines=1.0),
    "Facts": Look(9, after=3, ink="muted"),
    "Figure": Look(before=6, after=2, keep_next=True, lines=1.0),
    "Credit": Look(8, before=3, after=10, ink="muted"),
    "Record Facts": Look(9, after=1, ink="muted", keep_next=True),
    "Record Text": Look(before=3, after=5, keep_lines=False),
    "Claim Side": Look(9, before=5, after=1, bold=True, keep_next=True, indent=INDENT_CM),
    "Claim": Look(9.5, after=4, indent=INDENT_CM),
    "Record Note": Look(8.5, before=4, after=4, italic=True, ink="muted"),
    "Source": Look(9, after=4),
    "Cell": Look(9, before=1, after=1, lines=1.0),
    "Cell Head": Look(9, before=1, after=1, bold=True, lines=1.0, keep_next=True),
}


def set_styles(styles: Any, theme: Theme) -> None:
    """Set all styles of a document in the colours of a look."""
    _set_defaults(styles)
    known = {style.name: style for style in styles}
    for name, look in LOOKS.items():
        known[name] = known.get(name) or _new_style(styles, name, known["Normal"])
        _set_look(known[name], look, theme)
        known[name].hidden, known[name].quick_style = False, True
    _set_frame(known, theme)
    _set_numbered(known["Source"])
    _add_character_styles(styles, theme)


def _new_style(styles: Any, name: str, base: Any) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = base
    return style


def _set_defaults(styles: Any) -> None:
    props = styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    _set_fonts(props)
    props.find(qn("w:lang")).attrib.update({qn("w:val"): "en-GB", qn("w:eastAsia"): "en-GB"})


def _set_fonts(props: Any) -> None:
    """Name the font in every slot; the theme's fonts would come before it."""
    _drop(props, "w:rFonts")
    props.insert(0, element("w:rFonts", **dict.fromkeys(_FONTS, FONT)))


def _drop(props: Any, *tags: str) -> None:
    """Take out what the template says, with the colours and fonts of its theme."""
    for tag in tags:
        for old in props.findall(qn(tag)):
            props.remove(old)


def _set_look(style: Any, look: Look, theme: Theme) -> None:
    props, font, shape = style.element.get_or_add_rPr(), style.font, style.paragraph_format
    _drop(props, "w:color", "w:szCs", "w:spacing")
    _drop(style.element.get_or_add_pPr(), "w:pBdr")
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.cs_bold, font.cs_italic = look.bold, look.italic
    font.color.rgb = RGBColor(*rgb(getattr(theme, look.ink)))
    _set_fonts(props)
    props.find(qn("w:sz")).addnext(element("w:szCs", val=round(look.size * 2)))
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.widow_control = look.lines, True
    shape.keep_with_next, shape.keep_together = look.keep_next, look.keep_lines
    shape.left_indent = Cm(look.indent) if look.indent else None


def _set_frame(known: dict[str, Any], theme: Theme) -> None:
    """Header and footer: one tab stop at the right margin, a thin line towards the text."""
    for name, side in (("Header", "bottom"), ("Footer", "top")):
        props = known[name].element.get_or_add_pPr()
        _drop(props, "w:tabs")
        stops = known[name].paragraph_format.tab_stops
        stops.add_tab_stop(Cm(TEXT_CM), WD_TAB_ALIGNMENT.RIGHT)
        borders = element("w:pBdr")
        borders.append(element(f"w:{side}", val="single", sz=4, space=4, color=theme.line[1:]))
        props.find(qn("w:tabs")).addprevious(borders)


def _set_numbered(style: Any) -> None:
    """Number the paragraphs of a style, the number hanging before the text."""
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = HANG, -HANG
    props = element("w:numPr")
    props.append(element("w:numId", val=NUMBERING))
    style.element.get_or_add_pPr().find(qn("w:widowControl")).addnext(props)


def _add_character_styles(styles: Any, theme: Theme) -> None:
    reference, small, label = (
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER) for name in ("Reference", "Small", "Label")
    )
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.font.superscript, reference.font.size = True, Pt(11)
    small.font.size = Pt(8.5)
    small.font.color.rgb = RGBColor(*rgb(theme.muted))
    label.font.bold = True
    link.font.underline = True
