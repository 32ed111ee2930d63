"""What people enter: the inputs that are asked for, records of achievements and events, values."""
