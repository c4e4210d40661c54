"""The dossier of a child for inzage: who asks, looking at every piece, and the paper."""
