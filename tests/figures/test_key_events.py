"""The rule that says which records matter most."""

from dashboard.figures.key_events import ranked
from tests.figures.helpers import table


def test_most_sides_then_most_sources_then_the_earliest() -> None:
    events = table(
        {"event_id": "late", "date": "2020-11-03", "sides": ("un",), "sources": ("a",)},
        {"event_id": "early", "date": "2020-11-01", "sides": ("un",), "sources": ("a",)},
        {"event_id": "sourced", "date": "2020-11-05", "sides": ("un",), "sources": ("a", "b")},
        {"event_id": "sides", "date": "2020-11-09", "sides": ("un", "armenia"), "sources": ()},
        {"event_id": "undated", "date": "", "sides": ("un",), "sources": ("a",)},
    )
    assert ranked(events) == ["sides", "sourced", "early", "late", "undated"]
