"""Names made of titles: plain, short, and unlike for unlike titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.events.sets.names import folder_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("UCDP GED 26.1", "ucdp-ged-26-1"),
        ("Şuşa – Ağdam", "susa-agdam"),
        ("engine", "data-engine"),
        ("Curated", "data-curated"),
        ("CON", "data-con"),
        ("../../x", "x"),
        ("!!!", "data"),
    ],
)
def test_folder_names(title: str, name: str) -> None:
    assert folder_name(title) == name


def test_titles_in_other_letters_have_folders_of_their_own() -> None:
    first, second = folder_name("Бои у Шуши"), folder_name("Бои у Агдама")
    assert first != second and first == folder_name("БОИ у шуши")


@given(st.text(max_size=200))
def test_any_title_gives_a_plain_name(title: str) -> None:
    name = folder_name(title)
    assert name and len(name) <= 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.strip("-") == name
