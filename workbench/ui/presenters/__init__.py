"""From descriptions to what screens show: pure functions, tested without a browser."""
