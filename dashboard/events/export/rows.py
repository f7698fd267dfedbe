"""The rows of a view in exchange form: records, and their claims beside them."""

import pandas as pd

from ..citations import cite
from ..dataset import Dataset, View

COLUMNS = [
    "event_id", "layer", "date", "date_label", "earliest", "latest", "extent", "precision",
    "title", "summary", "event_type", "actors", "sides", "place_label", "latitude", "longitude",
    "place_precision", "contested", "sources", "url", "note",
]  # fmt: skip


def records(view: View) -> pd.DataFrame:
    """The view's rows in exchange form: days as ISO text, lists joined by ";", unknown empty."""
    table = view.events[COLUMNS].copy()
    for column in ("earliest", "latest"):
        table[column] = table[column].dt.strftime("%Y-%m-%d")
    for column in ("actors", "sides", "sources"):
        table[column] = table[column].map(";".join)
    contested = table["contested"].map({True: "yes", False: "no"})
    # Imported records (with no layer) do not say that nobody contests them.
    table["contested"] = contested.mask((table["layer"] == "") & (contested == "no"), "")
    return table.reset_index(drop=True)


def claims(view: View, dataset: Dataset) -> pd.DataFrame:
    """The claims of the view's records, in their order: all columns of claims.csv, the name of the
    speaker, and the source's publisher, title, date and address."""
    order = {event_id: i for i, event_id in enumerate(view.events["event_id"])}
    told = dataset.tables.claims[dataset.tables.claims["event_id"].isin(list(order))]
    told = told.assign(
        place=told["event_id"].map(order),
        speaker_name=told["speaker"].map(lambda a: dataset.actors.name.get(a, a)),
    ).sort_values("place", kind="stable")
    sources = dataset.tables.sources[["source_id", "publisher", "title", "date", "url"]]
    sources = sources.rename(columns={c: f"source_{c}" for c in sources.columns[1:]})
    return told.drop(columns="place").merge(sources, on="source_id", how="left")


def sources(view: View, dataset: Dataset) -> pd.DataFrame:
    """The sources of the view's records, in the order of the numbers that pictures give them."""
    cited = cite(dataset, view).sources
    table = dataset.tables.sources.set_index("source_id", drop=False)
    return table.loc[[c.source_id for c in cited]].reset_index(drop=True)


def plain_rows(table: pd.DataFrame) -> list[dict[str, object]]:
    """The rows as dicts, None for what is not known."""
    plain = table.astype(object)
    return plain.where(plain.notna(), None).to_dict("records")  # type: ignore[return-value]
