"""From a plain tree to a year's checked evidence; every mistake is collected with its place."""
