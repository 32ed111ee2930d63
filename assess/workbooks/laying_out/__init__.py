"""Lays a slice of a year out as sheets: which there are, what stands where, in the order of the document."""
