"""The ceasefires in words: what the fragments of the page show, each claim with its source."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from ...events.accounts import accounts as accounts_of
from ...events.breaches import broker_words
from ...events.dataset import Dataset, View
from ...figures.breaches_axis import say_hour, say_start
from ...figures.text import web_address
from ...figures.theme import Theme, colour_group
from ..templates import render


def truce_cards(
    data: Dataset, truces: pd.DataFrame, accounts: pd.DataFrame, theme: Theme
) -> list[dict[str, Any]]:
    """One entry a ceasefire: its start, who brokered it, and each account of its breach."""
    return [
        {
            "title": truce["title"],
            "begins": say_start(truce["local"], truce["utc"]),
            "broker": broker_words(truce["note"]),
            "beside": _third_parties(data, truce["actors"], accounts),
            "told": _claims(data, truce["event_id"], theme),
            "accounts": _accounts(data, accounts[accounts["truce"] == truce["event_id"]], theme),
        }
        for truce in truces.to_dict("records")
    ]


def article_card(
    data: Dataset, truces: pd.DataFrame, accounts: pd.DataFrame, said: pd.DataFrame, theme: Theme
) -> str:
    """What the article says of all truces, beside what is counted in their accounts, as HTML."""
    labels = data.names["speaker"]
    by_side = accounts["side"].value_counts()
    dated = accounts[accounts["minutes"].notna()].groupby("side")["truce"].nunique()
    return render(
        "ceasefires_article.html",
        claims=[
            claim
            for event_id in said["event_id"].unique()
            for claim in _claims(data, event_id, theme)
            if claim["claim_id"] in set(said["claim_id"])
        ],
        truces=len(truces),
        accounts=len(accounts),
        by_side=[(labels[s], int(by_side[s])) for s in labels if s in by_side],
        dated=[(labels[s], int(dated[s])) for s in labels if s in dated],
    )


def rest(view: View, shown: pd.DataFrame) -> dict[str, list[str]]:
    """The ceasefires of the view that have no axis: `silent`, as no record tells of a breach;
    `undated`, as their record states no hour."""
    others = view.events[
        (view.events["event_type"] == "ceasefire")
        & ~view.events["event_id"].isin(shown["event_id"])
    ]
    words = others["title"] + " (" + others["date_label"] + ")"
    return {
        "silent": list(words[others["clock"].notna()]),
        "undated": list(words[others["clock"].isna()]),
    }


def _third_parties(data: Dataset, actors: tuple[str, ...], accounts: pd.DataFrame) -> list[str]:
    """Those that a record names beside the sides that tell of a breach."""
    parties = set(accounts["side"])
    return [data.actors.name[a] for a in actors
            if data.actors.side[data.actors.root(a)] not in parties]  # fmt: skip


def _claims(data: Dataset, event_id: str, theme: Theme) -> list[dict[str, Any]]:
    """The claims of a record with their side's label and colour, and an address safe to link."""
    return [
        {
            **asdict(claim),
            "url": web_address(claim.url),
            "side": account.label,
            "colour": theme.sides[colour_group((account.side,))],
        }
        for account in accounts_of(data, event_id)
        for claim in account.claims
    ]


def _accounts(data: Dataset, rows: pd.DataFrame, theme: Theme) -> list[dict[str, Any]]:
    claims = {
        claim["claim_id"]: claim
        for event_id in rows["event_id"].unique()
        for claim in _claims(data, event_id, theme)
    }
    return [{**claims[row["claim_id"]], "when": _when(row)} for row in rows.to_dict("records")]


def _when(row: Mapping[Any, Any]) -> str:
    """The hour on both clocks and after the start: "00:02 local = 17 Oct, 20:02 UTC · 2 minutes
    after the start"; "no hour given" without one."""
    local, utc = row["local"], row["utc"]
    if pd.isna(local):
        return "no hour given"
    clocks = say_start(local, utc).split(", ", 1)[1]
    if row["at_earliest"]:
        return f"{say_hour(local, True)} ({clocks})"
    minutes = round(row["minutes"])
    before = "before" if minutes < 0 else "after"
    unit = "minute" if abs(minutes) == 1 else "minutes"
    return f"{clocks} · {abs(minutes)} {unit} {before} the start"
