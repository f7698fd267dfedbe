"""What the tests of the figures share: the project's own records and boundaries, read once."""

from datetime import date

import geopandas as gpd
import pytest

from dashboard.events.boundaries import Boundaries
from dashboard.events.dataset import Dataset, View, read_dataset
from dashboard.events.filters import Filter

VIEWS = {
    "all": Filter(),
    "autumn": Filter(since=date(2020, 9, 27), until=date(2020, 11, 10)),
    "one day": Filter(since=date(2020, 11, 7), until=date(2020, 11, 7)),
    "lull": Filter(since=date(1994, 5, 13), until=date(2020, 9, 26)),
    "one record": Filter(q="erdogan putin"),
    "nothing": Filter(q="no such word"),
}


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return read_dataset()


@pytest.fixture(scope="session", params=VIEWS)
def view(request: pytest.FixtureRequest, dataset: Dataset) -> View:
    """Views of very different sizes, the empty one among them."""
    return dataset.view(VIEWS[request.param])


@pytest.fixture(scope="session")
def everything(dataset: Dataset) -> View:
    return dataset.view(Filter())


@pytest.fixture(scope="session")
def areas() -> gpd.GeoSeries:
    return Boundaries().areas.simplify(0.01)
