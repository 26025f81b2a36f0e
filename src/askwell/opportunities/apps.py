from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "askwell.opportunities"
