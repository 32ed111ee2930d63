"""Who is responsible for what: kept, settled and taken back, as a sheet."""
