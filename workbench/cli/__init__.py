"""The same actions from a terminal: messages on standard error, results on standard output."""
