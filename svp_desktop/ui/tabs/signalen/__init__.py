"""Signals and scaling up: what is due, the record of an overleg, and points for the agenda (demands 35-38)."""
