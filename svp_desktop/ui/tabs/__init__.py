"""One package a tab; tabs do not know each other."""
