"""One module a view: an outcome or a scheme as lines, tables and files."""
