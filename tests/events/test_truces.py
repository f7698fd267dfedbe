"""Truces: their hour of effect, and the first breach that each side alleges."""

import pandas as pd

from dashboard.events.dataset import Dataset
from dashboard.events.truces import truces


def at(text: str) -> pd.Timestamp:
    return pd.Timestamp(f"2020-{text}")


def test_each_side_alleges_its_first_breach(dataset: Dataset) -> None:
    table = dataset.truces.set_index("event_id")
    found = {
        event_id: [(side, clock) for side, clock, _ in table.loc[event_id, "breaches"]]
        for event_id in table.index
    }
    assert found == {
        "first-truce-2020-10-10": [
            ("azerbaijan", at("10-10 12:00")),
            ("armenia", at("10-10 12:05")),
        ],
        "second-truce-2020-10-18": [
            ("azerbaijan", at("10-18 00:02")),
            ("armenia", at("10-18 00:04")),
        ],
        "third-truce-2020-10-26": [
            ("azerbaijan", at("10-26 08:05")),
            ("armenia", at("10-26 08:45")),
        ],
        "trilateral-statement-2020-11-10": [],
    }
    firsts = [at("10-10 12:00"), at("10-18 00:02"), at("10-26 08:05")]
    assert table["held_until"].iloc[:3].tolist() == firsts
    assert pd.isna(table["held_until"].iloc[3])


def test_a_truce_without_an_hour_has_no_window(dataset: Dataset) -> None:
    ceasefires = dataset.events[dataset.events["event_type"] == "ceasefire"]
    without = set(ceasefires.index) - set(dataset.truces["event_id"])
    assert without == {"bishkek-protocol-1994", "ceasefire-1994"}


def test_a_later_claim_and_one_without_an_hour_are_not_the_first(dataset: Dataset) -> None:
    events = pd.DataFrame(
        [
            ("truce", "A truce", "ceasefire", at("10-10 12:00"), ""),
            ("alleged", "Breaches", "breach", pd.NaT, "truce"),
            ("other", "Other breaches", "breach", pd.NaT, "another-truce"),
            ("readout", "A readout", "statement", pd.NaT, "truce"),
        ],
        columns=["event_id", "title", "event_type", "clock", "about"],
    )
    claims = pd.DataFrame(
        [
            ("alleged", "armenia", "2020-10-10T13:00:00+04:00", "later"),
            ("alleged", "armenia", "2020-10-10T12:30:00+04:00", "first"),
            ("alleged", "armenia", "2020-10-10", "no hour"),
            ("alleged", "russia", "", "no date"),
            ("other", "azerbaijan", "2020-10-10T12:01:00+04:00", "another truce"),
            ("readout", "un", "2020-10-10T12:02:00+04:00", "not a breach"),
        ],
        columns=["event_id", "side", "event_date", "statement"],
    )
    (row,) = truces(events, claims).to_dict("records")
    assert row["breaches"] == (("armenia", at("10-10 12:30"), "first"),)
    assert (row["begins"], row["held_until"]) == (at("10-10 12:00"), at("10-10 12:30"))
