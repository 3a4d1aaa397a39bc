"""A comparison as views in words, for screens and for every format of a file."""
