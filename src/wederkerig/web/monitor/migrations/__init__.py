"""How the tables of the monitor came to be."""
