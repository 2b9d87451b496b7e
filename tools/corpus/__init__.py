"""Reads all documents at hand with this tree and an earlier release, and says what was gained and lost."""
