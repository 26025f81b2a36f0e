"""The application object that a web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from askwell.coach import meaning

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
application = get_wsgi_application()
meaning.warm()  # before the server forks its workers: they share the encoder's memory, and no first keystroke waits
