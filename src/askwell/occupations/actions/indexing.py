"""Lay out the words of all titles for the search."""

from collections.abc import Iterator
from hashlib import sha256

from askwell.occupations.choices import Source
from askwell.occupations.models import Title, TitleIndex
from askwell.occupations.rules.laying import Entry, lay, packed

MAIN, OWN = 0.02, 0.02
"""A little more for a title before what else an occupation is called, and for occupations in three languages."""


def index_titles() -> None:
    """Write the index anew; within the transaction that changed the titles."""
    data = packed(lay(_entries()))
    TitleIndex.objects.update_or_create(pk=1, defaults={"data": data, "stamp": sha256(data).hexdigest()[:16]})


def _entries() -> Iterator[Entry]:
    rows = Title.objects.order_by("id").values_list("id", "occupation_id", "occupation__source", "words", "is_main")
    for number, key, source, words, is_main in rows.iterator(chunk_size=5000):
        yield Entry(number, key, words.split(" ") if words else [], MAIN * is_main + OWN * (source == Source.OWN))
