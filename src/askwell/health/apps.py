from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "askwell.health"
