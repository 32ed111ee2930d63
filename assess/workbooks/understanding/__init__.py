"""What a cell that came back says: the value as it is kept, nothing, or why it cannot be taken."""
