"""The command line: what a person types, what he sees, and how it ends."""
