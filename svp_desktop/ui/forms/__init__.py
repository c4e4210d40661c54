"""Generated from the .ui files; never edited by hand."""
