"""The first time: begin, school, password, ready."""
