"""Next year's scheme: what is carried over, what an office changes in a workbook, and what that means in words."""
