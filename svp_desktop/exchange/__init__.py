"""Files of other programs: bytes in, values out, and back."""
