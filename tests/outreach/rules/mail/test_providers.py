import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.rules.mail.providers import Provider, guesses, is_address
from askwell.protocols.mail.servers import Security, Server


@pytest.mark.parametrize(
    ("address", "provider", "imap", "smtp"),
    [
        ("mei@gmail.com", Provider.GMAIL, "imap.gmail.com", "smtp.gmail.com"),
        ("mei@GoogleMail.com", Provider.GMAIL, "imap.gmail.com", "smtp.gmail.com"),
        ("mei@hotmail.com", Provider.OUTLOOK, "outlook.office365.com", "smtp-mail.outlook.com"),
        ("mei@live.ca", Provider.OUTLOOK, "outlook.office365.com", "smtp-mail.outlook.com"),
        ("mei@yahoo.ca", Provider.YAHOO, "imap.mail.yahoo.com", "smtp.mail.yahoo.com"),
        ("mei@icloud.com", Provider.ICLOUD, "imap.mail.me.com", "smtp.mail.me.com"),
        ("12345@qq.com", Provider.QQ, "imap.qq.com", "smtp.qq.com"),
        ("mei@foxmail.com", Provider.QQ, "imap.qq.com", "smtp.qq.com"),
        ("mei@163.com", Provider.NETEASE, "imap.163.com", "smtp.163.com"),
        ("mei@126.com", Provider.NETEASE, "imap.126.com", "smtp.126.com"),
        ("mei@sina.cn", Provider.SINA, "imap.sina.cn", "smtp.sina.cn"),
        ("mei@gmx.de", Provider.GMX, "imap.gmx.net", "mail.gmx.net"),
        ("mei@rogers.com", Provider.ROGERS, "imap.mail.yahoo.com", "smtp.mail.yahoo.com"),
        ("mei@shaw.ca", Provider.SHAW, "imap.shaw.ca", "mail.shaw.ca"),
        ("mei@student.ubc.ca", Provider.UNIVERSITY_MICROSOFT, "outlook.office365.com", "smtp.office365.com"),
        ("mei@pku.edu.cn", Provider.UNIVERSITY_MICROSOFT, "outlook.office365.com", "smtp.office365.com"),
        ("mei@tan.example", Provider.OTHER, "imap.tan.example", "smtp.tan.example"),
    ],
)
def test_the_servers_of_an_address(address: str, provider: Provider, imap: str, smtp: str) -> None:
    best = guesses(address)[0]

    assert (best.provider, best.imap.host, best.smtp.host) == (provider, imap, smtp)


def test_ports_go_with_the_way_they_are_private() -> None:
    (apple,) = guesses("mei@icloud.com")

    assert apple.imap == Server("imap.mail.me.com", 993, Security.TLS)
    assert apple.smtp == Server("smtp.mail.me.com", 587, Security.STARTTLS)


def test_a_university_may_be_at_either_of_two() -> None:
    assert [guess.provider for guess in guesses("mei@mail.utoronto.ca")] == [
        Provider.UNIVERSITY_MICROSOFT,
        Provider.UNIVERSITY_GOOGLE,
    ]


def test_a_domain_that_only_ends_like_one_is_another() -> None:
    assert guesses("mei@notgmail.com")[0].provider is Provider.OTHER
    assert guesses("mei@cubc.ca")[0].provider is Provider.OTHER
    assert guesses("mei@gmail.com.evil.example")[0].provider is Provider.OTHER


def test_an_unknown_domain_is_guessed_by_its_usual_names() -> None:
    assert [(guess.imap.host, guess.smtp.host) for guess in guesses("mei@tan.example")] == [
        ("imap.tan.example", "smtp.tan.example"),
        ("mail.tan.example", "mail.tan.example"),
    ]


@given(st.text(max_size=60))
def test_whatever_is_typed_names_no_host_outside_its_own_domain(text: str) -> None:
    for guess in guesses(text):
        assert is_address(text.strip())
        assert not set(" /\\?#@\r\n\0") & set(guess.imap.host + guess.smtp.host)
