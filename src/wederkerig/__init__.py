"""Reads Dutch housing performance agreements (prestatieafspraken) as data that points to its source."""

__version__ = "0.1.0"
