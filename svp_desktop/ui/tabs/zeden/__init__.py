"""Zedenmisdrijf: what to do now, the record of it, and for its holders what was recorded (WPO art. 4a)."""
