"""SVP Desktop: a school carries out its sociaal veiligheidsplan, offline."""

__version__ = "0.1.0"
