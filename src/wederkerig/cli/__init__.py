"""The command `wederkerig`: argument parsing and printing, no logic.

Only click is loaded at once; what a command needs is imported inside it, so that `--help` comes at once.
"""

from wederkerig.cli.app import main

__all__ = ["main"]
