from django.urls import path

from askwell.accounts.web import views

app_name = "accounts"
urlpatterns = [
    path("enter/<str:token>/", views.enter, name="enter"),
    path("locked/", views.locked, name="locked"),
    path("settings/", views.settings_page, name="settings"),
    path("language/", views.language, name="language"),
    path("work/", views.work, name="work"),
    path("leave/", views.leave, name="leave"),
]
