"""Schemes as work in progress: checks, comparing, renewing, importing. It interprets grids and reads no file."""
