"""One module a form of paper: letter, child's letter, worksheet, card, preparation sheet."""
