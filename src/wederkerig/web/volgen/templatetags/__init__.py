"""Tags of the pages of the monitor."""
