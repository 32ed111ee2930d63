"""An outcome in words and as JSON: what terminal, paper and page share."""
