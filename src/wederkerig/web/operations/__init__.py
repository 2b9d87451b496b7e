"""Running the site: processes, workers, copies, the demo. No other app of the site knows this one."""
