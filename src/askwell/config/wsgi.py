"""The application object that a web server calls."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from askwell.coach import lexicon, meaning
from askwell.config.ending import end_with_starter
from askwell.config.logs import log_what_ends_us
from askwell.config.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
end_with_starter()  # loaded before the fork, it watches in the process that `up` started; the workers end with that
application = get_wsgi_application()
# Before the server forks its workers: they share what is loaded, and no first page and no first keystroke waits.
get_resolver().url_patterns  # noqa: B018 # reading it imports every page
meaning.warm()
lexicon.warm()
if settings.HOSTED:
    log_what_ends_us()
    warm()
