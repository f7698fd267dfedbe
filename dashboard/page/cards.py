"""Record cards: date as stated, both names, badges, and each side's claims beside the others'."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..events.accounts import accounts
from ..events.counts import count
from ..events.dataset import Dataset, View
from ..events.dates import say_edtf
from ..events.precision import say_precision
from ..figures.text import web_address
from ..figures.theme import Theme, colour_group
from .templates import render


def card(data: Dataset, event_id: str, theme: Theme) -> str:
    """The card of one record as HTML, escaped."""
    event = data.events.loc[[event_id]].to_dict("records")[0]
    return render("card.html", r={**event, **_extra(data, event, theme)})


def _extra(data: Dataset, event: Mapping[Any, Any], theme: Theme) -> dict[str, Any]:
    return {
        "type": data.names["type"].get(event["event_type"], event["event_type"]),
        "dated": say_precision(event["precision"], event["extent"]),
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
    """The accounts of a record, each side with its colour and with addresses safe to link."""
    return [
        {
            "label": account.label,
            "colour": theme.sides[colour_group((account.side,))],
            "claims": [{**asdict(c), "url": web_address(c.url)} for c in account.claims],
        }
        for account in accounts(data, event_id)
    ]


def balance(data: Dataset, view: View, theme: Theme) -> str:
    """How many records of the view have an account of each side, as HTML."""
    found = count(data, view)
    most = max(found.records.values(), default=1)
    rows = [
        {
            "label": data.names["speaker"][side],
            "count": records,
            "share": round(100 * records / most),
            "colour": theme.sides[colour_group((side,))],
        }
        for side, records in found.records.items()
    ]
    return render(
        "balance.html",
        rows=rows,
        shown=found.shown,
        one_sided=found.one_sided,
        contested=found.contested,
    )
