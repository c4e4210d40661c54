"""Lopende casussen: the list, the page of a casus with its ladder and timeline, and the forms."""
