"""Layouts set as PDF by Typst."""

from collections.abc import Callable
from typing import Any

import typst

from askwell.protocols.papers.fonts import fonts
from tests.protocols.resumes.made.people import level, local, span, when

Person = dict[str, Any]
_HEAD = """#set page(paper: "us-letter", margin: 1.7cm)
#set text(font: ("Libertinus Serif", "Noto Sans CJK SC"), size: 10pt)
"""


def compiled(source: str) -> bytes:
    made: bytes = typst.compile((_HEAD + source).encode(), font_paths=fonts())
    return made


def _plain(text: str) -> str:
    return "".join("\\" + char if char in '\\#$*_@<>[]`~"' else char for char in text)


def _items(texts: list[str]) -> str:
    return "".join(f"- {_plain(text)}\n" for text in texts)


def _broken(texts: list[str]) -> str:
    return " \\\n".join(map(_plain, texts)) + "\n\n"


def _bold(text: str) -> str:
    return f'#text(weight: "bold")[{_plain(text)}]'


def sidebar(person: Person) -> str:
    """Contact, skills and languages at the left; title and dates on one line, the organisation below."""
    left = "== CONTACT\n" + _broken([person["phone"], person["email"], f"{person['city']}, BC"])
    left += "== SKILLS\n" + _broken(person["skills"])
    left += "== LANGUAGES\n" + _broken([f"{one['name']} – {level(one, 'en')}" for one in person["languages"]])
    right = f'#text(size: 22pt, weight: "bold")[{person["name"]}] \\\n{person["headline"]}\n== PROFILE\n'
    right += _plain(person["summary"]) + "\n== EXPERIENCE\n"
    for job in person["work"]:
        right += f"{_bold(job['title'])} #h(1fr) {span(job, 'en')} \\\n{_plain(job['company'])}, {job['location']}\n"
        right += _items(job["highlights"])
    right += "== EDUCATION\n"
    for study in person["education"]:
        right += _bold(f"{study['degree']}, {study['field']}") + " \\\n"
        right += f"{study['institution']} #h(1fr) {span(study, 'en')}\n\n"
    right += "== VOLUNTEERING\n"
    for one in person["volunteer"]:
        right += f"{_bold(one['role'])} #h(1fr) {span(one, 'en')} \\\n{_plain(one['organisation'])}\n\n"
    right += "== CERTIFICATIONS\n"
    for one in person["certificates"]:
        right += f"{_plain(one['name'])}, {_plain(one['issuer'])}, {when(one['date'], 'en')}\n\n"
    return f"#grid(columns: (5cm, 1fr), column-gutter: 1cm, [{left}], [{right}])"


def dates_left(person: Person) -> str:
    """French, a narrow column of dates that breaks the longer ones."""

    def row(left: str, right: str) -> str:
        return f"#grid(columns: (3.6cm, 1fr), column-gutter: 0.4cm, [{left}], [{right}])\n"

    source = f"#align(center)[#text(size: 20pt)[{person['name']}]\n\n{_plain(person['headline'])}\n\n"
    source += f"{person['city']} (Québec) • {local(person)} • {_plain(person['email'])}]\n== Profil\n"
    source += _plain(person["summary"]) + "\n== Expérience professionnelle\n"
    for job in person["work"]:
        told = f"{_bold(job['title'])} \\\n_{_plain(job['company'])}_, {job['location']}\n{_items(job['highlights'])}"
        source += row(span(job, "french", " à "), told)
    source += "== Formation\n"
    for study in person["education"]:
        told = f"{_bold(study['degree'] + ' en ' + study['field'].lower())} \\\n{_plain(study['institution'])}"
        source += row(span(study, "french"), told)
    source += "== Bénévolat\n"
    for one in person["volunteer"]:
        source += row(span(one, "french", " à "), f"{_bold(one['role'])}, {_plain(one['organisation'])}")
    source += "== Compétences\n" + " · ".join(map(_plain, person["skills"])) + "\n== Langues\n"
    source += ", ".join(f"{one['name']} ({level(one, 'fr')})" for one in person["languages"]) + "\n== Certifications\n"
    for one in person["certificates"]:
        source += row(when(one["date"], "french"), f"{_plain(one['name'])} — {_plain(one['issuer'])}")
    return source


def banner(person: Person) -> str:
    """Chinese, name and headline over the whole width, contact and skills at the right."""
    side = "== 联系方式\n" + _broken(
        [f"电话：{person['phone']}", f"邮箱：{person['email']}", f"现居：{person['city']}"]
    )
    side += "== 专业技能\n" + _items(person["skills"]) + "== 语言\n"
    side += _broken([f"{one['name']}：{level(one, 'zh')}" for one in person["languages"]])
    main = f"== 个人总结\n{person['summary']}\n== 工作经验\n"
    for job in person["work"]:
        main += f"*{job['company']}* #h(1fr) {span(job, 'dots', ' - ')} \\\n{job['title']}　{job['location']}\n"
        main += _items(job["highlights"])
    main += "== 教育经历\n"
    for study in person["education"]:
        main += f"*{study['institution']}* #h(1fr) {span(study, 'zh')} \\\n{study['field']}　{study['degree']}\n\n"
    main += "== 志愿服务\n"
    for one in person["volunteer"]:
        main += f"*{one['organisation']}* #h(1fr) {span(one, 'dots', ' - ')} \\\n{one['role']}\n\n"
    top = f'#block(width: 100%)[#text(size: 22pt, weight: "bold")[{person["name"]}] #h(1em) {person["headline"]}]\n'
    return f"{top}#grid(columns: (1fr, 5cm), column-gutter: 0.8cm, [{main}], [{side}])"


def title_at(person: Person) -> str:
    """ "Title at Organisation", the place at the right, dates in italics below; the name in capitals."""
    source = f"#align(center)[#text(size: 18pt)[{person['name'].upper()}]\n\n{_plain(person['headline'])}\n\n"
    source += f"{person['city']}, NS | {_plain(person['email'])} | {local(person)}]\n== Employment History\n"
    for job in person["work"]:
        source += f"{_bold(job['title'])} at {_bold(job['company'])} #h(1fr) _{job['location']}_ \\\n"
        source += f"_{span(job, 'english')}_\n{_items(job['highlights'])}\n"
    source += "== Academic Background\n"
    for study in person["education"]:
        source += f"{study['degree']} in {study['field']}, {span(study, 'en', ' to ')} \\\n_{study['institution']}_\n\n"
    source += "== Technical Skills\n" + ", ".join(map(_plain, person["skills"])) + "\n== Languages\n"
    source += " | ".join(f"{one['name']}: {level(one, 'en')}" for one in person["languages"])
    source += "\n== Licences and Certifications\n"
    source += _items([f"{one['name']}, {one['issuer']} ({when(one['date'], 'en')})" for one in person["certificates"]])
    source += "== Community Involvement\n"
    for one in person["volunteer"]:
        source += f"{_bold(one['role'])} at {_bold(one['organisation'])} \\\n_{span(one, 'english')}_\n\n"
    return source


def headings_in_margin(person: Person) -> str:
    """French, each heading at the left of its section."""

    def section(heading: str, body: str) -> str:
        return f"#grid(columns: (3.4cm, 1fr), column-gutter: 0.5cm, [{_bold(heading)}], [{body}])\n#v(6pt)\n"

    jobs = "".join(
        f"{_bold(job['company'])}, {job['location']} #h(1fr) {span(job, 'chiffres')} \\\n_{_plain(job['title'])}_\n"
        + _items(job["highlights"])
        for job in person["work"]
    )
    studies = "".join(
        f"{study['institution']} #h(1fr) {span(study, 'fr')} \\\n{study['degree']}, {study['field']}\n\n"
        for study in person["education"]
    )
    given = "".join(
        f"{_bold(one['organisation'])} #h(1fr) {span(one, 'chiffres')} \\\n_{_plain(one['role'])}_\n\n"
        for one in person["volunteer"]
    )
    names = [f"{one['name']} ({one['issuer']}), {when(one['date'], 'fr')}" for one in person["certificates"]]
    spoken = "; ".join(f"{one['name']} : {level(one, 'fr')}" for one in person["languages"])
    source = f"#text(size: 22pt)[{person['name']}] \\\n{_plain(person['headline'])} \\\n"
    source += f"{local(person)} – {_plain(person['email'])} – {person['city']}\n\n"
    source += section("Expérience", jobs) + section("Formation", studies) + section("Engagement bénévole", given)
    source += section("Compétences", ", ".join(person["skills"])) + section("Langues", spoken)
    return source + section("Certificats", _broken(names))


def rows(person: Person) -> str:
    """Chinese, date, organisation and title side by side, labels before what they name."""

    def row(*cells: str) -> str:
        return "#grid(columns: (4.2cm, 1fr, 4cm), " + ", ".join(f"[{cell}]" for cell in cells) + ")\n"

    source = (
        f"#align(center)[#text(size: 20pt)[个人简历]]\n姓名：{person['name']} #h(2em) 电话：{person['phone']} #h(2em) "
    )
    source += f"邮箱：{_plain(person['email'])} \\\n现居地：{person['city']} #h(2em) 求职意向：{person['headline']}\n"
    source += "== 教育背景\n"
    for study in person["education"]:
        source += row(span(study, "zh", "–"), study["institution"], f"{study['field']}　{study['degree']}")
    source += "== 工作经历\n"
    for job in person["work"]:
        source += row(span(job, "zh", "—"), f"*{job['company']}*", job["title"]) + _items(job["highlights"])
    source += "== 志愿者经历\n"
    for one in person["volunteer"]:
        source += row(span(one, "zh", "—"), f"*{one['organisation']}*", one["role"])
    source += "== 技能证书\n"
    source += _broken(
        [f"{one['name']}（{one['issuer']}，{when(one['date'], 'zh')}）" for one in person["certificates"]]
    )
    source += "== 专业技能\n" + "；".join(person["skills"]) + "\n== 语言能力\n"
    return source + "，".join(f"{one['name']}（{level(one, 'zh')}）" for one in person["languages"])


def three_columns(person: Person) -> str:
    """Skills, languages and certificates side by side below the rest."""
    source = f"#align(center)[#text(size: 24pt)[{person['name']}]\n\n{local(person)} #h(8pt) "
    source += f"{_plain(person['email'])} #h(8pt) {person['city']}, Ontario]\n"
    source += f"#align(center)[_{person['headline']}_]\n== EXPERIENCE\n"
    for job in person["work"]:
        source += f"{_bold(job['company'])} — {job['title']} #h(1fr) {span(job, 'en')}\n{_items(job['highlights'])}\n"
    source += "== EDUCATION\n"
    for study in person["education"]:
        source += (
            f"{_bold(study['institution'])} — {study['degree']}, {study['field']} #h(1fr) {span(study, 'en')} \\\n"
        )
    source += "\n== VOLUNTEERING\n"
    for one in person["volunteer"]:
        source += f"{_bold(one['organisation'])} — {one['role']} #h(1fr) {span(one, 'en')} \\\n"
    columns = ["== SKILLS\n" + _items(person["skills"])]
    columns.append("== LANGUAGES\n" + _broken([f"{one['name']} ({level(one, 'en')})" for one in person["languages"]]))
    given = [f"{one['name']}, {one['issuer']}, {when(one['date'], 'figures')}" for one in person["certificates"]]
    columns.append("== CERTIFICATES\n" + "\n\n".join(map(_plain, given)))
    grid = ", ".join(f"[{column}]" for column in columns)
    return f"{source}\n#v(10pt)\n#grid(columns: (1fr, 1fr, 1fr), column-gutter: 10pt, {grid})"


def two_pages(person: Person) -> str:
    """Long items in justified type over two pages with numbers; company and place, title and dates on two lines."""
    source = f"#align(center)[#text(size: 20pt)[{person['name']}] \\\n{person['city']}, ON #sym.dot.c {local(person)} "
    source += f"#sym.dot.c {_plain(person['email'])} \\\n_{person['headline']}_]\n== Professional Experience\n"
    more = ", and kept the reports of the regional office on time, accurate and easy for everybody to follow later on"
    for job in person["work"]:
        source += (
            f"{_bold(job['company'])} #h(1fr) {job['location']} \\\n_{job['title']}_ #h(1fr) _{span(job, 'en')}_\n"
        )
        source += _items([line + more for line in job["highlights"] * 5]) + "\n"
    source += "== Education\n"
    for study in person["education"]:
        source += f"{_bold(study['institution'])} #h(1fr) {span(study, 'en')} \\\n"
        source += f"_{study['degree']} in {study['field']}_ (GPA: 3.7/4.0)\n\n"
    source += "== Volunteering\n"
    for one in person["volunteer"]:
        source += f"{_bold(one['organisation'])} #h(1fr) {span(one, 'en')} \\\n_{one['role']}_\n\n"
    source += f"== Skills\n*Core:* {', '.join(person['skills'][:2])} \\\n*Tools:* {', '.join(person['skills'][2:])}\n"
    source += "== Languages\n" + ", ".join(f"{one['name']} ({level(one, 'en')})" for one in person["languages"])
    source += "\n== Certifications\n"
    for one in person["certificates"]:
        source += f"{_plain(one['name'])}, {one['issuer']} #h(1fr) {when(one['date'], 'en')} \\\n"
    return f'#set par(justify: true)\n#set page(numbering: "1 / 1")\n{source}'


LAYOUTS: tuple[tuple[str, Callable[[Person], str]], ...] = (
    ("ravi", sidebar), ("chloe", dates_left), ("marie", dates_left), ("zhou", banner), ("omar", title_at),
    ("antoine", headings_in_margin), ("huang", rows), ("xu", rows), ("sofia", three_columns), ("hannah", two_pages),
)  # fmt: skip
