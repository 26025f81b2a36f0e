"""Personal names: taken apart as a careful reader would, and shown."""

from askwell.lib.names.model import PersonName
from askwell.lib.names.order import can_be_given
from askwell.lib.names.parsing import join_name, parse_name
from askwell.lib.names.searching import name_tokens
from askwell.lib.names.show import display_name, face, latin_name
from askwell.lib.pinyin import reading_of

__all__ = [
    "PersonName",
    "can_be_given",
    "display_name",
    "face",
    "join_name",
    "latin_name",
    "name_tokens",
    "parse_name",
    "reading_of",
]
