"""Settings, all from the environment; what each is for stands in docs/beheer.md.

Without any variable this is a site for one's own computer: SQLite in the folder `gegevens` and a key that
is made once. With WEDERKERIG_PRODUCTIE=1 nothing unsafe is accepted: see config/checks.py.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from wederkerig.web.config import inlog, omgeving
from wederkerig.web.config.logboek import logging_settings

WEB = Path(__file__).resolve().parent.parent
GEGEVENS = Path(omgeving.words("GEGEVENS", "gegevens")).resolve()
PRODUCTIE = omgeving.flag("PRODUCTIE")
DEMO = omgeving.flag("DEMO")

# --- Django --------------------------------------------------------------------------------------

DEBUG = omgeving.flag("DEBUG") and not PRODUCTIE
SECRET_KEY = omgeving.secret_key(GEGEVENS, production=PRODUCTIE)
# Keys that were in use before, the last first: what was signed or encrypted with them is still good.
SECRET_KEY_FALLBACKS = omgeving.names("SLEUTEL_OUD")
ALLOWED_HOSTS = omgeving.names("ADRESSEN", "" if PRODUCTIE else "localhost,127.0.0.1,[::1],testserver")
# Where links in mail lead to.
_first = f"https://{ALLOWED_HOSTS[0]}" if PRODUCTIE and ALLOWED_HOSTS else ""
ADRES = omgeving.words("ADRES", _first).rstrip("/")
ROOT_URLCONF = "wederkerig.web.config.urls"
WSGI_APPLICATION = "wederkerig.web.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "wederkerig.web.config.apps.ConfigConfig",
    "wederkerig.web.accounts",
    "wederkerig.web.register",
    "wederkerig.web.monitor",
    "wederkerig.web.portaal",
    "wederkerig.web.inbrengen",
    "wederkerig.web.beheer",
    "wederkerig.web.volgen",
    "wederkerig.web.vormgeving",
    "wederkerig.web.operations",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "wederkerig.web.config.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "wederkerig.web.config.grenzen.Grenzen",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wederkerig.web.config.grenzen.NietBewaren",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wederkerig.web.config.middleware.AnderePagina",
    "wederkerig.web.rechten.middleware.Poort",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wederkerig.web.vormgeving.context.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data ----------------------------------------------------------------------------------------

DATABASES = {"default": omgeving.database(GEGEVENS)}

# What is counted to slow down guessing is shared by all processes; migrations make the table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "onthouden",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Jobs stand in the database: they are made in the transaction that needs them, and any machine may do them.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# After how many seconds of silence a worker is held to be dead, and its work goes to another.
WERKER_GEDULD = omgeving.number("WERKER_GEDULD", 60)

# --- files ---------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(omgeving.words("STATIC", str(GEGEVENS / "static")))
# Whether static files are gathered and compressed in one place first, or served from where they are.
STATIC_VERZAMELD = PRODUCTIE or DEMO
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_VERZAMELD
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# looked for when asked for, and not all at the start: a change shows at once, and tests start quickly
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not STATIC_VERZAMELD
# The largest upload in bytes; agreements with many photographs reach 50 MB.
GROOTSTE_BESTAND = omgeving.number("GROOTSTE_BESTAND", 60_000_000)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # what is not a file
FILE_UPLOAD_HANDLERS = ["wederkerig.web.config.grenzen.GeenBestand"]  # a view that takes files says how
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# How long a file may be read, in seconds, and with how much memory, in bytes; it is done in a process apart.
LEZEN_SECONDEN = omgeving.number("LEZEN_SECONDEN", 120)
LEZEN_GEHEUGEN = omgeving.number("LEZEN_GEHEUGEN", 2_000_000_000)
# A list of dwellings is larger than a document: 300,000 rows of 40 columns take some 90 MB as CSV.
GROOTSTE_LIJST = omgeving.number("GROOTSTE_LIJST", 150_000_000)
LIJST_SECONDEN = omgeving.number("LIJST_SECONDEN", 300)
LIJST_GEHEUGEN = omgeving.number("LIJST_GEHEUGEN", 3_000_000_000)

# --- language ------------------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTIE
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- people --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "wederkerig.web.accounts.wachtwoord.Wachtwoord"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "werk"
LOGOUT_REDIRECT_URL = "portaal"
ACCOUNT_ADAPTER = "wederkerig.web.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "wederkerig.web.accounts.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # the answer is the same; nobody gets mail that he did not ask for
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTIE else "http"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# How often one may try: per address on the internet (ip) and per account (key).
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,100/h/ip,5/5m/key",
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
}
# The address somebody comes from is what the nearest of so many proxies says; without a proxy, nobody's word.
ALLAUTH_TRUSTED_PROXY_COUNT = omgeving.number("PROXIES", 1) if omgeving.flag("ACHTER_PROXY") else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# Encrypts what makes the codes with a key that follows from SECRET_KEY (accounts/geheim.py): where that is
# lost, or changed without WEDERKERIG_SLEUTEL_OUD, everybody sets up a second step anew.
MFA_ADAPTER = "wederkerig.web.accounts.geheim.MFAAdapter"
MFA_TOTP_ISSUER = "Wederkerig"
MFA_FORMS = {
    "add_webauthn": "wederkerig.web.accounts.sleutels.SleutelForm",
    "reauthenticate_webauthn": "wederkerig.web.accounts.sleutels.SleutelBewijsForm",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTIE
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": inlog.openid_apps(omgeving.words("OIDC"))}
}

# --- safety --------------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTIE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = PRODUCTIE
SECURE_REDIRECT_EXEMPT = [r"^gezond$", r"^gereed$"]  # what watches over the site asks from close by
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTIE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
if omgeving.flag("ACHTER_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = omgeving.names("HERKOMSTEN")
CSRF_FAILURE_VIEW = "wederkerig.web.vormgeving.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        # logging in at an organisation is a form that leads there
        "form-action": [SELF, *inlog.origins(omgeving.words("OIDC"))],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

# --- mail, log, look -----------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = SERVER_EMAIL = omgeving.words("AFZENDER", "wederkerig@localhost")
# Without a mail server mail is shown where the site was started; in production that is a log, with names.
_mail = "smtp" if omgeving.words("MAIL") else "dummy" if PRODUCTIE else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{_mail}.EmailBackend"
EMAIL_HOST = omgeving.words("MAIL", "localhost")
EMAIL_PORT = omgeving.number("MAIL_POORT", 25)
EMAIL_HOST_USER = omgeving.words("MAIL_GEBRUIKER")
EMAIL_HOST_PASSWORD = omgeving.words("MAIL_WACHTWOORD")
EMAIL_USE_TLS = omgeving.flag("MAIL_TLS")
LOGGING = logging_settings(omgeving.one_of("LOGNIVEAU", "INFO", "WARNING", "ERROR", "DEBUG"))
# The name of the site, and the style sheet (in static/) with the tokens of its look.
SITE_NAAM = omgeving.words("NAAM", "Wederkerig")
THEMA = omgeving.words("THEMA", "vormgeving/thema/wederkerig.css")
