"""How many of a folder's sample cards are read: `vcards.py DIR`, with a line for each that is not.

For the samples that public vCard libraries are tested with, fetched by whoever runs it; none is kept here. A file
with no BEGIN:VCARD in it holds no card and does not count.
"""

import argparse
from collections import Counter
from pathlib import Path

from askwell.protocols.contacts import Aside, UnreadableFile, inspect, read

NO_PERSON = ("group_card", "not_a_person", "no_name_nor_address", "unreadable_card")
"""Read as what they are: a list, a firm, nothing but a photograph or a birthday."""


def look(path: Path, counts: Counter[str]) -> list[str]:
    """Counts the file's cards as read, no person or lost; returns what is to be said of it."""
    data, said = path.read_bytes(), []
    if b"VCARD" not in data.replace(b"\0", b"").upper():
        counts["no card in the file"] += 1
        return []
    try:
        records = list(read(data, inspect(data, path.name)))
    except UnreadableFile as refusal:
        counts["files refused"] += 1
        return [f"{path}: {refusal.code}"]
    for record in records:
        counts["cards"] += 1
        if not isinstance(record, Aside):
            counts["persons"] += 1
        elif record.reason in NO_PERSON:
            counts[record.reason] += 1
        else:
            counts["lost"] += 1
            said.append(f"{path}: card {record.number} {record.reason}")
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder, counts = parser.parse_args().folder, Counter[str]()
    for path in sorted(folder.rglob("*.v*")):
        for line in look(path, counts):
            print(line)
    read_well = counts["cards"] - counts["lost"]
    print(f"{read_well} of {counts['cards']} cards read", dict(counts))


if __name__ == "__main__":
    main()
