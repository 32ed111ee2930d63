"""The office's database: a use case a file."""
