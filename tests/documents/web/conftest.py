"""The seeker with a story, in front of a resume made from it."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import opened, resume_row
from askwell.documents.rules.selecting import Selected
from tests.factories.documents import make_resume, tell_story

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def resume(workspace: Workspace, now: datetime) -> Resume:
    tell_story(workspace)
    return make_resume(workspace, now)


def selected(resume: Resume) -> Selected:
    """What the resume says now."""
    return opened(resume_row(resume.workspace, resume.pk)).selected


def sent(resume: Resume, **changes: object) -> dict[str, object]:
    """What the page of this resume sends where nothing was changed, with some changes."""
    kept = opened(resume_row(resume.workspace, resume.pk))
    now = kept.selected
    lines = [line for part in now.parts for line in part.lines]
    return {
        "whole": "1",
        "version": kept.row.version,
        "headline": now.headline,
        "summary": now.summary,
        "reach": ["phone", "email", "place", "links", "native_name"],
        "beside": "1",
        "order": " ".join(kept.choice.order),
        "part": [one.id for one in now.parts if one.on],
        "line": [one.id for one in lines if one.on],
        "skill": [one.id for one in now.skills if one.on],
        "tongue": [one.id for one in now.languages if one.on],
        "reference": [one.id for one in now.references if one.on],
        "template": kept.row.template,
        "paper": kept.row.paper,
        "pages": kept.row.pages,
        **{f"text-{line.id}": line.text for line in lines},
        **changes,
    }


def page(resume: Resume, name: str = "resume") -> str:
    return reverse(f"documents:{name}", args=[resume.pk])
