"""Rules and values of the plan: pure Python, no I/O, no clock, no Qt, no SQL."""
