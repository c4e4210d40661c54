"""Papers: plain values in, PDF bytes out."""
