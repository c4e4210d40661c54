"""The page *Inzicht*: what the register tells, and prevention."""
