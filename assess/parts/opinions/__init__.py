"""What people say of a unit: their ballots and their marks, counted, read and put into words."""
