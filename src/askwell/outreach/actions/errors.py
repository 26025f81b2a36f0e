"""Why outreach refuses something."""

from collections.abc import Iterable

from askwell.outreach.models import Message
from askwell.outreach.rules.guard import Finding


class OutreachError(Exception):
    """Base of the errors that outreach's actions raise."""


class DoNotContactError(OutreachError):
    """This person asked not to be contacted: no draft, no message."""


class StaleEditError(OutreachError):
    """Somebody saved the draft in between; `current` is what stands now (None: it was sent or discarded)."""

    def __init__(self, current: Message | None) -> None:
        self.current = current
        super().__init__("the draft was changed elsewhere")


class LockedDraftError(OutreachError):
    """The draft is in the outbox: call it back to write on it."""


class NoMailboxError(OutreachError):
    """No mailbox is connected that it could leave from."""


class UnknownAddressError(OutreachError):
    """This is no e-mail address that is known of the person."""


class DemoError(NoMailboxError):
    """The people of the demo are invented: nothing leaves, whatever mailbox is connected."""


class NoSubjectError(OutreachError):
    """A mail without a subject looks like an accident, or like spam."""


class GapsLeftError(OutreachError):
    """`gaps` wait to be filled in; it goes out only when the seeker insists."""

    def __init__(self, gaps: Iterable[str]) -> None:
        self.gaps = tuple(gaps)
        super().__init__(*self.gaps)


class DeadAddressError(OutreachError):
    """Letters to this address come back: nobody is reached at it."""


class HasLeftError(OutreachError):
    """It left as a mail: nobody can take it back."""


class EditedDraftError(OutreachError):
    """Composing anew would overwrite the seeker's own words."""


class EmptyMessageError(OutreachError):
    """There is nothing to send."""


class GuardError(OutreachError):
    """Something stands against this message; `findings` say what, `is_final` whether an override would help."""

    def __init__(self, findings: Iterable[Finding], *, is_final: bool) -> None:
        self.findings, self.is_final = tuple(findings), is_final
        super().__init__(", ".join(finding.code for finding in self.findings))


class AsksForJobError(OutreachError):
    """The message asks for a job; it goes out only when the seeker insists."""


class NoLetterheadError(OutreachError):
    """Whoever runs Askwell did not say in whose name a programme writes, or from which postal address."""


class InTheFutureError(OutreachError):
    """What is logged has not happened yet."""


class NotTheLastError(OutreachError):
    """Only the entry recorded last can be taken back."""


class DraftInTheWayError(OutreachError):
    """A newer draft was written since; taking the message back would lose one of the two."""
