"""A cycle on sheets to be filled in: out, and back."""
