"""The register of persons: lists, forms and the import of pupils."""
