"""Where everybody looks first for a seeker's rows in programmes."""

from importlib import import_module

from django.apps import apps

from askwell.accounts.models import User
from askwell.programmes.actions.joining import join
from askwell.programmes.actions.leaving import leave
from askwell.programmes.models import Part, Programme
from askwell.programmes.queries.mine import taking_part
from tests.conftest import NOW
from tests.factories.programmes import joined, make_participant


def test_who_joins_is_found_and_who_left_is_not(programme: Programme, seeker: User) -> None:
    row = make_participant(programme)
    assert seeker.workspace
    assert taking_part(seeker.workspace) == []

    join(participant=row, user=seeker, items=[], number=1, now=NOW)
    assert taking_part(seeker.workspace) == [row]

    leave(seeker=seeker.workspace, participant_id=row.pk, now=NOW)
    assert (taking_part(seeker.workspace), Part.objects.count()) == ([], 0)


def test_who_took_part_before_the_table_was_there_is_found(programme: Programme) -> None:
    row, _user = joined(programme)
    gone, _user = joined(programme, "Wei Tran")
    assert row.seeker_workspace
    assert gone.seeker_workspace
    leave(seeker=gone.seeker_workspace, participant_id=gone.pk, now=NOW)
    Part.objects.all().delete()

    import_module("askwell.programmes.migrations.0003_part").fill(apps, None)

    assert [(one.seeker, one.workspace) for one in Part.objects.all()] == [(row.seeker_workspace, programme.workspace)]
