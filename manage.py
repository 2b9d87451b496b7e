#!/usr/bin/env python
"""Django's own commands; the site's are those of `wederkerig`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wederkerig.web.config.settings")
    execute_from_command_line(sys.argv)
