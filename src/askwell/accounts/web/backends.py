"""Loads the signed-in user together with their workspace, in one query a request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from askwell.accounts.queries import user_with_workspace


class WorkspaceBackend(AuthenticationBackend):  # type: ignore[misc] # allauth ships no types
    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        return user_with_workspace(user_id)
