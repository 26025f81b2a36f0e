from django.urls import URLPattern, URLResolver, include, path

app_name = "portfolio"

urlpatterns: list[URLPattern | URLResolver] = [
    path("knowing/", include("askwell.portfolio.web.knowing.urls")),
    path("bring/", include("askwell.portfolio.web.bringing.urls")),
]
