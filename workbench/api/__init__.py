"""The HTTP routes that live beside the screens."""
