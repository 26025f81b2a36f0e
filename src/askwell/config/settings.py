"""All settings, from the environment (documented in docs/running.md). One file for laptop and hosted use."""

import os
import secrets
import zoneinfo
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from platformdirs import user_data_path

from askwell.config.signing_in import *  # noqa: F403 # a settings module is a namespace

# Zone rules come from the pinned tzdata package: the system's may be older (Debian 12: Vancouver, 2026).
zoneinfo.reset_tzpath(to=[])


def flag(name: str) -> bool:
    """Whether the environment variable is switched on."""
    return os.environ.get(name, "") not in ("", "0", "false", "no")


def database(url: str) -> dict[str, object]:
    """Django's settings for `sqlite:///PATH` or `postgresql://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # mapped into memory, a search among a million reads pages without copying them: a fifth less time
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=2147418112;",
            },
        }
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": 5, **dict(parse_qsl(parts.query))},  # sslmode=verify-full and the like
            # a pool gives each transaction any of its connections: nothing may stay open from one to the next
            "DISABLE_SERVER_SIDE_CURSORS": flag("ASKWELL_DATABASE_POOLED"),
        }
    raise ImproperlyConfigured(f"ASKWELL_DATABASE: {parts.scheme!r} is neither sqlite nor postgresql")


def local_secret(path: Path) -> str:
    """This laptop's own secret, made at the first start and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


HOSTED = flag("ASKWELL_HOSTED")
DEBUG = flag("ASKWELL_DEBUG")
DATA_DIR = Path(os.environ.get("ASKWELL_DATA") or user_data_path("askwell", appauthor=False))
DATABASES = {"default": database(os.environ.get("ASKWELL_DATABASE") or f"sqlite://{DATA_DIR / 'askwell.sqlite3'}")}
# Whether the database was given its keys by `askwell shard`: then every query names its workspace.
SHARDED = flag("ASKWELL_SHARDED")

SECRET_KEY = os.environ.get("ASKWELL_SECRET_KEY", "")
ALLOWED_HOSTS = [host for host in os.environ.get("ASKWELL_ALLOWED_HOSTS", "").split(",") if host]
if HOSTED and len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("ASKWELL_HOSTED is on: set ASKWELL_SECRET_KEY to at least 32 random characters.")
if HOSTED and DEBUG:
    raise ImproperlyConfigured("ASKWELL_HOSTED is on: ASKWELL_DEBUG would show every visitor what lies in memory.")
if HOSTED and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ASKWELL_HOSTED is on: set ASKWELL_ALLOWED_HOSTS to your host names.")
if not HOSTED:
    SECRET_KEY = SECRET_KEY or local_secret(DATA_DIR / "secret.key")
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

# Keys that were before: what they sealed still opens, nothing is sealed with them.
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("ASKWELL_OLD_SECRET_KEYS", "").split(",") if key]

# Whether recordings may be written down here, where the extra `speech` is installed.
SPEECH = "ASKWELL_SPEECH" not in os.environ or flag("ASKWELL_SPEECH")

# Passwords of mailboxes are encrypted with the first of these, and read with any; see outreach/actions/mail/secrets.py.
MAIL_KEYS = [key for key in os.environ.get("ASKWELL_SECRET_KEYS", "").split(",") if key]
MAIL_KEY_FILE = DATA_DIR / "secrets.key"
ERASED_FILE = DATA_DIR / "erased.jsonl"
# Whoever runs Askwell may have told a provider of it; then its users sign in there instead of giving a password.
MAIL_CLIENT_SECRETS = {
    name: (os.environ[f"ASKWELL_{name.upper()}_ID"], os.environ.get(f"ASKWELL_{name.upper()}_SECRET", ""))
    for name in ("google", "microsoft")
    if os.environ.get(f"ASKWELL_{name.upper()}_ID")
}
# In whose name a programme's mail goes out, and where their readers stop it; see docs/running.md.
PROGRAMME_NAME = os.environ.get("ASKWELL_PROGRAMME_NAME", "").strip()
PROGRAMME_ADDRESS = [
    line.strip() for line in os.environ.get("ASKWELL_PROGRAMME_ADDRESS", "").split("|") if line.strip()
]
SITE = os.environ.get("ASKWELL_SITE") or (f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if HOSTED else "")
# Who asks for /metrics from elsewhere must know this.
METRICS_TOKEN = os.environ.get("ASKWELL_METRICS_TOKEN", "").strip()
DEFAULT_EXCEPTION_REPORTER_FILTER = "askwell.config.reporting.Discreet"

CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS] if HOSTED else []

INSTALLED_APPS = [
    # first, so that their templates win over a library's
    "askwell.ui",
    "askwell.accounts",
    "askwell.people",
    "askwell.portfolio",
    "askwell.occupations",
    "askwell.outreach",
    "askwell.interviews",
    "askwell.opportunities",
    "askwell.growth",
    "askwell.documents",
    "askwell.practice",
    "askwell.decisions",
    "askwell.programmes",
    "askwell.desk",
    "askwell.health",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "lucide",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    *(["allauth.mfa", "allauth.usersessions", "axes"] if HOSTED else []),
]

MIDDLEWARE = [
    "askwell.health.web.probes.ProbesMiddleware",
    "askwell.config.watching.WatchedMiddleware",
    "askwell.config.refusing.PlainHttpMiddleware",
    "askwell.config.refusing.MethodsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    *(["askwell.accounts.web.guard.GuardMiddleware"] if HOSTED else []),
    "askwell.accounts.web.middleware.NoNulMiddleware",
    "askwell.accounts.web.middleware.ViewerMiddleware",
    "askwell.programmes.web.doorkeeper.DoorkeeperMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "askwell.people.web.moved.MovedMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    *(["axes.middleware.AxesMiddleware"] if HOSTED else []),
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    *(["axes.backends.AxesStandaloneBackend"] if HOSTED else []),
    "askwell.accounts.web.backends.WorkspaceBackend",
]
ROOT_URLCONF = "askwell.config.urls"
WSGI_APPLICATION = "askwell.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            # an app's words are an entry room: templates of every app may say them, no code may import them
            "libraries": {
                "portfolio": "askwell.portfolio.web.words.tags",
                "outreach": "askwell.outreach.web.words.tags",
                "interviews": "askwell.interviews.web.words.tags",
                "opportunities": "askwell.opportunities.web.words.tags",
                "growth": "askwell.growth.web.words.tags",
                "practice": "askwell.practice.web.words.tags",
                "decisions": "askwell.decisions.web.words.tags",
                "programmes": "askwell.programmes.web.words.tags",
                "desk": "askwell.desk.web.words.tags",
            },
        },
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "中文"), ("fr", "Français")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static" if HOSTED else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HOSTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not HOSTED

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "servers"],  # the second waits for servers of others; it has workers of its own
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # five hundred openings are looked through on one page, seven fields each
DATA_UPLOAD_MAX_MEMORY_SIZE = 55 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 55 * 1024 * 1024

# Rate limits and codes that were used once must be known to every web process. Its table is made by `askwell migrate`.
if HOSTED:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "askwell_cache"}}

# A browser takes a name that begins so only from this host, over TLS, for the whole site.
COOKIE_PREFIX = "__Host-" if HOSTED else ""
SESSION_ENGINE = "askwell.accounts.web.sessions"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}askwell_language"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}askwell_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * (30 if HOSTED else 60)  # the guard ends a hosted one earlier
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}askwell_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HOSTED
CSRF_COOKIE_HTTPONLY = False
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HOSTED and not flag("ASKWELL_BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("ASKWELL_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HOSTED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HOSTED
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "object-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["blob:"],  # what somebody recorded, replayed in the page it was recorded in
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGIN_URL = "account_login" if HOSTED else "accounts:locked"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if HOSTED else "none"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("ASKWELL_BEHIND_PROXY") else 0
# A file of SHA-1 sums of passwords that became known, sorted, one a line: looked up here, nobody is asked.
BREACHED_PASSWORDS = os.environ.get("ASKWELL_BREACHED_PASSWORDS", "")

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if HOSTED else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("ASKWELL_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("ASKWELL_EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("ASKWELL_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ASKWELL_EMAIL_PASSWORD", "")
EMAIL_TIMEOUT = 20  # seconds
EMAIL_USE_TLS = flag("ASKWELL_EMAIL_TLS")
DEFAULT_FROM_EMAIL = os.environ.get("ASKWELL_EMAIL_FROM", "askwell@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_links": {"()": "askwell.config.reporting.WithoutLinks"}},
    "formatters": {"line": {"()": "askwell.config.logs.OneLine"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["without_links"]},
        "lines": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "loggers": {"askwell.requests": {"level": "INFO" if HOSTED else "WARNING"}},
    "root": {"handlers": ["lines" if HOSTED else "console"], "level": "WARNING"},
}
