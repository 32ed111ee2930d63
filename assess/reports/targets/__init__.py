"""The papers of target tables: the table itself, self-evaluations, half-year sheets, one-page summaries."""
