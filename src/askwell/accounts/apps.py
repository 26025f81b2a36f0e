from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "askwell.accounts"

    def ready(self) -> None:
        from allauth.account.signals import user_signed_up  # noqa: PLC0415 # models are ready only now

        from askwell.accounts.actions import open_workspace  # noqa: PLC0415 # as above

        user_signed_up.connect(lambda user, **_: open_workspace(user=user), weak=False, dispatch_uid="open_workspace")
