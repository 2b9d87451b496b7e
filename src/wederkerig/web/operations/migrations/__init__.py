"""Changes to the tables of running the site."""
