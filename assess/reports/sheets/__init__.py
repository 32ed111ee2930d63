"""Score sheets of units and tables of ranked lists."""
