"""What follows from a description: pure functions from values to values."""
