"""A deck of slides of a view: text, numbers, timeline and tables that can be edited."""

from .assemble import deck

__all__ = ["deck"]
