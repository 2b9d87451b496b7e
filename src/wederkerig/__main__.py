"""`python -m wederkerig` is the command `wederkerig`."""

from wederkerig.cli import main

if __name__ == "__main__":
    main()
