"""Nouns of the field as values: the description, its template, findings and people."""
