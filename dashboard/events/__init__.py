"""Stage 1: tables in, tables out. Knows nothing of charts or pages."""
