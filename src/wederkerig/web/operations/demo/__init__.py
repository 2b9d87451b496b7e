"""The demo: a register with a made-up municipality in it and people to log in as, made anew at each start."""
