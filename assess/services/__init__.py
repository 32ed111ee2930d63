"""Use cases, one a file: what the office does with schemes and evidence. No terminal and no HTML here."""
