"""The section Gesprekken of the casus page."""
