"""What people asks higher apps, and tells them. The list stays short; docs/structure.md has it."""

from django.dispatch import Signal

persons_in_use = Signal()
"""Asked before persons are deleted: `persons_in_use.send(sender=Person, workspace=…, person_ids=[…])`.

A receiver (outreach: persons with a thread) returns the ids among them that its rows still need;
those persons are kept.
"""

contact_stopped, contact_allowed = Signal(), Signal()
"""Sent in the same transaction when a person asked not to be contacted, and when that is taken back:
`contact_stopped.send(sender=Person, workspace=…, person_id=…, now=…)`. Outreach closes and reopens threads."""

employers_aimed_at = Signal()
"""Asked by the import's pages: `employers_aimed_at.send(sender=Organisation, workspace=…)`.

A receiver (outreach: the target list) returns the employers' keys (`rules.organisations.organisation_key`) with
their places on the seeker's list, the first 1.
"""

whereabouts_changed = Signal()
"""Sent in the same transaction, with the same arguments, when a person's place, clock or holidays changed: by hand, a
card, a file, a merge, or parting. Outreach moves the dates of their follow-ups."""

encounters_changed = Signal()
"""Sent in the same transaction after somebody was met at an event, or not met after all, and after an event's facts
changed, once for each person: `encounters_changed.send(sender=Event, workspace=…, person_id=…, now=…)`. Outreach sees
to it that they hear from the seeker.
"""

persons_merged, persons_parted = Signal(), Signal()
"""Sent in the same transaction, around a merge: `persons_merged.send(sender=Person, workspace=…, person_id=…,
gone_id=…, now=…)` before what hangs on `gone_id` moves to `person_id`, and `persons_parted.send(…)` with the same
arguments after it moved back. Of two open threads outreach closes one, and opens it again. A receiver of the first
may return a queryset of rows that are nonsense once the two are one: the merge holds them (interviews: agreeing with
oneself).
"""
