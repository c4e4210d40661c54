"""Instellingen: the school, its roles, and every list, threshold and term of the plan."""
