"""The section *Taken* of a casus."""
