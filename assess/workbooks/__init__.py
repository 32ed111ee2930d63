"""A year's values on sheets to be filled in: which sheets there are, what stands where, and what came back."""
