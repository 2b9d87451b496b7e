"""People and their organisations: who somebody is, and for whom."""
