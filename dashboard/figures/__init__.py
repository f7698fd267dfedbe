"""Stage 2: tables in, figure out. Reads no file, no clock and no session."""
