"""The site's settings for tests: nothing of the person who runs them, a fast password hash, mail in memory.

The database is SQLite in memory, or the PostgreSQL that DATABASE_URL names (tools/postgres.sh starts one).
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
for _name in [name for name in os.environ if name.startswith("WEDERKERIG_")]:
    del os.environ[_name]
os.environ["WEDERKERIG_GEGEVENS"] = str(ROOT / "build" / "gegevens")
os.environ["WEDERKERIG_SLEUTEL"] = "een sleutel die alleen voor de tests dient, lang genoeg"

from wederkerig.web.config.settings import *  # noqa: E402, F403  # the environment comes first

# whitenoise warns where the folder is missing, and warnings are errors here
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  # from the site's settings

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# the slow hash is what protects passwords, and not what these tests are about
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# kept by the process: most tests have no business in the database for it
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
