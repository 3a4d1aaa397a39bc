"""Literature from and for reference managers: BibTeX, RIS and CSL-JSON."""
