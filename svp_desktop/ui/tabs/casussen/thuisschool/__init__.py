"""The section *Thuis-school* of a casus: six phases, the contact clock and the legal check."""
