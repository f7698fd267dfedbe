"""What the server believes about a screen before the browser has told it."""

from types import SimpleNamespace

import pytest

from dashboard.page import probe
from tests.page.conftest import Session


def first_screen(monkeypatch: pytest.MonkeyPatch, cookie: str, agent: str = "") -> probe.Screen:
    """The screen of a new session, as `ask_screen` gives it."""
    context = SimpleNamespace(cookies={probe.COOKIE: cookie}, headers={"User-Agent": agent})
    made = SimpleNamespace(context=context, session_state=Session())
    monkeypatch.setattr(probe, "st", made)
    monkeypatch.setattr(probe, "_component", lambda: lambda **_: None)
    return probe.ask_screen()


def test_a_cookie_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert first_screen(monkeypatch, "1400x900x0") == probe.Screen(False, 1400, 900)
    assert first_screen(monkeypatch, "360x780x1") == probe.Screen(True, 360, 780)


@pytest.mark.parametrize(
    "cookie",
    ["", "x", "1400x900", "1400x900x2", "99999x1x1", "-5x100x1", "1400x900x1;<b>"],
)
def test_anything_else_is_ignored(monkeypatch: pytest.MonkeyPatch, cookie: str) -> None:
    assert first_screen(monkeypatch, cookie) == probe.Screen(None, 1080, 900)


def test_a_phone_is_guessed_from_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    agent = "Mozilla/5.0 (Linux; Android 10; K) Chrome/130 Mobile Safari/537.36"
    screen = first_screen(monkeypatch, "", agent)
    assert screen.narrow
    assert screen.webgl is None
