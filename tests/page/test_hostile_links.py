"""No address breaks the page: 1,000 made at random, 50 with bad intentions."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.dataset import Dataset
from dashboard.events.filters import Filter, read_query, write_query
from dashboard.page import address
from dashboard.page.display import LINKED, Display
from tests.page.conftest import OpenPage, Session
from tests.page.markup import faults
from tests.payloads import PAYLOADS

KNOWN = {"own": "A set of one's own", "ged": "UCDP GED"}
NAMES = ("from", "to", "actor", "type", "layer", "speaker", "country", "contested", "q", "box",
         "event", "dataset", *LINKED)  # fmt: skip
DAYS = ("2020-11-07", "0001-01-01", "9999-12-31", "2020-02-30", "20201107", "2020-W45-6", "-1",
        "+002020-01-01", "\u0662\u0660\u0662\u0660-\u0661\u0661-\u0660\u0667", "NaT")  # fmt: skip
BOXES = ("40,38,50,42", "nan,nan,nan,nan", "inf,-inf,0,0", "1e999,0,1,1", "50,38,40,42", "1,2,3",
         "1,2,3,4,5", "0x1,0,1,1", "1_0,0,20,1", ",,,", "40,38,50,42,")  # fmt: skip
GOOD = ("russia", "armenia", "ceasefire", "article", "yes", "ceasefire-1994", "own", "curated",
        *(value for values in LINKED.values() for value in values))  # fmt: skip
VALUES = st.one_of(st.sampled_from((*DAYS, *BOXES, *GOOD, *PAYLOADS)), st.text(max_size=120))
QUERIES = st.dictionaries(
    st.one_of(st.sampled_from(NAMES), st.text(max_size=20)),
    st.lists(VALUES, max_size=4),
    max_size=10,
)
HOSTILE: list[dict[str, str | list[str]]] = [
    *({"q": text, "actor": text, "event": text, "dataset": text} for text in PAYLOADS[:12]),
    *({"from_": text, "to": text} for text in (*DAYS, "9" * 400, "2020-11-07\x00", "\ud7ff")),
    *({"box": text} for text in (*BOXES, "9" * 4000)),
    {"from_": "9999-12-31", "to": "0001-01-01"},
    {"actor": [f"a{number}" for number in range(900)]},
    {"q": "a" * 8_000},
    {"q": "\u202e\u0000\x1b[31m"},
    {"q": "% _ \\ ' \" ; -- [ ( * +"},
    {"view": "__class__", "lanes": "../../etc/passwd"},
    {"view": ["edit", "import"], "present": ["1", "2"]},
    {"dataset": ["../..", "/etc", "own\x00", "CON", "curated", "curated"]},
    {"dataset": "..%2f..%2fetc%2fpasswd", "view": "edit"},
    {"": "", "=": "&", "types[]": "a", "__proto__": "x", "constructor": "y"},
    {"embed": "true", "embed_options": "disable_scrolling"},
    {"event": ["ceasefire-1994"] * 300},
    {"contested": "YES", "layer": ["article", "context", "article"]},
    {"speaker": "None", "type": "nan", "country": "null"},
    {"view": "story", "event": PAYLOADS[44]},
    {"view": "claims", "order": PAYLOADS[0]},
]


@settings(max_examples=1_000, deadline=None)
@given(query=QUERIES)
def test_random_addresses(dataset: Dataset, query: dict[str, list[str]]) -> None:
    """Each gives a filter and a display that can be shown, and an address that gives them again."""
    state = Session()
    fake = SimpleNamespace(session_state=state, query_params=_Query(query))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "st", fake)
        patch.setattr("dashboard.page.state.st", fake)
        address.open_url(KNOWN, lambda key: dataset.choices)
        address.drop_gone(KNOWN)
        address.write_url()
    _fits(state.filter, dataset)
    assert all(getattr(state.display, name) in allowed for name, allowed in LINKED.items())
    assert state.display.dataset in ("", *KNOWN) and state.display.overlay in ("", *KNOWN)
    again, notes = read_query(write_query(state.filter), dataset.choices)
    assert (again, notes) == (state.filter, [])
    assert sum(len(v) for values in fake.query_params.values() for v in values) < 8_000
    assert isinstance(state.display, Display)


def _fits(value: Filter, dataset: Dataset) -> None:
    """Every value is one that the data set knows; the view of it can be made."""
    assert set(value.actor) <= set(dataset.choices.actor)
    assert not (value.since and value.until and value.since > value.until)
    assert len(value.q) <= 100
    assert len(dataset.view(value).events) <= len(dataset.events)


class _Query(dict[str, list[str]]):
    """The address as Streamlit gives it."""

    def get_all(self, name: str) -> list[str]:
        return list(self[name])

    def from_dict(self, query: dict[str, list[str]]) -> None:
        self.clear()
        self.update(query)


def test_there_are_fifty() -> None:
    assert len(HOSTILE) >= 50


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: repr(query)[:40])
def test_hostile_addresses(open_page: OpenPage, query: dict[str, str | list[str]]) -> None:
    at = open_page(**query)
    assert not at.exception
    assert not faults(at)
    assert sum(len(str(value)) for value in at.query_params.values()) < 8_000
