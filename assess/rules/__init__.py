"""The rule kinds: one file each. Adding a file adds a kind; nothing else changes."""
