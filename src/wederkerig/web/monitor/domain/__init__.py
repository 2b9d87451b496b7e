"""What the monitor does, as functions in the order of the story."""
