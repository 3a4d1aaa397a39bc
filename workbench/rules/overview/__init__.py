"""All programmes at a glance: what is remembered of each, filters, search, and what is new."""
