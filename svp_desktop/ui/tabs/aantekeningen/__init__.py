"""Dossiers with notes: Meldcode-dossier, and Vertrouwelijk."""
