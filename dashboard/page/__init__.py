"""Stage 3: the only place with Streamlit: caching, widgets, layout."""
