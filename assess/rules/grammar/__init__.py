"""What the rule kinds share: bands, conditions, the forms of a deduction, wording, checks of parameters."""
