"""Starts the dashboard: `streamlit run app.py`, or `app:app` under an ASGI server.

The page itself is dashboard/page/main.py. The map's boundaries are served from geo/ by this
process, so that the browser asks nobody else for them; dashboard/page/guard stands before all.
"""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from dashboard.page.guard import guard, prepare, read_settings
from dashboard.page.warm import warm

HERE = Path(__file__).parent

prepare()
warm()
app = st.App(
    HERE / "dashboard" / "page" / "main.py",
    routes=[Mount("/geo", StaticFiles(directory=HERE / "geo"), name="geo")],
    middleware=guard(read_settings()),
)
