"""The page *Reservekopieën*."""
