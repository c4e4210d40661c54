"""Shared components of every screen."""
