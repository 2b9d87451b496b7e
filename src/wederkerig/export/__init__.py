"""Models in, files out."""
