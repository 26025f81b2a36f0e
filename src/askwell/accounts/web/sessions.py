"""Django's sessions in the database, looked up by a query that is built once: every page begins with it."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from askwell.accounts.queries.prepared import prepared_objects


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        key = self.session_key or ""
        found = _current(key, timezone.now()) if key.isalnum() and key.isascii() else []
        if not found:
            self._session_key = None
        return next(iter(found), None)


@prepared_objects
def _current(key: str, now: datetime) -> "QuerySet[Session]":
    return Session.objects.filter(session_key=key, expire_date__gt=now)
