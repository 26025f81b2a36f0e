"""What a web server's first pages would wait for, read before it forks its workers."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation


def warm() -> None:
    """Compile every template of ours, and read each language's words and addresses."""
    for app in apps.get_app_configs():
        folder = Path(app.path) / "templates"
        for path in folder.rglob("*.*") if app.name.startswith("askwell.") else ():
            get_template(str(path.relative_to(folder)))
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            reverse("desk:today")
            translation.gettext("Today")
