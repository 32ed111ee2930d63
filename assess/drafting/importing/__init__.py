"""Reads an office's own target table, cell by cell, into the files of a scheme, with every doubt."""
