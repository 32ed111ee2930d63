"""What knows no word of assessment: exact numbers, places, plain trees, edges, expressions, days, hashes, addresses."""
