"""What those who work with the site can do."""
