"""The way in for a web server."""

import os

from django.core.wsgi import get_wsgi_application

os.umask(0o077)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wederkerig.web.config.settings")
application = get_wsgi_application()
