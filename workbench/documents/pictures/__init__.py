"""Pictures of a programme as SVG, each with the same content as tables and as a nested list."""
