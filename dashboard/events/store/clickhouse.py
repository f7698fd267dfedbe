"""Days in ClickHouse beyond 1970 to 2149: Ibis 12 writes them as `Date`, which wraps around."""

from datetime import date
from typing import Any

from ibis.backends.sql.compilers.clickhouse import ClickHouseCompiler

FIRST, LAST = date(1900, 1, 1), date(2299, 12, 31)  # of Date32


class Compiler(ClickHouseCompiler):
    """Ibis' own compiler, but for days as `Date32`."""

    __slots__ = ()

    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:
        """A day that is asked for; one outside of `Date32` is its first or last."""
        if dtype.is_date():
            return self.f.toDate32(min(max(value, FIRST), LAST).isoformat())
        return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

    def visit_DateTruncate(self, op: Any, *, arg: Any, unit: Any) -> Any:
        """The first day of a bin; `toStartOfMonth` and its like return a `Date`."""
        year, month = self.f.toYear(arg), self.f.toMonth(arg)
        if unit.short == "D":
            return arg
        if unit.short == "W":
            return self.f.subtractDays(arg, self.f.toDayOfWeek(arg) - 1)
        if unit.short == "Q":
            month = (self.f.toQuarter(arg) - 1) * 3 + 1
        return self.f.makeDate32(year, 1 if unit.short == "Y" else month, 1)
