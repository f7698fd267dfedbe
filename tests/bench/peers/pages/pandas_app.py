"""The page that somebody would write instead: px.scatter and st.map on the filtered frame."""

import os
from datetime import date

import pandas as pd
import plotly.express as px
import streamlit as st

st.set_page_config(layout="wide")


@st.cache_data
def read(file: str) -> pd.DataFrame:
    """The whole file, once for all visitors."""
    return pd.read_csv(file, parse_dates=["date_start", "date_end"], low_memory=False)


events = read(os.environ["EVENTS_FILE"])
left, right = st.columns(2)
begin, end = date(1989, 1, 1), date(2024, 12, 31)
first = left.date_input("From", begin, min_value=begin, max_value=end)
last = right.date_input("To", end, min_value=begin, max_value=end)
days = events["date_start"]
shown = events[(days >= pd.Timestamp(first)) & (days <= pd.Timestamp(last))]
st.markdown(f"{len(shown)} of {len(events)} records")
left, right = st.columns(2)
chart = px.scatter(shown, x="date_start", y="region", color="type_of_violence",
                   hover_name="conflict_name")  # fmt: skip
left.plotly_chart(chart)
right.map(shown[["latitude", "longitude"]])
