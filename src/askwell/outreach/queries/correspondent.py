"""One person as somebody to write to: everything about them that a message or its dates depend on."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of
from askwell.lib.places import region_of
from askwell.outreach.choices import Channel, FollowUpKind, ThreadState
from askwell.outreach.models import FollowUp, Target, Thread
from askwell.outreach.queries.duties import open_now
from askwell.outreach.queries.targets import own_employer
from askwell.outreach.queries.values import Who
from askwell.outreach.rules.drafts import language_for
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Introduction, Person, Role, Tie

POINTS = {
    Channel.EMAIL: (ContactKind.EMAIL,),
    Channel.LINKEDIN: (ContactKind.LINK,),
    Channel.PHONE: (ContactKind.PHONE,),
    Channel.WECHAT: (ContactKind.WECHAT, ContactKind.PHONE),
    Channel.IN_PERSON: (),
}


@dataclass(frozen=True, slots=True)
class Address:
    """A way to reach them, with how and when it was obtained; `dead_at`: since when letters to it come back."""

    kind: ContactKind
    value: str
    obtained: str
    obtained_on: date | None
    dead_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Correspondent:
    """`introducer` introduced them; `silent` is the colleague whose silence makes them a second person;
    `inside` says that they work at the seeker's own company, where the seeker looks for a move."""

    person: Person
    profile: Profile
    role: Role | None
    tie: Tie | None
    introducer: Person | None
    addresses: tuple[Address, ...]
    silent: Person | None
    occupation: str
    inside: bool
    thread: Thread | None

    @property
    def who(self) -> Who:
        person, role = self.person, self.role
        names = (person.given_name, person.family_name, person.native_name)
        return Who(person.pk, *names, role.title if role else "", self.organisation)

    @property
    def organisation(self) -> str:
        return self.role.organisation.name if self.role and self.role.organisation else ""

    def addresses_for(self, channel: Channel) -> list[Address]:
        """What this channel can use, the fitting kind first, of a kind the living ones first."""
        return [address for kind in POINTS[channel] for address in self.addresses if address.kind is kind]

    @property
    def best_channel(self) -> Channel:
        """Email before the rest (METHOD.md), except where only something else is known, or reaches them."""
        order = (Channel.EMAIL, Channel.LINKEDIN, Channel.WECHAT, Channel.PHONE)
        known = [channel for channel in order if self.addresses_for(channel)]
        return next((channel for channel in known if self.living_for(channel)), (*known, Channel.IN_PERSON)[0])

    def living_for(self, channel: Channel) -> list[Address]:
        """What this channel can use, without what letters come back from."""
        return [address for address in self.addresses_for(channel) if address.dead_at is None]

    def dead_at(self, value: str) -> datetime | None:
        """Since when letters to this address come back; None for one that nothing is known against."""
        return next((address.dead_at for address in self.addresses if address.value == value), None)

    @property
    def best_language(self) -> str:
        """The language a first message is written in unless the seeker chooses another."""
        person = self.person
        return language_for(
            native=person.native_name,
            title=self.role.title if self.role else "",
            organisation=self.organisation,
            languages=person.languages.split(),
            region=person.region or region_of(person.place, person.time_zone),
        )


def correspondent(workspace: Workspace, person_id: UUID, now: datetime) -> Correspondent:
    """At most nine queries. Raises Person.DoesNotExist."""
    person = Person.objects.of(workspace).get(pk=person_id)
    role = _role(workspace, person)
    organisation = role.organisation if role else None
    introduction = Introduction.objects.of(workspace).filter(introduced=person).select_related("introducer")
    newest = introduction.order_by("-on", "-id").first()
    own = own_employer(workspace)
    return Correspondent(
        person=person,
        profile=profile_of(workspace),
        role=role,
        tie=Tie.objects.of(workspace).filter(person=person).order_by("-strength", "kind").first(),
        introducer=newest.introducer if newest else None,
        addresses=_addresses(workspace, person),
        silent=_silent_colleague(workspace, person, role, now),
        occupation=_occupation(workspace),
        inside=bool(own and organisation and organisation.key == own),
        thread=_last_thread(workspace, person),
    )


def _role(workspace: Workspace, person: Person) -> Role | None:
    roles = Role.objects.of(workspace).filter(person=person, is_current=True)
    return roles.select_related("organisation").order_by("-id").first()


def _addresses(workspace: Workspace, person: Person) -> tuple[Address, ...]:
    points = ContactPoint.objects.of(workspace).filter(person=person).order_by(F("dead_at").asc(nulls_first=True), "id")
    columns = points.values_list("kind", "value", "obtained", "obtained_on", "dead_at")
    return tuple(Address(ContactKind(kind), value, how, on, dead) for kind, value, how, on, dead in columns)


def _silent_colleague(workspace: Workspace, person: Person, role: Role | None, now: datetime) -> Person | None:
    """Who at their employer has been silent for three business days."""
    if role is None or role.organisation_id is None:
        return None
    duties = FollowUp.objects.of(workspace).filter(open_now(now), kind=FollowUpKind.SECOND_PERSON)
    there = duties.filter(thread__organisation=role.organisation_id).exclude(person=person)
    silent = there.select_related("person").order_by("due_at").first()
    return silent.person if silent else None


def _occupation(workspace: Workspace) -> str:
    """The occupation aimed at, as the target list says it."""
    aimed = Target.objects.of(workspace).filter(kind="occupation", removed_at=None)
    return aimed.order_by("-is_active", "-motivation", "created_at").values_list("name", flat=True).first() or ""


def _last_thread(workspace: Workspace, person: Person) -> Thread | None:
    """The open thread, else the last one."""
    threads = list(Thread.objects.of(workspace).filter(person=person).order_by("-opened_at").select_related("person"))
    return next((one for one in threads if one.state != ThreadState.CLOSED), threads[0] if threads else None)
