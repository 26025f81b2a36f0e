from django.urls import path

from askwell.accounts.web import log, security, views

app_name = "accounts"
urlpatterns = [
    path("enter/<str:token>/", views.enter, name="enter"),
    path("locked/", views.locked, name="locked"),
    path("settings/", views.settings_page, name="settings"),
    path("language/", views.language, name="language"),
    path("work/", views.work, name="work"),
    path("security/", security.security, name="security"),
    path("log/", log.own, name="log"),
    path("log/programme/", log.programme, name="programme_log"),
    path("leave/", views.leave, name="leave"),
]
