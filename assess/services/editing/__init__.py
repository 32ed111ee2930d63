"""Changes of a scheme carried out in the texts of its files."""
