"""Everything a workspace holds as one zip: complete for Askwell, and readable without it."""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from askwell.accounts.models import Workspace
from askwell.desk.actions.export_people import table_of
from askwell.desk.queries.cards import Kept, card, everyone, kept
from askwell.desk.queries.contents import contents
from askwell.desk.queries.dates import Dated, dated
from askwell.desk.rules.archive import MEMBER, dump, pack
from askwell.lib.names import latin_name
from askwell.outreach.choices import FollowUpKind
from askwell.protocols.calendar import Duty, write_calendar
from askwell.protocols.vcard_out import write_cards

MEETING = 30  # minutes that an agreed time takes in a calendar


def export_workspace(*, workspace: Workspace, now: datetime) -> bytes:
    """A zip with `askwell.json` (which `import_workspace` takes), `people.csv`, `people.vcf`, `calendar.ics`
    and `index.html` and `README.txt` in the active language."""
    ids, whole = everyone(workspace), contents(workspace, now)
    persons = list(kept(workspace, ids))
    return pack(
        {
            "README.txt": readme().encode(),
            "index.html": _index(whole, persons, now).encode(),
            MEMBER: dump(whole),
            "people.csv": b"".join(table_of(persons)),
            "people.vcf": write_cards(card(one, whole=True) for one in persons),
            "calendar.ics": write_calendar(
                (_duty(one) for one in dated(workspace)), name=_("Askwell: agreed times and duties"), now=now
            ),
        }
    )


def readme() -> str:
    """What the files are, for whoever finds the zip in ten years."""
    lines = (
        _("Everything that one Askwell workspace holds."),
        "",
        _("index.html: open it in a browser to read."),
        _("people.csv: everyone, for a spreadsheet."),
        _("people.vcf: everyone, for an address book (vCard 4.0)."),
        _("calendar.ics: agreed times and duties, for a calendar (iCalendar)."),
        _("askwell.json: the complete data. Bring this zip into an empty Askwell to go on where you were."),
        "",
        _("These are other people's addresses and words: keep them as you would want yours kept."),
    )
    return "\r\n".join([*lines, ""])


def _duty(one: Dated) -> Duty:
    meeting = one.kind is None
    return Duty(
        uid=f"{one.id}@askwell",
        title=f"{_what(one.kind)}: {one.name}",
        when=one.at,
        minutes=MEETING if meeting else None,
        done=one.done_at,
    )


def _what(kind: FollowUpKind | None) -> str:
    words = {
        None: pgettext("calendar", "Information interview"),
        FollowUpKind.SECOND_PERSON: pgettext("calendar", "Write to someone else there"),
        FollowUpKind.NUDGE: pgettext("calendar", "One nudge"),
        FollowUpKind.REPLY_WITHIN_A_DAY: pgettext("calendar", "Reply"),
        FollowUpKind.WRITE_AGAIN: pgettext("calendar", "Write again"),
        FollowUpKind.THANK: pgettext("calendar", "Thank"),
        FollowUpKind.CONFIRM: pgettext("calendar", "Confirm"),
        FollowUpKind.LET_REST: pgettext("calendar", "Let it rest"),
        FollowUpKind.PREPARE: pgettext("calendar", "Prepare"),
        FollowUpKind.WRITE_DOWN: pgettext("calendar", "Write it down"),
        FollowUpKind.WRITE_TO_NAMED: pgettext("calendar", "First message"),
        FollowUpKind.ASK_FOR_NAMES: pgettext("calendar", "Ask for a name"),
        FollowUpKind.PROGRESS_NOTE: pgettext("calendar", "Progress note"),
        FollowUpKind.GREET: pgettext("calendar", "Good to meet you"),
        FollowUpKind.ANOTHER_WAY: pgettext("calendar", "Write by another way"),
    }
    return words[kind]


def _index(whole: dict[str, object], persons: list[Kept], now: datetime) -> str:
    tables = whole["tables"]
    assert isinstance(tables, dict)
    lines = [
        (
            latin_name(one.row["given_name"], one.row["family_name"], one.row["native_name"]),
            one.row["native_name"],
            *one.hung.role,
            one.hung,
        )
        for one in persons
    ]
    counts = [(label, len(rows)) for label, rows in tables.items() if rows]
    return render_to_string("desk/export.html", {"persons": lines, "counts": counts, "now": now})
