"""Vertrouwelijk: the private dossiers of a vertrouwenspersoon and what is around them."""
