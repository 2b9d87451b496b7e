"""The pages of the monitor: figures that are due, lists of dwellings, projects, dashboards and reports."""
