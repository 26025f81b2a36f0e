"""The words that are taken out of postings, against those that a person marked.

    python bench/posting_terms.py cases/posting_terms/first.jsonl

A term is right where it is a marked one, or a part of one, or holds one: "food safety" for "food safety audits".
"""

import json
import statistics
import sys
import time
from pathlib import Path

from askwell.portfolio.rules.words import terms_of
from askwell.portfolio.rules.words.folding import Key, is_said, key_of


def main(path: str) -> int:
    found = marked = right = seen = 0
    spent = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        began = time.process_time()
        terms = [term.key for term in terms_of(case["text"], (case["employer"], case["title"]))]
        spent.append(time.process_time() - began)
        wanted = [key_of(text) for text in case["terms"]]
        found, marked = found + len(terms), marked + len(wanted)
        right += sum(any(_alike(term, want) for want in wanted) for term in terms)
        seen += sum(any(_alike(term, want) for term in terms) for want in wanted)
    print(f"{found} terms found, {right / found:.2f} of them right; {seen / marked:.2f} of {marked} marked ones found")
    print(f"{1000 * statistics.median(spent):.1f} ms of processor time a posting")
    return 0


def _alike(one: Key, other: Key) -> bool:
    return is_said(one, (other,)) or is_said(other, (one,))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
