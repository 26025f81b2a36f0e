"""What a business card says, field by field."""

from dataclasses import dataclass

CODE_SURENESS = 0.99


@dataclass(frozen=True, slots=True)
class Reading:
    """One field: its value, how sure it is (0 to 1), the lines that it was read from (their places in the
    sequence given; none for what a code says).

    `notes`: "repaired" (a slip of the recognition was mended), "code_differs" (the code and the print
    disagree: the code was taken, `printed` holds the other), "from_code".
    """

    value: str
    sureness: float
    lines: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""


@dataclass(frozen=True, slots=True)
class CardFields:
    """A card read. Single fields are None where the card says nothing.

    `name` has no letters behind it (those are `credentials`) and is in Latin letters, `name_zh` in Chinese
    characters; likewise organisation and title. `phones` and `faxes` are E.164, with ";ext=…" where one is
    printed; `urls` as printed, the organisation's own first; `links` are web addresses that only a code
    holds; `addresses` one line each, in the order printed; `texts` what codes hold that is no contact and
    no link. `languages`: "en", "fr", "zh".
    """

    name: Reading | None = None
    name_zh: Reading | None = None
    organisation: Reading | None = None
    organisation_zh: Reading | None = None
    title: Reading | None = None
    title_zh: Reading | None = None
    emails: tuple[Reading, ...] = ()
    phones: tuple[Reading, ...] = ()
    faxes: tuple[Reading, ...] = ()
    urls: tuple[Reading, ...] = ()
    addresses: tuple[Reading, ...] = ()
    wechat: Reading | None = None
    credentials: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
