"""From results to paper: HTML and PDF. The only importer of Jinja2 and WeasyPrint."""
