"""The smallest honest Django page: session, user, one indexed query of 30,000 rows, 25 of them in a table.

Run by `pages.py` as a process of its own: it reads a line "PAGE COUNT" and answers the CPU milliseconds
of each of COUNT requests.
"""

import datetime
import random
import sys
import tempfile
import types
from pathlib import Path
from typing import Any

import django
from django.apps import AppConfig
from django.conf import settings

BASE = """<!doctype html><html lang=en><head><meta charset=utf-8><title>{% block t %}{% endblock %}</title></head>
<body><nav>{{ user.username }} <a href=/contacts>Contacts</a></nav>{% block b %}{% endblock %}</body></html>"""
PAGE = """{% extends "base" %}{% block t %}Contacts{% endblock %}{% block b %}
<table><tr><th>Name<th>Company<th>Title<th>Last touch</tr>{% for c in rows %}
<tr><td><a href="/c/{{ c.pk }}">{{ c.name }}</a><td>{{ c.company }}<td>{{ c.title }}
<td>{{ c.touched|date:"Y-m-d H:i" }}</tr>{% endfor %}</table>{% endblock %}"""
ROWS = 30_000
DJANGO = "django.contrib"


class FloorConfig(AppConfig):
    name = label = "floor"
    path = str(Path(__file__).parent)


def configure(database: dict[str, Any]) -> None:
    floor = types.ModuleType("floor")
    floor.FloorConfig = FloorConfig  # type: ignore[attr-defined]  # an app without a folder of its own
    sys.modules["floor"] = floor
    middleware = (
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    )
    templates = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.locmem.Loader", {"base": BASE, "page": PAGE})],
            "context_processors": ["django.contrib.auth.context_processors.auth"],
        },
    }
    settings.configure(
        SECRET_KEY="bench-only",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="floor",
        USE_TZ=True,
        DATABASES={"default": database},
        INSTALLED_APPS=[f"{DJANGO}.auth", f"{DJANGO}.contenttypes", f"{DJANGO}.sessions", "floor.FloorConfig"],
        MIDDLEWARE=middleware,
        TEMPLATES=[templates],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()


def build() -> str:
    """Tables, one user with 30,000 contacts, the page; returns a session's key."""
    from django.contrib.auth.decorators import login_required
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection, models
    from django.shortcuts import render
    from django.urls import path

    class Contact(models.Model):
        owner = models.ForeignKey(User, models.CASCADE, db_index=False)
        name = models.CharField(max_length=200)
        company = models.CharField(max_length=200)
        title = models.CharField(max_length=200)
        touched = models.DateTimeField()

        class Meta:
            app_label = "floor"
            indexes = [models.Index(fields=["owner", "-touched"], name="floor_ix")]

    @login_required
    def contacts(request: Any) -> Any:
        rows = Contact.objects.filter(owner=request.user).order_by("-touched")[:25]
        return render(request, "page", {"rows": rows})

    sys.modules["floor"].urlpatterns = [path("contacts", contacts)]  # type: ignore[attr-defined]  # as above
    call_command("migrate", run_syncdb=True, verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Contact)
    user = User.objects.create(username="jane")
    chance, start = random.Random(1), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    Contact.objects.bulk_create(
        [
            Contact(
                owner=user,
                name=f"Person {number} & Co",
                company=f"Company {chance.randrange(4000)}",
                title="Data engineer",
                touched=start + datetime.timedelta(minutes=chance.randrange(10**6)),
            )
            for number in range(ROWS)
        ],
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return session_of(user)


def session_of(user: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session.save()
    return str(session.session_key)


def postgresql(address: str) -> dict[str, Any]:
    """A database of its own on the server of this address."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS floor")
        server.execute("CREATE DATABASE floor")
        told = server.info
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "floor",
            "USER": told.user,
            "HOST": told.host,
            "PORT": told.port,
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }


def sqlite() -> dict[str, Any]:
    options = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
    }
    folder = tempfile.mkdtemp(prefix="askwell-floor-")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{folder}/floor.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": options,
    }


if __name__ == "__main__":
    from requests_of import answer_forever  # beside this file

    configure(postgresql(sys.argv[1]) if sys.argv[1:] else sqlite())
    answer_forever({"floor": ("/contacts", f"sessionid={build()}")})
