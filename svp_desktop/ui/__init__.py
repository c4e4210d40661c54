"""The window: widgets that ask services."""
