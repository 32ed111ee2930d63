"""A year's evidence: what is known of each unit, how rules see it, and what looks wrong in it."""
