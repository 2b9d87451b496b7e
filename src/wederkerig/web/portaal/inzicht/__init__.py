"""What the public pages tell of agreements: pure functions from a version of them to what is shown."""
