"""Record cards: date as stated, both names, badges, and each side's claims beside the others'."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..events.dataset import Dataset, View
from ..events.dates import read_date, say_span
from ..figures.text import web_address
from ..figures.theme import Theme, colour_group
from .templates import render

_DATED = {
    "minute": "dated to the minute",
    "day": "dated to the day",
    "days": "dated to a few days",
    "month": "dated to the month",
    "year": "dated to the year",
    "decade": "dated to the decade",
    "unknown": "date not known",
}


def card(data: Dataset, event_id: str, theme: Theme) -> str:
    """The card of one record as HTML, escaped."""
    event = data.events.loc[[event_id]].to_dict("records")[0]
    return render("card.html", r={**event, **_extra(data, event, theme)})


def _extra(data: Dataset, event: Mapping[Any, Any], theme: Theme) -> dict[str, Any]:
    doubt = "some time within" if event["extent"] == "moment" else "throughout"
    wide = event["precision"] not in ("minute", "day")
    return {
        "type": data.names["type"].get(event["event_type"], event["event_type"]),
        "dated": _DATED[event["precision"]] + (f", {doubt}" if wide else ""),
        "said": say_edtf(event["said"]),
        "places": _places(data, event["places"]),
        "claims": _claims(data, event["event_id"], theme),
    }


def _places(data: Dataset, ids: tuple[str, ...]) -> list[dict[str, str]]:
    """Label (both names in Latin letters), the names in their own scripts, and the precision."""
    places = data.tables.places.set_index("place_id").loc[list(ids)]
    return [
        {
            "label": label,
            "other": " / ".join(n for n in (az, hy) if n and n not in label),
            "precision": "" if precision in ("exact", "") else f"{precision} level",
        }
        for label, az, hy, precision in places[
            ["label", "name_az", "name_hy", "place_precision"]
        ].itertuples(index=False)
    ]


def _claims(data: Dataset, event_id: str, theme: Theme) -> list[dict[str, Any]]:
    """The claims of a record grouped by side, in the order of sides.csv."""
    claims = data.tables.claims[data.tables.claims["event_id"] == event_id]
    sources = data.tables.sources.set_index("source_id")
    order = list(data.names["speaker"])
    groups = sorted(claims.groupby("side"), key=lambda g: order.index(str(g[0])))
    return [
        {
            "label": data.names["speaker"][str(side)],
            "colour": theme.sides[colour_group((str(side),))],
            "claims": [_claim(c, data, sources) for c in group.to_dict("records")],
        }
        for side, group in groups
    ]


def _claim(claim: Mapping[Any, Any], data: Dataset, sources: pd.DataFrame) -> dict[str, Any]:
    source = sources.loc[claim["source_id"]]
    dated = say_edtf(source["date"])
    return {
        "statement": claim["statement"],
        "speaker": data.actors.name.get(claim["speaker"], claim["speaker"]),
        "said": say_edtf(claim["said"]),
        "event_date": say_edtf(claim["event_date"]),
        "contested": claim["contested"] == "yes",
        "source": f"{source['publisher']}, {dated or 'undated'}",
        "url": web_address(source["url"]),
    }


def say_edtf(text: str) -> str:
    """An EDTF date in words; "" if it is empty or says only that it is not known."""
    span = read_date(text)
    return "" if span.precision == "unknown" else say_span(span)


def balance(data: Dataset, view: View, theme: Theme) -> str:
    """How many records of the view have an account of each side, as HTML."""
    events = view.events
    counts = events["sides"].explode().value_counts()
    most = max(int(counts.max()), 1) if len(counts) else 1
    rows = [
        {
            "label": label,
            "count": int(counts[side]),
            "share": round(100 * int(counts[side]) / most),
            "colour": theme.sides[colour_group((side,))],
        }
        for side, label in data.names["speaker"].items()
        if side in counts
    ]
    return render(
        "balance.html",
        rows=rows,
        shown=len(events),
        one_sided=int((events["sides"].map(len) == 1).sum()),
        contested=int(events["contested"].sum()),
    )
