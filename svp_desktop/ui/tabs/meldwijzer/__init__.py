"""Meldwijzer: what is reported where."""
