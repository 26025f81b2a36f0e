"""Resumes as files, and a worker that reads them."""

import json
from dataclasses import replace
from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.bringing import read_file, receive_file
from askwell.portfolio.models import StoryFile
from askwell.protocols.resumes import (
    Certificate,
    Job,
    Link,
    Project,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
    to_json_resume,
)

MEI = Resume(
    name="Mei Lin",
    native_name="林梅",
    email="mei.lin@seeker.example",
    phone="604-555-0142",
    place="Burnaby",
    region="BC",
    country="CA",
    headline="Demand planner",
    summary="Ten years of purchasing.",
    links=(Link("https://www.linkedin.com/in/mei-lin-example", "LinkedIn"),),
    work=(
        Job("Shift lead", "Maple Basket Market", "Burnaby", "2023-06", "", lines=("Order the dairy wall.",)),
        Job("Buyer", "Lantian Home Appliances", "Chengdu", "2013-03", "2019-08", lines=("Trained two buyers.",)),
    ),
    volunteering=(Job("Stock helper", "Harbourlight Food Bank", "Burnaby", "2024-04"),),
    education=(Study("Jinjiang Institute of Commerce", "Bachelor of Management", "Logistics", "", "2009", "2013"),),
    certificates=(Certificate("Supply chain planning", "Fraser Bridge College", "2024-06"),),
    projects=(Project("Forecast for a bakery", start="2024-01", end="2024-03"),),
    skills=(Skill("Tools", ("Excel", "SAP")), Skill("Forecasting")),
    languages=(Spoken("Mandarin", "native", "native"), Spoken("English", "working", "CLB 8")),
    references=(Reference("Tom Reyes", "Warehouse lead", "tom.reyes@bank.example"),),
    language="en",
)  # fmt: skip

MEI_ZH = Resume(
    name="林梅",
    email="mei.lin@seeker.example",
    headline="需求计划员",
    summary="十年采购经验。",
    work=(
        Job("领班", "枫篮超市", "本拿比", "2023-06", "", lines=("负责乳品墙的订货。",)),
        Job("采购员", "蓝田家电", "成都", "2013-03", "2019-08", lines=("培训了两名采购员。", "每年出国旅行一次。")),
    ),
    volunteering=(Job("库房帮手", "港光食物银行", "本拿比", "2024-04"),),
    education=(Study("锦江商学院", "管理学学士", "物流", "", "2009", "2013"),),
    certificates=(Certificate("供应链计划", "菲沙桥学院", "2024-06"),),
    projects=(Project("为面包店做预测", start="2024-01", end="2024-03"),),
    skills=(Skill("工具", ("Excel", "SAP")), Skill("需求预测"), Skill("遛狗")),
    languages=(Spoken("普通话", "native", "母语"), Spoken("英语", "working", "CLB 8"), Spoken("粤语", "limited", "")),
    references=(Reference("Tom Reyes", "仓库主管", "tom.reyes@bank.example"),),
    language="zh-Hans",
)  # fmt: skip
"""The same life in Chinese; one line, one skill and one language are in it only."""


def as_bytes(resume: Resume) -> bytes:
    return json.dumps(to_json_resume(resume)).encode()


def brought(workspace: Workspace, now: datetime, resume: Resume = MEI, data: bytes | None = None) -> StoryFile:
    """A file that came in and was read, with what was found."""
    file = receive_file(workspace=workspace, name="resume.json", data=data or as_bytes(resume), now=now)
    read_file(workspace=workspace, story_file_id=file.pk, clock=lambda: now)
    return StoryFile.objects.of(workspace).get(pk=file.pk)


def ready(workspace: Workspace, now: datetime, resume: Resume = MEI) -> StoryFile:
    """A file as it stands once a worker has read it, without one."""
    found = {"state": "ready", "kind": "json", "found": to_json_resume(resume)}
    return StoryFile.objects.create(
        workspace=workspace, name="resume.json", created_at=now, touched_at=now, **found
    )  # fmt: skip


def only(**parts: object) -> Resume:
    """A resume with nothing but these parts."""
    return replace(Resume(language="en"), **parts)  # type: ignore[arg-type]  # fields by name
