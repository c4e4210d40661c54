"""The papers of keys and evidence, one module each; all are made in memory and none is kept."""
