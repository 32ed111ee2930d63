"""From a scheme and a year to the outcome: scoring, grading, what is asked, monitoring, what a reading changes."""
