"""3. What leaves the screen: fonts, base map, formats, and the provenance each file carries."""
