"""An office's database: what is entered comes in and goes out as plain trees."""
