"""Data sets as the page opens them: the curated records, imported ones, and engines elsewhere."""
