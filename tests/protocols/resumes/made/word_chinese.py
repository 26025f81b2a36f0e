"""Layouts of Chinese resumes written as Word documents."""

from collections.abc import Callable
from typing import Any

import docx

from tests.protocols.resumes.made.people import level, span, when
from tests.protocols.resumes.made.word import Person, bold, lines, spoken


def form(person: Person) -> Any:
    """Chinese, a table of labels and values, then lines parted by blanks."""
    document = docx.Document()
    document.add_heading("个人简历", 0)
    table = document.add_table(2, 4)
    pairs = (("姓名", "name"), ("电话", "phone"), ("邮箱", "email"), ("现居地", "city"))
    for at, (label, field) in enumerate(pairs):
        table.rows[at // 2].cells[at % 2 * 2].text = label
        table.rows[at // 2].cells[at % 2 * 2 + 1].text = person[field]
    lines(document, [f"求职意向：{person['headline']}"])
    document.add_heading("【工作经历】", 2)
    for job in person["work"]:
        lines(document, [f"{span(job, 'zh', '—')}    {job['company']}    {job['title']}"])
        lines(document, job["highlights"], "List Number")
    document.add_heading("【教育背景】", 2)
    for one in person["education"]:
        lines(document, [f"{span(one, 'zh', '—')}    {one['institution']}    {one['field']}    {one['degree']}"])
    document.add_heading("【语言能力】", 2)
    lines(document, ["、".join(f"{one['name']}（{level(one, 'zh')}）" for one in person["languages"])])
    document.add_heading("【专业技能】", 2)
    lines(document, ["、".join(person["skills"])])
    document.add_heading("【资格证书】", 2)
    lines(document, [f"{when(one['date'], 'zh')}  {one['name']}  {one['issuer']}" for one in person["certificates"]])
    document.add_heading("【社会实践】", 2)
    lines(
        document, [f"{span(one, 'zh', '—')}    {one['organisation']}    {one['role']}" for one in person["volunteer"]]
    )
    return document


def numbered(person: Person) -> Any:
    """Chinese, headings that are only numbered, titles and degrees in brackets."""
    document = docx.Document()
    bold(document, f"{person['name']}    {person['headline']}", 16)
    lines(document, [f"电话：{person['phone']}　邮箱：{person['email']}　所在城市：{person['city']}", "一、工作经历"])
    for job in person["work"]:
        lines(document, [f"{span(job, 'slashes', '-')}  {job['company']}（{job['title']}）"])
        lines(document, [f"{at}、{line}；" for at, line in enumerate(job["highlights"], 1)])
    lines(document, ["二、教育经历"])
    for one in person["education"]:
        lines(document, [f"{span(one, 'zh', '-')}  {one['institution']}（{one['field']}，{one['degree']}）"])
    lines(
        document,
        [
            "三、专业技能",
            "，".join(person["skills"]),
            "四、语言能力",
            "；".join(spoken(person, "zh", "：")),
            "五、所获证书",
        ],
    )
    lines(document, [f"{when(one['date'], 'zh')}，{one['name']}，{one['issuer']}" for one in person["certificates"]])
    lines(document, ["六、志愿服务"] if person["volunteer"] else [])
    lines(
        document,
        [f"{span(one, 'slashes', '-')}  {one['organisation']}（{one['role']}）" for one in person["volunteer"]],
    )
    return document


def labelled(person: Person) -> Any:
    """Chinese, labels with blanks within, headings behind a mark, bars between."""
    document = docx.Document()
    bold(document, "个 人 简 历")
    labels = (
        ("姓    名", "name"),
        ("电    话", "phone"),
        ("邮    箱", "email"),
        ("现居地", "city"),
        ("应聘职位", "headline"),
    )
    lines(document, [f"{label}：{person[field]}" for label, field in labels])
    bold(document, "■ 工作经历")
    for job in person["work"]:
        bold(document, f"{span(job, 'zh', ' - ')}  {job['company']} | {job['title']}")
        lines(document, [f"{at}. {line}" for at, line in enumerate(job["highlights"], 1)])
    bold(document, "■ 教育经历")
    for one in person["education"]:
        lines(document, [f"{span(one, 'zh', ' - ')}  {one['institution']} | {one['field']} | {one['degree']}"])
    bold(document, "■ 技能特长")
    lines(document, ["、".join(person["skills"])])
    bold(document, "■ 语言能力")
    lines(document, spoken(person, "zh", "："))
    bold(document, "■ 资格证书")
    lines(document, [f"{one['name']}（{one['issuer']}，{when(one['date'], 'zh')}）" for one in person["certificates"]])
    bold(document, "■ 公益活动")
    lines(document, [f"{span(one, 'zh', ' - ')}  {one['organisation']} | {one['role']}" for one in person["volunteer"]])
    return document


LAYOUTS: tuple[tuple[str, Callable[[Person], Any]], ...] = (
    ("lin", form), ("huang", form), ("xu", numbered), ("gao", numbered), ("chen", labelled),
)  # fmt: skip
