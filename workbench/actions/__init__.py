"""What a person can do; the only door to the store."""
