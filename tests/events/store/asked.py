"""Filters that every engine is asked with: each field alone, at its edges, and in company."""

from dataclasses import replace
from datetime import date

from dashboard.events.filters import Filter

from .synthetic import ACTORS, SOURCES, TYPES

ALL = Filter()
AUTUMN = Filter(since=date(2020, 9, 27), until=date(2020, 11, 10))
SUSHA = (46.0, 39.5, 47.0, 40.0)

FILTERS: tuple[Filter, ...] = (
    ALL,
    AUTUMN,
    Filter(since=date(2020, 9, 27), until=date(2020, 9, 27)),
    Filter(since=date(1918, 3, 31), until=date(1918, 4, 1)),
    Filter(since=date(1969, 12, 31), until=date(1970, 1, 1)),
    Filter(until=date(1969, 12, 31)),
    Filter(since=date(2023, 12, 1)),
    Filter(since=date(1988, 1, 1), until=date(1994, 12, 31)),  # whole months
    Filter(since=date(1988, 1, 2), until=date(1994, 12, 30)),  # none whole at the ends
    Filter(since=date(2019, 2, 1), until=date(2019, 2, 28)),
    Filter(since=date(2020, 2, 29), until=date(2020, 3, 1)),
    Filter(until=date(1900, 1, 1)),  # only open starts
    Filter(since=date(2100, 1, 1)),  # only open ends
    Filter(actor=("Armenia",)),
    Filter(actor=("Azerbaijan", "Civilians"), since=date(2000, 5, 17)),
    Filter(actor=("back\\slash \\' group", "'; DROP TABLE events; --")),
    Filter(actor=("Şuşa könüllüləri", "Շուշիի ջոկատ", "مجموعة")),
    Filter(actor=('The "Tigers"', "`tick` $1 {a} :b ?"), type=(TYPES[3],)),
    Filter(actor=("50 %_x", "new\nline", "  spaced  "), until=date(2010, 12, 31)),
    Filter(actor=("nobody at all",)),
    Filter(actor=ACTORS[:9], box=SUSHA),
    Filter(type=("State-based conflict",)),
    Filter(type=TYPES[1:4], since=date(1990, 1, 1), until=date(2019, 12, 31)),
    Filter(type=(TYPES[3],)),
    Filter(speaker=("Radio Şuşa",)),
    Filter(speaker=("c:\\news\\x", 'Agency "Q"', "O'Reilly & Co"), actor=("Armenia",)),
    Filter(country=("Azərbaycan", "Côte d'Ivoire")),
    Filter(contested="yes"),
    Filter(contested="no", since=date(2015, 6, 1)),
    Filter(q="şuşa"),
    Filter(q="100 % \\ lost_here"),
    Filter(q="[it] SHELLING"),
    Filter(q="'; DROP"),
    Filter(q="շուշի"),
    Filter(q="no such words"),
    Filter(box=SUSHA),
    Filter(box=(44.5, 42.5, 45.0, 43.0)),  # an edge goes through a place
    Filter(box=(44.0, 42.0, 44.5, 42.5)),
    Filter(box=(-180.0, -90.0, 0.0, 0.0), contested="yes"),
    Filter(layer=("article",)),
    replace(AUTUMN, event="E-7"),
    replace(AUTUMN, actor=("Armenia", "Azerbaijan"), type=TYPES[:2], speaker=SOURCES[:3],
            contested="no", q="a", box=(40.0, 35.0, 50.0, 45.0)),
)  # fmt: skip
