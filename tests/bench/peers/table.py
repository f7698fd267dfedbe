"""The results as a Markdown table, with ratios to our own page."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from tests.bench.peers.result import Result

HEADER = (
    "| events | | first picture, s | opened again, s | date filter to picture, s | sent for it, MB "
    "| browser, MiB | server, MiB | outcome |\n"
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"
)


def table(results: Sequence[Result], ours: str) -> str:
    """One row a peer and size; "(x 3.1)" is 3.1 times as much as ours at that size."""
    base = {result.rows: result for result in results if result.peer == ours}
    rows = (_row(result, base.get(result.rows)) for result in results)
    return "\n".join([HEADER, *rows])


def asked(results: Iterable[Result]) -> str:
    """A line for each peer that asked for other hosts, or ""."""
    hosts: dict[str, set[str]] = {}
    for result in results:
        hosts.setdefault(result.peer, set()).update(result.asked)
    lines = (f"{peer} asked in vain for {', '.join(sorted(h))}." for peer, h in hosts.items() if h)
    return "\n".join(lines)


def _ratio(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def _row(result: Result, ours: Result | None) -> str:
    def cell(of: Callable[[Result], float | None], digits: int) -> str:
        value = of(result)
        if value is None:
            return "-"
        base = of(ours) if ours and ours is not result else None
        return f"{value:,.{digits}f}" + (f" (x {_ratio(value / base)})" if base else "")

    cells = [
        f"{result.rows:,}",
        result.peer,
        cell(lambda r: r.first, 2),
        cell(lambda r: r.again, 2),
        cell(lambda r: median(r.filters) if r.filters else None, 2),
        cell(lambda r: max(r.messages, default=None), 2),
        cell(lambda r: r.browser, 0),
        cell(lambda r: r.server, 0),
        result.outcome,
    ]
    return f"| {' | '.join(cells)} |"
