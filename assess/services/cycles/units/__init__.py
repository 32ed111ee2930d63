"""The units of a cycle: a use case a file."""
