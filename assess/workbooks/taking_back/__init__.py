"""Takes back what was filled in: finds each value again, whatever was moved, and says what is new about it."""
