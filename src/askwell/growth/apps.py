from django.apps import AppConfig


class GrowthConfig(AppConfig):
    name = "askwell.growth"
