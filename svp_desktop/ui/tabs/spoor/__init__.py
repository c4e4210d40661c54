"""The page *Wie deed wat*."""
