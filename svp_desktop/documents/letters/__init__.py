"""One module a letter."""
