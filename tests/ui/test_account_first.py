"""Why a page asks for an account."""

import pytest

from askwell.ui.account_first import account_first, why_account


def test_a_page_says_why_it_asks_for_an_account() -> None:
    assert why_account("/programmes/join/me/some-token/").startswith("To take part you need an account")
    assert why_account("/programmes/team/join/some-token/?from=mail").startswith("To work for the programme")


@pytest.mark.parametrize("address", [None, "", "/", "/people/", "/nowhere/", "//evil.example/programmes/join/me/x/x/"])
def test_others_say_nothing(address: str | None) -> None:
    assert why_account(address) == ""


def test_the_reason_does_not_change_the_view() -> None:
    def view() -> str:
        return "as it was"

    assert account_first("because")(view)() == "as it was"  # type: ignore[arg-type] # a plain string does
