"""What the register does, as plain functions in the order of the story."""
