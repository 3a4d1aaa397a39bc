"""Descriptions as documents: values in, bytes out, never a path."""
