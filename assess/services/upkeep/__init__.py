"""Keeping the office's database well: a use case a file."""
