from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "askwell.programmes"
