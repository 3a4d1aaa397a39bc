"""What advisors see of all programmes together, as views: on a screen, in a file, in a terminal."""
