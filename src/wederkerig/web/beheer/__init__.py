"""The pages of those who work with the site: their desk, their organisation, what happened."""
