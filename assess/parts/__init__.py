"""The parts of the total: ballots, leaders' marks, spending of a budget."""
