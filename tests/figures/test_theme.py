"""Colours that can be told from their ground, in light and dark, and a symbol for each type."""

from dataclasses import fields

import pytest
from plotly.validator_cache import ValidatorCache

from dashboard.events.dataset import Dataset
from dashboard.figures.codes import CODES
from dashboard.figures.symbols import PATHS
from dashboard.figures.theme import (
    DARK,
    GREY,
    LIGHT,
    SEVERAL,
    THEMES,
    THIRD,
    Theme,
    colour_group,
    rgb,
    rgba,
)

GRAPHICS, TEXT = 3.0, 4.5  # WCAG 2.2, 1.4.11 and 1.4.3
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in rgb(colour)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_contrast_is_measured_as_it_should_be() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@themes
@pytest.mark.parametrize("ground", ["paper", "band", "land", "sea"])
def test_marks_stand_out_from_what_they_lie_on(theme: Theme, ground: str) -> None:
    weak = {key: contrast(c, getattr(theme, ground)) for key, c in theme.sides.items()}
    assert {key: c for key, c in weak.items() if c < GRAPHICS} == {}
    assert contrast(theme.accent, getattr(theme, ground)) >= GRAPHICS


@themes
@pytest.mark.parametrize("ground", ["paper", "band", "land"])
def test_text_can_be_read(theme: Theme, ground: str) -> None:
    for ink in (theme.ink, theme.muted):
        assert contrast(ink, getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("theme", (LIGHT, DARK), ids=lambda t: t.name)
def test_sides_have_colours_of_their_own(theme: Theme) -> None:
    assert len(set(theme.sides.values())) == len(theme.sides)
    assert theme.accent not in theme.sides.values()


def test_grey_tells_one_side_third_parties_and_several_by_tone() -> None:
    one = {GREY.sides[s] for s in GREY.sides if s not in (THIRD, SEVERAL)}
    assert len(one | {GREY.sides[THIRD], GREY.sides[SEVERAL]}) == 3
    assert set(CODES) == {s for s in GREY.sides if s not in (THIRD, SEVERAL)}
    assert len(set(CODES.values())) == len(CODES)


def test_both_looks_say_the_same_things() -> None:
    assert list(LIGHT.sides) == list(DARK.sides) == list(GREY.sides)
    assert list(LIGHT.label_tones) == list(DARK.label_tones)
    assert set(THEMES) == {"light", "dark", "grey"}
    colours = [f.name for f in fields(Theme) if f.type in ("str", str) and f.name != "name"]
    for theme in THEMES.values():
        values = [getattr(theme, name) for name in colours] + list(theme.sides.values())
        assert all(len(v) == 7 and v[0] == "#" and int(v[1:], 16) >= 0 for v in values)


def test_every_side_of_the_records_has_a_colour(dataset: Dataset) -> None:
    groups = {colour_group(sides) for sides in dataset.events["sides"]}
    assert groups <= set(LIGHT.sides)
    assert {THIRD, SEVERAL} <= groups


@pytest.mark.parametrize(
    ("sides", "group"),
    [
        ((), THIRD),
        (("armenia",), "armenia"),
        (("armenia", "armenia"), "armenia"),
        (("un",), THIRD),
        (("un", "ngo"), THIRD),
        (("armenia", "un"), SEVERAL),
        (("armenia", "azerbaijan"), SEVERAL),
    ],
)
def test_the_colour_is_that_of_those_who_tell_it(sides: tuple[str, ...], group: str) -> None:
    assert colour_group(sides) == group


def test_colours_are_written_for_plotly_and_for_deck() -> None:
    assert rgb("#0067A5") == (0, 0x67, 0xA5)
    assert rgba("#FF8000", 0.5) == "rgba(255,128,0,0.5)"


def test_every_type_has_a_symbol_that_all_figures_know(dataset: Dataset) -> None:
    found = set(dataset.tables.categories["symbol"])
    assert found <= set(PATHS)
    assert len(found) == len(dataset.tables.categories)
    known = set(ValidatorCache.get_validator("scatter.marker", "symbol").values)
    assert {s + end for s in found for end in ("", "-open")} <= known
