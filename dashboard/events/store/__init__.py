"""Records too many for a table in memory: one `events` table in an engine, asked by queries."""
