"""The monitor: norms as the parties settled them, their figures, dwellings, projects and reports."""
