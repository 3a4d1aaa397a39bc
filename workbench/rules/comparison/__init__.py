"""What two to six programmes share and where they differ: pure functions over descriptions."""
