"""The section Mensen of the casus page."""
