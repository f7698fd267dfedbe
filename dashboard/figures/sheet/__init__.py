"""The sheet: timeline, map and caption in one picture, drawn by matplotlib from shared marks."""
