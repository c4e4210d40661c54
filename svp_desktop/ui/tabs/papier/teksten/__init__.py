"""The texts of the papers, for the school to edit."""
