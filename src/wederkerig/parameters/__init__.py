"""Dated national figures as data: a name and a date in, a value with its source out."""
