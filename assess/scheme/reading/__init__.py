"""From a plain tree to a checked, frozen scheme; every mistake is collected with its place."""
