"""What an assessment is: schemes, evidence, rules and points. Pure: no I/O, no clock, no global state."""
