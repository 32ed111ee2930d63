"""What the database holds: one file a subject."""
