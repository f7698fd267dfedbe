"""Coordinates in SQL: where a record lies, how precisely, and which coordinates are unusable."""

from collections.abc import Iterator
from dataclasses import dataclass

from .raw import Raw
from .recipe import Rule
from .rules import rule, stated
from .sql import decimal

LATITUDE, LONGITUDE = '"= latitude"', '"= longitude"'  # as numbers, see `Coordinates.given`


@dataclass(frozen=True)
class Coordinates:
    """The raw columns with latitude and longitude. One alone in a file is no place."""

    raw: Raw
    latitude: str = "latitude"
    longitude: str = "longitude"

    @property
    def there(self) -> bool:
        """Whether the file has both columns."""
        return bool(self.raw.name(self.latitude) and self.raw.name(self.longitude))

    def given(self) -> tuple[dict[str, str]]:
        """Both as numbers (see `Recipe.given`)."""
        names = {"= latitude": self.latitude, "= longitude": self.longitude} if self.there else {}
        return ({given: decimal(self.raw.text(name)) for given, name in names.items()},)

    def columns(self, precision: str) -> dict[str, str]:
        """latitude, longitude and place_precision, which is `precision` (SQL) where both are."""
        if not self.there:
            return {}
        here = f"{LATITUDE} IS NOT NULL AND {LONGITUDE} IS NOT NULL"
        return {
            "latitude": LATITUDE,
            "longitude": LONGITUDE,
            "place_precision": f"CASE WHEN {here} THEN {precision} ELSE 'none' END",
        }

    def rejects(self) -> Iterator[Rule]:
        """Coordinates that are no numbers, lie off the globe or come alone."""
        if not self.there:
            return
        ends = (
            (self.latitude, LATITUDE, 90, "latitude"),
            (self.longitude, LONGITUDE, 180, "longitude"),
        )
        for (name, value, limit, word), (other, _, _, other_word) in (ends, ends[::-1]):
            column, told = self.raw.name(name), stated(self.raw.text(name))
            off = f"the {word} is not between -{limit} and {limit}"
            alone = f"{told} AND NOT {stated(self.raw.text(other))}"
            yield rule(column, f"{told} AND {value} IS NULL", f"the {word} is no number of degrees")
            yield rule(column, f"abs({value}) > {limit}", off)
            yield rule(column, alone, f"a {word} without a {other_word}")

    def repairs(self) -> Iterator[Rule]:
        """0, 0 lies in the Gulf of Guinea and mostly stands for a place that is not known."""
        if self.there:
            why = "latitude and longitude are both 0, which mostly means not known; kept as it is"
            zero = f"{LATITUDE} = 0 AND {LONGITUDE} = 0"
            yield rule(self.raw.name(self.latitude), zero, why)
