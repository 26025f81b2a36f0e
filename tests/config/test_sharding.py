"""The keys of a sharded database: what is missing is made in order, what is there is left alone."""

import argparse

import pytest
from django.db import connection

from askwell.config.cli import Failure
from askwell.config.commands.shard import shard
from askwell.config.sharding import (
    COORDINATORS,
    Found,
    Held,
    Key,
    own_tables,
    shared_tables,
    statements,
    wanted_links,
)

WIDE = Key(("workspace_id", "id"))
DONE = (
    *(Held(table, f"{table}_pkey", "p", WIDE) for table in sorted(own_tables())),
    *(Held(table, "key", "f", key) for table, key in sorted(wanted_links(), key=str)),
)
PLACED = frozenset({*own_tables(), *shared_tables()})
ROLE = ("people_role", Key(("workspace_id", "person_id"), "people_person", WIDE.columns))


@pytest.mark.parametrize("placed", [None, PLACED])
def test_what_is_done_is_not_done_again(placed: frozenset[str] | None) -> None:
    assert list(statements(Found(DONE, placed))) == []


def test_plain_keys_are_replaced_by_those_that_name_the_workspace() -> None:
    plain = (
        Held("people_person", "person_pkey", "p", Key(("id",))),
        Held("people_role", "role_person", "f", Key(("person_id",), "people_person", ("id",))),
        Held("outreach_letter", "letter_entry", "u", Key(("entry_id",))),
    )
    rest = tuple(one for one in DONE if (one.table, one.key) not in {ROLE, ("people_person", WIDE)})

    assert list(statements(Found((*plain, *rest), None))) == [
        'ALTER TABLE "people_role" DROP CONSTRAINT "role_person"',
        'ALTER TABLE "people_person" DROP CONSTRAINT "person_pkey",'
        ' ADD CONSTRAINT "person_pkey" PRIMARY KEY ("workspace_id", "id")',
        'ALTER TABLE "outreach_letter" DROP CONSTRAINT "letter_entry",'
        ' ADD CONSTRAINT "letter_entry" UNIQUE ("workspace_id", "entry_id")',
        'ALTER TABLE "people_role" ADD CONSTRAINT "people_role_person_id_there"'
        ' FOREIGN KEY ("workspace_id", "person_id") REFERENCES "people_person" ("workspace_id", "id")'
        " DEFERRABLE INITIALLY DEFERRED",
    ]


def test_a_table_that_is_yet_to_be_placed_has_no_keys_while_it_is() -> None:
    done = list(statements(Found(DONE, PLACED - {"people_role", "accounts_profile"})))
    kinds = [one.split('"')[0] + ("ADD" if "ADD" in one else "") for one in done]

    assert kinds == sorted(kinds, key=["ALTER TABLE ", "SELECT create_reference_table('accounts_profile')",
        "SELECT create_distributed_table('people_role', 'workspace_id')", "ALTER TABLE ADD"].index)  # fmt: skip
    assert len([one for one in kinds if one == "ALTER TABLE "]) == len([one for one in kinds if "ADD" in one]) == 5


def test_shared_tables_come_after_those_that_they_refer_to() -> None:
    order = shared_tables()

    assert order.index("accounts_workspace") < order.index("accounts_user") < order.index("accounts_membership")
    assert not {*order} & {*COORDINATORS, *own_tables()}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what SQLite is told")
def test_sqlite_cannot_be_sharded() -> None:
    with pytest.raises(Failure, match="only PostgreSQL"):
        shard(argparse.Namespace(check=False, keys_only=True))
