"""The tree of actors: who stands above whom, and no endless circle."""

import pandas as pd
import pytest

from dashboard.events.actors import Actors, read_actors
from dashboard.events.dataset import Dataset


@pytest.fixture
def circle() -> Actors:
    columns = ["actor_id", "name", "side", "kind", "parent"]
    rows = [("a", "A", "un", "body", "b"), ("b", "B", "un", "body", "a"), ("c", "C", "un", "", "a")]
    return read_actors(pd.DataFrame(rows, columns=columns))


def test_lineage_goes_up_to_the_root(dataset: Dataset) -> None:
    actors = dataset.actors
    line = ("ilham-aliyev", "azerbaijani-presidency", "azerbaijan")
    assert actors.lineage("ilham-aliyev") == line
    assert actors.root("ilham-aliyev") == "azerbaijan"
    assert actors.lineage("azerbaijan") == ("azerbaijan",)
    assert actors.with_ancestors(["ilham-aliyev", "russia"]) == {*line, "russia"}


def test_a_person_is_labelled_with_the_state(dataset: Dataset) -> None:
    assert dataset.actors.label("ilham-aliyev") == "Ilham Aliyev (Azerbaijan)"
    assert dataset.actors.label("azerbaijan") == "Azerbaijan"


def test_the_karabakh_armenians_do_not_stand_under_armenia(dataset: Dataset) -> None:
    actors = dataset.actors
    under = [a for a, side in actors.side.items() if side == "karabakh_armenians"]
    assert len(under) > 5
    assert all("armenia" not in actors.lineage(a) for a in under)


def test_a_circle_ends(circle: Actors) -> None:
    assert circle.lineage("a") == ("a", "b")
    assert circle.lineage("c") == ("c", "a", "b")
    assert circle.with_ancestors(["c"]) == {"a", "b", "c"}


def test_an_unknown_actor_is_its_own_root(circle: Actors) -> None:
    assert circle.root("x") == "x"
    assert circle.label("x") == "x"
