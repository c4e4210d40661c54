"""Vandaag: what is late, what is due, what was not finished."""
