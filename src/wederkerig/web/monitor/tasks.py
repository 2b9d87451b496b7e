"""Work of the monitor that is done in the background. Each job may be done twice without harm."""
