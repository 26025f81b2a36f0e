"""The newest words of replies, against Discourse's pairs: `newest.py FOLDER`.

FOLDER is `test` of the repository discourse/email_reply_trimmer (fetched, never committed): `emails/NAME.txt` and, with
the same name, what is to be left of it in `trimmed/`. They keep closings and the quoted lines between answers, so it
is `Newest.reply` that is compared.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from askwell.protocols.mail.newest import newest


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("usage: newest.py FOLDER\n")
        return 2
    exact, lost, pairs = 0, 0, sorted(Path(arguments[0], "emails").glob("*.txt"))
    for path in pairs:
        wanted = Path(arguments[0], "trimmed", path.name).read_text("utf-8").strip()
        found = newest(path.read_text("utf-8")).reply
        exact += found == wanted.replace("\r\n", "\n")
        lost += bool(_words(wanted) - _words(found))
    sys.stdout.write(f"pairs {len(pairs)}, exact {exact}, text lost in {lost}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
