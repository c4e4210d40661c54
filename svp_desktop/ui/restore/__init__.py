"""Putting a backup back, before unlocking."""
