"""Loads the signed-in user together with their workspace, in one query a request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from askwell.accounts.models import User


class WorkspaceBackend(AuthenticationBackend):  # type: ignore[misc] # allauth ships no types
    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        return User.objects.select_related("workspace").filter(pk=user_id, is_active=True).first()
