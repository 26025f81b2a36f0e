"""Documents out: a resume or a letter becomes PDF, pictures of its pages, DOCX or plain text; a report only PDF. Pure.

`laying` and `laying_letters` give every writer the same words in the same order; `setting` has Typst set them,
`word` and `plain_text` write them down.
"""

from askwell.protocols.papers.laying import Group, groups
from askwell.protocols.papers.layout import (
    SECTIONS,
    Layout,
    Pictured,
    Printed,
    Template,
    order_of,
    recency,
    templates_for,
    whole_order,
)
from askwell.protocols.papers.letter import Letter
from askwell.protocols.papers.plain_text import text
from askwell.protocols.papers.report import Report, ReportTable
from askwell.protocols.papers.setting import pdf, pictures
from askwell.protocols.papers.word import docx

__all__ = [
    "SECTIONS",
    "Group",
    "Layout",
    "Letter",
    "Pictured",
    "Printed",
    "Report",
    "ReportTable",
    "Template",
    "docx",
    "groups",
    "order_of",
    "pdf",
    "pictures",
    "recency",
    "templates_for",
    "text",
    "whole_order",
]
