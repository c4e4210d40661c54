"""The composer of papers: blocks at the left, the very page in the middle, guards and printing at the right."""
