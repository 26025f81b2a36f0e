"""Guards of taste and of promises that no single test sees: words, settings, sizes, unused templates, indexes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from askwell.accounts.models import Membership, WorkspaceModel
from askwell.lib.text import HAN
from tools import strings

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "askwell"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.rglob("*.html"))
TENANTS = [model for model in apps.get_models() if issubclass(model, WorkspaceModel)]

# Longer than 300 lines or 40 lines, each with its reason.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
# Apps whose tables are the same for everybody, each with its reason.
DICTIONARIES = {"occupations": "reference data of official releases: it holds nothing that a seeker said"}
# Found by a library under this name, not by our code.
FOUND_BY_NAME = re.compile(r"^(40[034]|429|500|403_csrf)\.html$|^(account|allauth|mfa|usersessions)/")

# Chinese and a number stand together without a blank; a name or an address, mostly Latin, keeps its own.
PUT_IN = r"(?:%\((?!address|server|who|name)\w+\)[sd]|%d|\{(?!name|contact)[\w.]+\})"
BLANK = re.compile(rf"[{HAN}] +(?:\d|{PUT_IN})|(?:(?<=[{HAN}])\d+|{PUT_IN}) +[{HAN}]")


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_every_string_is_translated(language: str) -> None:
    assert [message.id for message in strings.missing(strings.merge(language))] == []


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_translations_keep_their_placeholders(language: str) -> None:
    assert [message.id for message in strings.broken(strings.merge(language))] == []


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_no_translation_is_left_over(language: str) -> None:
    assert [message.id for message in strings.unused(language)] == []


def test_no_blank_stands_between_chinese_and_a_number() -> None:
    translated = (form for message in strings.read("zh_Hans") for form in strings.forms_of(message))
    authored = [path.read_text() for path in [*MODULES, *TEMPLATES, *SOURCE.rglob("*.toml")]]
    assert [found.group() for text in (*translated, *authored) for found in BLANK.finditer(text)] == []


def test_no_french_is_chinese() -> None:
    han = re.compile("[\u4e00-\u9fff]")
    strayed = [
        message.id
        for message in strings.read("fr")
        if han.search(" ".join(strings.forms_of(message))) and not han.search(str(message.id))
    ]
    assert strayed == []


def test_every_setting_is_documented() -> None:
    read = set(re.findall(r"ASKWELL_[A-Z_]+", (SOURCE / "config" / "settings.py").read_text()))
    documented = set(re.findall(r"ASKWELL_[A-Z_]+", (ROOT / "docs" / "running.md").read_text()))
    assert read - documented == set()


def test_every_template_is_used() -> None:
    code = "\n".join(path.read_text() for path in [*MODULES, *TEMPLATES])
    names = {str(path.relative_to(SOURCE)).split("/templates/", 1)[1] for path in TEMPLATES}
    assert {name for name in names if name not in code and not FOUND_BY_NAME.search(name)} == set()


def test_tests_mirror_the_source() -> None:
    places = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    extra = {Path(), Path("e2e"), Path("hostile"), Path("tools"), Path("bench")}
    mirrored = {place for place in places - extra if (SOURCE / place).is_dir() or (SOURCE / f"{place}.py").is_file()}
    assert places - extra - mirrored == set()


def test_files_hold_one_thing() -> None:
    long = {name_of(path) for path in MODULES if len(path.read_text().splitlines()) > 300}
    assert long - set(LONG_FILES) == set()


def test_templates_are_short() -> None:
    assert {name_of(path) for path in TEMPLATES if len(path.read_text().splitlines()) > 150} == set()


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                yield f"{name_of(path)}:{node.name}", node.end_lineno - node.lineno + 1 if node.end_lineno else 0


def test_functions_are_short() -> None:
    assert {name for name, lines in functions() if lines > 40} - set(LONG_FUNCTIONS) == set()


ACROSS = {"Participant": ("seeker_workspace",), "Match": ("thread_id",)}
"""Indexes by which a programme is found from a seeker's own workspace: only programmes look across workspaces."""


@pytest.mark.parametrize("model", TENANTS, ids=lambda model: model.__name__)
def test_unique_keys_and_indexes_put_the_workspace_first(model: type[models.Model]) -> None:
    keys = [
        constraint.fields for constraint in model._meta.constraints if isinstance(constraint, models.UniqueConstraint)
    ]
    keys += [index.fields for index in model._meta.indexes]
    across = {ACROSS[model.__name__]} if model.__name__ in ACROSS else set()
    assert {tuple(key) for key in keys if key[0] != "workspace"} == across


@pytest.mark.parametrize("model", TENANTS, ids=lambda model: model.__name__)
def test_a_tenant_table_has_an_index_that_finds_a_workspaces_rows(model: type[models.Model]) -> None:
    assert any(
        (getattr(key, "fields", None) or [""])[0] == "workspace"
        for key in [*model._meta.constraints, *model._meta.indexes]
    )


@pytest.mark.parametrize(
    "model",
    [
        m
        for m in apps.get_models()
        if m._meta.app_label in {a.label for a in apps.get_app_configs() if "askwell" in a.name}
    ],
    ids=lambda model: model.__name__,
)
def test_every_table_is_a_tenants_or_says_why_not(model: type[models.Model]) -> None:
    # the last: nobody's data
    shared = {
        "Workspace",
        "User",
        "Profile",
        "SignInLink",
        "AuditEntry",
        "Erasure",
        Membership.__name__,
        "Part",
        "Worker",
    }
    assert issubclass(model, WorkspaceModel) or model.__name__ in shared or model._meta.app_label in DICTIONARIES


def test_the_readme_shows_nothing_of_this_machine() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "requirements").glob("*.txt")]
    found = {path.name for path in texts if re.search(r"(?<![\w.])/(home|root|work|tmp)/", path.read_text())}
    assert found == set()


def test_migrations_of_one_app_form_one_line() -> None:
    """One that stands for others has the number of the last of them, too: the next goes on from there."""
    replaced = {one for row in MigrationLoader(None).disk_migrations.values() for one in row.replaces}
    for folder in SOURCE.glob("*/migrations"):
        label = folder.parent.name
        names = sorted(path.name for path in folder.glob("0*.py") if (label, path.stem) not in replaced)
        lasts = [int((re.search(r"_squashed_(\d{4})", name) or re.match(r"(\d{4})", name))[1]) for name in names]
        assert all(int(after[:4]) == last + 1 for after, last in zip(names[1:], lasts, strict=False)), folder


def test_the_migrations_make_what_the_models_say(db: None) -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_database_that_has_what_is_replaced_has_nothing_to_do(db: None) -> None:
    replaced = [row for row in MigrationLoader(connection).disk_migrations.values() if row.replaces]
    applied = MigrationRecorder(connection).migration_qs
    for migration in replaced:
        assert applied.filter(app=migration.app_label, name=migration.name).delete()[0] == 1
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
