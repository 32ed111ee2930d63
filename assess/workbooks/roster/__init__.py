"""An office's own list of its units, under its own headings: which column says what, which row is a unit."""
