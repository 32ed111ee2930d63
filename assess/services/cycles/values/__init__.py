"""Single values of a cycle by the words that people have for them: a use case a file."""
