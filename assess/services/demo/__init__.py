"""The main job on made-up data."""
