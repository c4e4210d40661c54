"""Reports about the whole school: no names, no small numbers."""
