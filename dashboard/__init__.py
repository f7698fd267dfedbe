"""Dated conflict records with their claims: on a timeline, on a map and on a slide."""

__version__ = "0.1.0"
