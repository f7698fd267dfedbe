"""Text alternatives of the figures of counts: how many, when and where most."""

from collections.abc import Mapping

import pandas as pd

from .words import say_bin, say_box, say_count

LISTED = 3  # squares of a map that are named


def alt_count_timeline(bins: pd.DataFrame, unit: str, lanes: Mapping[str, str], words: str) -> str:
    """What the timeline shows: the filter's `words`, each lane's records, when most, and how many
    are dated less precisely than one `unit`. Arguments as for `count_timeline`."""
    if bins.empty:
        return f"Timeline of counts with no records: {words}."
    totals = bins.groupby("lane")["count"].sum()
    told = [f"{label} {totals[lane]:,}" for lane, label in lanes.items() if lane in totals.index]
    by_lane = f", by lane: {', '.join(told)}" if told else ""
    sure, wide = bins[~bins["wide"]], bins[bins["wide"]]
    busy = ""
    if len(sure):
        per_bin = sure.groupby(["start", "end"], as_index=False)["count"].sum()
        top = per_bin.loc[per_bin["count"].idxmax()]
        when = say_bin(top["start"], top["end"], unit)
        busy = f" Most in one {unit}: {say_count(int(top['count']))} in {when}."
    spans = int(wide.loc[wide["extent"] != "period", "count"].sum())
    doubt = f" Dated across more than one {unit}: {spans:,}." if spans else ""
    return (
        f"Timeline of counts: {words}. {say_count(int(totals.sum()))}{by_lane}.{busy}{doubt}"
        " The table below lists all of them."
    )


def alt_count_map(cells: pd.DataFrame, rough: pd.DataFrame, words: str, off_map: int) -> str:
    """What the map shows: the filter's `words`, where most (the top cells), how many are known
    only to an area, and how many are `off_map`. Tables as for `webgl_counts`."""
    placed, around = int(cells["count"].sum()), int(rough["count"].sum())
    if not placed and not around:
        return f"Map of counts with no records: {words}."
    top = cells.nlargest(LISTED, "count")[["west", "south", "east", "north", "count"]]
    listed = "; ".join(
        f"{say_count(int(n))} at {say_box(*box)}" for *box, n in top.itertuples(index=False)
    )
    most = f" Most in one square: {listed}." if listed else ""
    return (
        f"Map of counts: {words}. {say_count(placed)} in {len(cells):,} squares, {around:,} known "
        f"only to a district or a larger area.{most} {off_map:,} records are not on the map. "
        "The table below lists all of them."
    )
