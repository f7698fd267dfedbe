"""The claims of a record, below its form: who says what, and the way to change or add one."""

import streamlit as st

from ...events.own import find
from ...figures.text import markdown_text
from ..templates import render
from .desk import Desk
from .words import label_of
from .work import Work


def draw_claims_of(desk: Desk, work: Work, event: str) -> None:
    """One line a claim of the record `event`."""
    claims = [claim for claim in work.rows["claims"] if claim["event_id"] == event]
    st.html(f'<h3 class="cd-h3">Claims ({len(claims)})</h3>')
    for number, claim in enumerate(claims):
        said, edit = st.columns([6, 1], vertical_alignment="center")
        with said:
            faults = work.faults_of("claims", claim["claim_id"])
            side = find(work.rows, "sides", claim["side"])
            speaker = label_of(work.rows, "actors", claim["speaker"])
            told = {"side": side["label"] if side else claim["side"], "faults": len(faults)}
            st.html(render("edit_claim.html", claim=claim, speaker=speaker, **told))
        with edit:
            row = ("claims", claim["claim_id"], event)
            st.button("Edit", key=desk.widget(f"claim-{number}"), on_click=desk.open_row, args=row,
                      help=f"Edit claim {markdown_text(claim['claim_id'])}")  # fmt: skip
    st.button("Add a claim", key=desk.widget("add-claim"), on_click=desk.begin_row,
              args=("claims", event), kwargs={"event_id": event})  # fmt: skip
