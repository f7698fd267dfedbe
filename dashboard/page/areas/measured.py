"""The areas, measured once for all sessions."""

from functools import lru_cache

import pandas as pd

from ...events.areas import areas
from .. import cache


@lru_cache(maxsize=1)
def measured() -> pd.DataFrame:
    """The table of `events.areas`; not to be changed."""
    return areas(cache.boundaries())
