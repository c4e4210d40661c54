"""The page *Mijn account*."""
