"""LinkedIn's data export, as people bring it: whole, in a folder, with notes above the headings, or a single table."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.resumes import (
    Award,
    Certificate,
    Job,
    Link,
    Project,
    Publication,
    Read,
    Reference,
    Remark,
    ResumeError,
    Skill,
    Spoken,
    Study,
)
from askwell.protocols.resumes.kinds import read_any

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\n"
    'Ana,Teal,,1 Vat Lane,,Dyer,"Blue first.\n\nThen green.",,V5A 1A1,"Vancouver, British Columbia, Canada",[anateal],'
    '"[PORTFOLIO:https://ana.example/,BLOG:https://blog.ana.example/]",\n'
)
WHOLE = {
    "Profile.csv": PROFILE,
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Teal Mill,Dyer,"Ran the vats.\n• Dyed 40 bolts a day\n• Trained two\nhelpers",Vancouver,Jan 2020,\n'
    "Loom Ltd,Weaver,,,2017,2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'Salt College,2015,2017,Assessed in 2019,"Diploma, Textiles","Dye club\nLoom club"\n',
    "Skills.csv": "Name\nIndigo\nWeld\nIndigo\n",
    "Languages.csv": "Name,Proficiency\nFrench,Professional working proficiency\nTeal,\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Vat Safety,https://vat.example/1,Dyers Guild,Mar 2021,,A-7\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\n"
    "Wool Bank,Sorter,Environment,Feb 2021,May 2022,\n",
    "Organizations.csv": "Name,Position,Description,Started On,Finished On\nDyers Guild,Member,,2018,\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nBlue Book,All blues.,https://blue.example,2020,\n",
    "Honors.csv": "Title,Description,Issued On\nBest Blue,Of the fair,Jun 2021\n",
    "Publications.csv": "Name,Published On,Description,Publisher,Url\nOn Blue,2019,,Vat Press,\n",
    "Courses.csv": "Name,Number\nColour,101\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Pat,Loom,Loom Ltd,Manager,"A pleasure.\nTruly.","03/05/24, 10:00 AM",VISIBLE\n',
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nold@ana.example,Yes,No,1\n"
    "Ana@Ana.example,Yes,Yes,2\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,604-555-0101,Home\n,604-555-0102,Mobile\n",
    "Connections.csv": "First Name,Last Name\nPat,Loom\n",
}


def zipped(**tables: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in tables.items():
            archive.writestr(name, text)
    return out.getvalue()


def export(folder: str = "", **tables: str | bytes) -> Read:
    return read_any(zipped(**{folder + name: text for name, text in tables.items()}))


def test_an_export_is_read_whole() -> None:
    resume = export(**WHOLE).resume
    assert (resume.name, resume.headline, resume.summary) == ("Ana Teal", "Dyer", "Blue first.\n\nThen green.")
    assert (resume.email, resume.phone) == ("ana@ana.example", "604-555-0102")
    assert (resume.place, resume.country, resume.address, resume.postal_code) == (
        "Vancouver",
        "CA",
        "1 Vat Lane",
        "V5A 1A1",
    )
    assert resume.url == "https://ana.example"
    assert resume.links == (Link("https://blog.ana.example"), Link("https://twitter.com/anateal", "Twitter", "anateal"))
    done = ("Dyed 40 bolts a day", "Trained two helpers")
    assert resume.work == (
        Job("Dyer", "Teal Mill", "Vancouver", "2020-01", summary="Ran the vats.", lines=done),
        Job("Weaver", "Loom Ltd", "", "2017", "2019"),
    )
    assert resume.education == (
        Study(
            "Salt College", "Diploma", "Textiles", "", "2015", "2017", "", "Assessed in 2019", ("Dye club", "Loom club")
        ),
    )
    assert resume.skills == (Skill("Indigo"), Skill("Weld"))
    assert resume.languages == (Spoken("French", "working", "Professional working proficiency"), Spoken("Teal"))
    assert resume.certificates == (
        Certificate("Vat Safety", "Dyers Guild", "2021-03", "https://vat.example/1"),
        Certificate("Colour"),
    )
    assert resume.volunteering == (
        Job("Sorter", "Wool Bank", "", "2021-02", "2022-05"),
        Job("Member", "Dyers Guild", "", "2018"),
    )
    assert resume.projects == (Project("Blue Book", start="2020", summary="All blues.", url="https://blue.example"),)
    assert resume.awards == (Award("Best Blue", "", "2021-06", "Of the fair"),)
    assert resume.publications == (Publication("On Blue", "Vat Press", "2019"),)
    assert resume.references == (Reference("Pat Loom", "Manager, Loom Ltd", "", "A pleasure.\nTruly."),)


def test_what_is_not_kept_is_named() -> None:
    assert export(**WHOLE).remarks == (
        Remark("unknown_field", "Certifications.csv:2 license number", "A-7"),
        Remark("unknown_field", "Volunteering.csv:2 cause", "Environment"),
        Remark("unknown_field", "Courses.csv:2 number", "101"),
        Remark("unknown_field", "Email Addresses.csv", "old@ana.example"),
        Remark("unknown_field", "PhoneNumbers.csv", "604-555-0101"),
        Remark("file_not_read", "", "Connections.csv"),
    )


def test_folders_marks_of_byte_order_and_notes_above_the_headings_change_nothing() -> None:
    plain = export(**WHOLE)
    notes = 'Notes:\n"These are your positions, as of today"\n\n'
    changed = {name: (notes if name == "Positions.csv" else "") + text for name, text in WHOLE.items()}
    packed = {name.replace(" ", "_"): b"\xef\xbb\xbf" + text.encode() for name, text in changed.items()}
    assert export("Basic_LinkedInDataExport_01-02-2026/", **packed).resume == plain.resume


def test_headings_in_french_and_chinese_are_known() -> None:
    french = export(
        **{
            "Positions.csv": "Nom de l'entreprise,Intitulé du poste,Date de début,Date de fin\nMoulin,Teinturière,janv. 2020,\n"
        }
    )
    chinese = export(**{"Positions.csv": "公司名称,职位,开始时间,结束时间\n染坊,染工,2020年1月,2021年\n"})
    assert french.resume.work == (Job("Teinturière", "Moulin", "", "2020-01"),)
    assert chinese.resume.work == (Job("染工", "染坊", "", "2020-01", "2021"),)


def test_a_chinese_name_has_its_family_name_first() -> None:
    read = export(**{"Profile.csv": "First Name,Last Name,Headline,Geo Location\n玉梅,孙,分析师,加拿大 密西沙加\n"})
    assert (read.resume.name, read.resume.place, read.resume.language) == ("孙玉梅", "密西沙加", "zh-Hans")


def test_a_single_table_is_read_by_its_name() -> None:
    read = read_any(WHOLE["Positions.csv"].encode(), "C:\\Downloads\\Positions.csv")
    assert [job.organisation for job in read.resume.work] == ["Teal Mill", "Loom Ltd"]


def test_tables_without_known_headings_and_unreadable_dates_are_named() -> None:
    read = export(
        **{"Positions.csv": "Company Name,Title,Started On\nTeal Mill,Dyer,long ago\n", "Education.csv": "a,b\n1,2\n"}
    )
    assert read.resume.work == (Job("Dyer", "Teal Mill"),)
    assert read.remarks == (
        Remark("file_not_read", "Education.csv"),
        Remark("date_unreadable", "Positions.csv:2 started on", "long ago"),
    )


def test_an_export_of_connections_alone_is_no_resume() -> None:
    with pytest.raises(ResumeError) as refused:
        export(**{"Connections.csv": "First Name\nPat\n"})
    assert refused.value.code == "no_resume_in_zip"


@given(st.sampled_from(sorted(WHOLE)), st.binary(max_size=80), st.integers(0, 400))
def test_any_bytes_in_a_table_are_read(name: str, new: bytes, place: int) -> None:
    data = WHOLE[name].encode()
    place %= len(data)
    tables: dict[str, str | bytes] = {"Profile.csv": PROFILE, name: data[:place] + new + data[place:]}
    assert export(**tables).kind == "linkedin"
