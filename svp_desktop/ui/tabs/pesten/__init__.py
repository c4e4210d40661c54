"""Pestcoördinatie: from the first worry to the child that says that it has stopped."""
