"""A numbered menu for whoever would rather not type commands: every point runs the commands that the guide shows."""
