"""The verbs of the program: open a transaction, apply the domain, return an Outcome."""
