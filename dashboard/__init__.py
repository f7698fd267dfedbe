"""Dated conflict records with their claims: on a timeline, on a map and on a slide."""

VERSION = "0.1.0"
APP = f"conflict-dashboard {VERSION}"
