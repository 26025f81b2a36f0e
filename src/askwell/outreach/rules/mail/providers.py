"""Which servers an address belongs to: known providers by their domains, else names that most providers use."""

import re
from dataclasses import dataclass
from enum import StrEnum

from askwell.protocols.mail.servers import Security, Server

ADDRESS = re.compile(r"[^\s@<>\"(),:;\\]{1,64}@((?:[^\s@.<>\"(),:;\\/_]{1,63}\.)+[^\s@.<>\"(),:;\\/_]{2,63})")


class Provider(StrEnum):
    GMAIL = "gmail"
    OUTLOOK = "outlook"
    YAHOO = "yahoo"
    ICLOUD = "icloud"
    QQ = "qq"
    NETEASE = "netease"  # 163, 126, yeah.net
    SINA = "sina"
    ZOHO = "zoho"
    FASTMAIL = "fastmail"
    GMX = "gmx"
    ROGERS = "rogers"
    TELUS = "telus"
    SHAW = "shaw"
    BELL = "bell"
    VIDEOTRON = "videotron"
    UNIVERSITY_MICROSOFT = "university_microsoft"
    UNIVERSITY_GOOGLE = "university_google"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Guess:
    """`oauth`: where users can sign in instead, if the operator has a client there: google, microsoft or nothing."""

    provider: Provider
    imap: Server
    smtp: Server
    oauth: str = ""


def _servers(imap: str, smtp: str, smtp_port: int = 465) -> tuple[Server, Server]:
    security = Security.TLS if smtp_port == 465 else Security.STARTTLS
    return Server(imap, 993, Security.TLS), Server(smtp, smtp_port, security)


GOOGLE = _servers("imap.gmail.com", "smtp.gmail.com")
MICROSOFT = _servers("outlook.office365.com", "smtp.office365.com", 587)
HOSTS: dict[Provider, tuple[Server, Server]] = {
    Provider.GMAIL: GOOGLE,
    Provider.OUTLOOK: _servers("outlook.office365.com", "smtp-mail.outlook.com", 587),
    Provider.YAHOO: _servers("imap.mail.yahoo.com", "smtp.mail.yahoo.com"),
    Provider.ICLOUD: _servers("imap.mail.me.com", "smtp.mail.me.com", 587),
    Provider.QQ: _servers("imap.qq.com", "smtp.qq.com"),
    Provider.ZOHO: _servers("imap.zoho.com", "smtp.zoho.com"),
    Provider.FASTMAIL: _servers("imap.fastmail.com", "smtp.fastmail.com"),
    Provider.ROGERS: _servers("imap.mail.yahoo.com", "smtp.mail.yahoo.com"),  # Yahoo runs it
    Provider.TELUS: GOOGLE,  # Google runs it
    Provider.SHAW: _servers("imap.shaw.ca", "mail.shaw.ca", 587),
    Provider.BELL: _servers("imap.bell.net", "smtphm.sympatico.ca"),
    Provider.VIDEOTRON: _servers("imap.videotron.ca", "smtp.videotron.ca"),
    Provider.UNIVERSITY_MICROSOFT: MICROSOFT,
    Provider.UNIVERSITY_GOOGLE: GOOGLE,
}
DOMAINS: dict[str, Provider] = {
    domain: provider
    for provider, domains in {
        Provider.GMAIL: "gmail.com googlemail.com",
        Provider.OUTLOOK: "outlook.com hotmail.com live.com msn.com outlook.fr hotmail.fr live.fr live.ca hotmail.ca "
        "hotmail.co.uk live.cn outlook.cn live.com.cn passport.com windowslive.com",
        Provider.YAHOO: "yahoo.com yahoo.ca yahoo.fr yahoo.co.uk yahoo.com.hk yahoo.com.tw ymail.com rocketmail.com "
        "yahoo.com.cn",
        Provider.ICLOUD: "icloud.com me.com mac.com",
        Provider.QQ: "qq.com foxmail.com vip.qq.com",
        Provider.NETEASE: "163.com 126.com yeah.net vip.163.com vip.126.com 188.com",
        Provider.SINA: "sina.com sina.cn vip.sina.com",
        Provider.ZOHO: "zoho.com zohomail.com",
        Provider.FASTMAIL: "fastmail.com fastmail.fm",
        Provider.GMX: "gmx.com gmx.net gmx.de gmx.fr gmx.at gmx.ch",
        Provider.ROGERS: "rogers.com",
        Provider.TELUS: "telus.net",
        Provider.SHAW: "shaw.ca",
        Provider.BELL: "bell.net sympatico.ca",
        Provider.VIDEOTRON: "videotron.ca",
    }.items()
    for domain in domains.split()
}
OWN_HOSTS = {  # of providers whose servers go by the address's domain
    **{name: _servers(f"imap.{name}", f"smtp.{name}") for name in ("163.com", "126.com", "yeah.net")},
    **{f"vip.{name}": _servers(f"imap.vip.{name}", f"smtp.vip.{name}") for name in ("163.com", "126.com")},
    "188.com": _servers("imap.188.com", "smtp.188.com"),
    "sina.com": _servers("imap.sina.com", "smtp.sina.com"),
    "sina.cn": _servers("imap.sina.cn", "smtp.sina.cn"),
    "vip.sina.com": _servers("imap.vip.sina.com", "smtp.vip.sina.com"),
    **{f"gmx.{end}": _servers("imap.gmx.net", "mail.gmx.net") for end in ("net", "de", "at", "ch")},
    **{f"gmx.{end}": _servers("imap.gmx.com", "mail.gmx.com") for end in ("com", "fr")},
}
OAUTH = {
    Provider.GMAIL: "google",
    Provider.UNIVERSITY_GOOGLE: "google",
    Provider.OUTLOOK: "microsoft",
    Provider.UNIVERSITY_MICROSOFT: "microsoft",
}
# Canadian universities have no ending of their own.
CAMPUSES = """
ubc.ca sfu.ca uvic.ca bcit.ca kpu.ca langara.ca douglascollege.ca camosun.ca viu.ca tru.ca unbc.ca ualberta.ca
ucalgary.ca sait.ca nait.ca usask.ca uregina.ca umanitoba.ca uwinnipeg.ca utoronto.ca torontomu.ca yorku.ca
uwaterloo.ca wlu.ca mcmaster.ca queensu.ca uwo.ca uottawa.ca carleton.ca senecacollege.ca humber.ca mcgill.ca
concordia.ca umontreal.ca uqam.ca ulaval.ca usherbrooke.ca polymtl.ca hec.ca dal.ca smu.ca unb.ca mun.ca upei.ca
georgebrown.ca algonquincollege.com sheridancollege.ca centennialcollege.ca
"""
CAMPUS_ENDING = re.compile(r"\.(edu|edu\.[a-z]{2}|ac\.[a-z]{2})$")


def is_address(address: str) -> bool:
    """Whether it looks like an address that mail can be sent from."""
    return bool(ADDRESS.fullmatch(address)) and len(address) <= 254


def guesses(address: str) -> tuple[Guess, ...]:
    """The servers that an address may belong to, the likeliest first; none for what is no address."""
    found = ADDRESS.fullmatch(address.strip())
    if not found:
        return ()
    domain = found[1].casefold()
    if domain in DOMAINS:
        return (_known(DOMAINS[domain], *OWN_HOSTS.get(domain) or HOSTS[DOMAINS[domain]]),)
    if _is_campus(domain):
        return tuple(_known(one, *HOSTS[one]) for one in (Provider.UNIVERSITY_MICROSOFT, Provider.UNIVERSITY_GOOGLE))
    return tuple(Guess(Provider.OTHER, *_servers(f"{name}.{domain}", out)) for name, out in _usual(domain))


def guess_at(imap_host: str, address: str) -> Guess | None:
    """Of which provider a chosen server is, so that its help can be shown; None where no guess says."""
    known = next((one for one in guesses(address) if one.imap.host == imap_host), None)
    return known or next(
        (_known(one, *servers) for one, servers in HOSTS.items() if servers[0].host == imap_host), None
    )


def _known(provider: Provider, imap: Server, smtp: Server) -> Guess:
    return Guess(provider, imap, smtp, OAUTH.get(provider, ""))


def _is_campus(domain: str) -> bool:
    return bool(CAMPUS_ENDING.search(domain)) or any(f".{domain}".endswith(f".{campus}") for campus in CAMPUSES.split())


def _usual(domain: str) -> list[tuple[str, str]]:
    return [("imap", f"smtp.{domain}"), ("mail", f"mail.{domain}")]


def tidied(secret: str) -> str:
    """A password as it is meant: some providers show app passwords in groups of four letters."""
    bare = secret.strip()
    return bare.replace(" ", "") if re.fullmatch(r"[a-z]{4}( [a-z]{4}){3}", bare) else bare
