"""Everything about one child in the order of time."""
