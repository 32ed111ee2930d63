"""A scheme as the engine sees it, and how it is read."""
