"""Records that are in the form of our own events table: the data package, and our own exports.

A folder with datapackage.json (see data/README.md) is read as a whole and becomes flat rows under
the names of the events table; a CSV export of the records has the same names.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ..accounts import accounts
from ..dataset import Dataset, read_dataset
from .answers import no_radius, unclear, yes
from .days import day
from .deaths import Deaths
from .places import Coordinates
from .raw import Raw, plain_names
from .recipe import Choices, Form, Recipe, Rule
from .record import recipe_of
from .rules import rule, unknown_code, unreadable
from .sql import decimal, items, pick, quoted
from .titles import or_none

_DAYS = ("earliest", "latest")
_WORDS = {
    "extent": ("moment", "period"),
    "precision": (
        "minute", "hour", "day", "days", "week", "month", "year", "decade", "unknown",
    ),
    "place_precision": ("exact", "near", "district", "province", "region", "country", "none"),
}  # fmt: skip
_NUMBERS = ("latitude", "longitude", "radius_km", "deaths_low", "deaths_best", "deaths_high")
_TEXTS = (
    "event_id", "date", "event_type", "summary", "place_label", "country", "url", "note",
)  # fmt: skip


def _known(columns: Sequence[str]) -> bool:
    return {"event_id", "earliest", "latest", "extent", "precision"} <= plain_names(columns)


def _recipe(columns: Sequence[str], choices: Choices) -> Recipe:
    raw = Raw(columns)
    dates, places = _Dates(raw, choices.day_first), Coordinates(raw)
    deaths = Deaths(raw, ("deaths_low",), ("deaths_best",), ("deaths_high",))
    told = {
        **{name: raw.text(name) for name in _TEXTS},
        **dates.columns(),
        "title": or_none(raw.text("title")),
        "actors": items(raw.text("actors")),
        "sources": items(raw.text("sources")),
        **places.columns(_place(raw)),
        "radius_km": decimal(raw.text("radius_km")),
        "contested": yes(raw.text("contested")),
        **deaths.columns(),
    }
    parts = (dates, places, deaths)
    return recipe_of(told, parts, no_radius(raw, "radius_km"), unclear(raw, "contested"))


@dataclass(frozen=True)
class _Dates:
    """The days, the hour and the words for them, as the events table has them."""

    raw: Raw
    day_first: bool | None

    def given(self) -> tuple[dict[str, str]]:
        clock = self.raw.text("clock")
        hour = rf"regexp_matches({clock}, '^\d{{4}}-\d{{2}}-\d{{2}}[ T]\d')"
        return (
            {
                **{f"= {name}": day(self.raw.text(name), self.day_first) for name in _DAYS},
                "= clock": f"CASE WHEN {hour} THEN try_cast({clock} AS TIMESTAMP) END",
            },
        )

    def columns(self) -> dict[str, str]:
        days = {name: quoted(f"= {name}") for name in (*_DAYS, "clock")}
        return {**days, **{name: self.raw.text(name) for name in ("extent", "precision")}}

    def rejects(self) -> Iterator[Rule]:
        for name in (*_DAYS, "clock"):
            if column := self.raw.name(name):
                yield unreadable(column, self.raw.text(name), quoted(f"= {name}"))
        backwards = '"= latest" < "= earliest"'
        yield rule(self.raw.name("latest"), backwards, "ends before it begins")
        for name in ("extent", "precision"):
            told = self.raw.text(name)
            yield unknown_code(self.raw.name(name), told, _WORDS[name], "it must be one of these")

    def repairs(self) -> tuple[Rule, ...]:
        return ()


def _place(raw: Raw) -> str:
    """The precision of the place; a word that is not known is not taken for a point."""
    return pick(raw.text("place_precision"), {w: w for w in _WORDS["place_precision"]}, "'region'")


def package_rows(folder: Path) -> list[dict[str, str]]:
    """The records of the data package in `folder`, with the names of actors, types and publishers.

    What the sides say is put into the note. Raises DataError if the package cannot be read.
    """
    data = read_dataset(folder)
    publisher = dict(
        zip(data.tables.sources["source_id"], data.tables.sources["publisher"], strict=True)
    )
    return [_row(row, data, publisher) for row in data.events.to_dict("records")]


def _row(row: Mapping[Any, Any], data: Dataset, publisher: Mapping[str, str]) -> dict[str, str]:
    flat = {
        **{name: row[name] for name in ("event_id", "date", "extent", "precision", "title")},
        **{name: row[name] for name in ("summary", "place_label", "place_precision", "url")},
        **{name: "" if pd.isna(row[name]) else f"{row[name]:%Y-%m-%d}" for name in _DAYS},
        "clock": "" if pd.isna(row["clock"]) else row["clock"].isoformat(" "),
        "event_type": data.names["type"].get(row["event_type"], row["event_type"]),
        "actors": ";".join(data.actors.name.get(a, a) for a in row["actors"]),
        "sources": ";".join(publisher.get(s, s) for s in row["sources"]),
        **{name: "" if pd.isna(row[name]) else str(row[name]) for name in _NUMBERS},
        "contested": "yes" if row["contested"] else "no",
        "note": _note(row, data),
    }
    return {name: str(value) for name, value in flat.items() if value != ""}


def _note(row: Mapping[Any, Any], data: Dataset) -> str:
    """The note, and each side's account in its own words."""
    told = [
        f"{claim.speaker} ({account.label}): {claim.statement} [{claim.source}]"
        for account in accounts(data, row["event_id"])
        for claim in account.claims
    ]
    return " ".join(part for part in (row["note"], *told) if part)


PACKAGE = Form(
    name="package",
    label="Records of this dashboard",
    known=_known,
    recipe=_recipe,
    dates=_DAYS,
)
