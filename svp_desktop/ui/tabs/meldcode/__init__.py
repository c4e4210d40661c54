"""The meldcode dossiers: list, dossier with its five steps, and the forms of what is recorded in it."""
