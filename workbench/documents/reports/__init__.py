"""One module per report: from what the rules say of a description to the blocks of a `Report`."""
