"""How the program writes: files appear whole or not at all, whatever happens meanwhile."""
