"""The handleiding, inside the program."""
