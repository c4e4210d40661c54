"""The page *Nog niet in Esis*."""
