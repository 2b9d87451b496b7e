"""Word documents: the clean document, and the changes between two versions as tracked changes."""
