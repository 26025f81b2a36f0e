"""What JSON Resume v1.0.0 asks of a file, said once more so that exports can be held to it."""

from typing import Any

import jsonschema

_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_EMAIL = {"type": "string", "format": "email"}
_DATE = {"type": "string", "pattern": r"^([12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}-[01]\d|[12]\d{3})$"}
_KINDS = {"text": _TEXT, "uri": _URI, "email": _EMAIL, "date": _DATE, "texts": {"type": "array", "items": _TEXT}}

LISTS = {
    "work": "name:text location:text description:text position:text url:uri startDate:date endDate:date summary:text"
    " highlights:texts",
    "volunteer": "organization:text position:text url:uri startDate:date endDate:date summary:text highlights:texts",
    "education": "institution:text url:uri area:text studyType:text startDate:date endDate:date score:text"
    " courses:texts",
    "awards": "title:text date:date awarder:text summary:text",
    "certificates": "name:text date:date url:uri issuer:text",
    "publications": "name:text publisher:text releaseDate:date url:uri summary:text",
    "skills": "name:text level:text keywords:texts",
    "languages": "language:text fluency:text",
    "interests": "name:text keywords:texts",
    "references": "name:text reference:text",
    "projects": "name:text description:text highlights:texts keywords:texts startDate:date endDate:date url:uri"
    " roles:texts entity:text type:text",
}
BASICS = "name:text label:text image:text email:email phone:text url:uri summary:text"
LOCATION = "address:text postalCode:text city:text countryCode:text region:text"
PROFILES = "network:text username:text url:uri"


def _object(fields: str, **more: object) -> dict[str, Any]:
    named = dict(field.split(":") for field in fields.split())
    return {"type": "object", "properties": {name: _KINDS[kind] for name, kind in named.items()} | more}


SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
        "$schema": _URI,
        "basics": _object(
            BASICS, location=_object(LOCATION), profiles={"type": "array", "items": _object(PROFILES)}
        ),
        "meta": _object("canonical:uri version:text lastModified:text"),
    }
    | {name: {"type": "array", "items": _object(fields)} for name, fields in LISTS.items()},
}  # fmt: skip
_VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def faults(value: object) -> list[str]:
    """What the schema finds wrong."""
    return [error.message for error in _VALIDATOR.iter_errors(value)]
