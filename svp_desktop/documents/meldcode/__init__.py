"""The papers of a meldcode dossier (demands 121-131)."""
