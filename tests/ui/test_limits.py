"""How often one address may ask."""

from datetime import timedelta

from django.test import RequestFactory

from askwell.lib.buckets import Bucket
from askwell.ui.limits import address_of, may

THREE = Bucket(3, timedelta(hours=1))


def test_the_fourth_is_refused_and_another_address_is_not() -> None:
    here, there = (RequestFactory(REMOTE_ADDR=address).get("/") for address in ("192.0.2.1", "192.0.2.2"))

    assert [may("look", here, THREE) for _ in range(4)] == [True, True, True, False]
    assert may("look", there, THREE)
    assert may("write", here, THREE)


def test_only_our_own_proxy_is_believed(settings: object) -> None:
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers={"x-forwarded-for": "198.51.100.9, 203.0.113.5"})

    assert address_of(request) == "192.0.2.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # type: ignore[attr-defined]
    assert address_of(request) == "203.0.113.5"
