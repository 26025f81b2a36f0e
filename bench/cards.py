"""What reading a card costs, beside RapidOCR as it comes, in turns: `cards.py DIR [--rounds 3]`.

Ours is all of it: opening, codes, text, fields, the cleaned picture; the peer only finds and reads text in a
picture that is open already. Each lives in a process of its own, warm, and reports its CPU time. A line of
the peer is lost when ours has none that is 80 % like it on the same picture.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

LIMIT = 0.5
ALIKE = 80


def serve_peer() -> Any:
    """RapidOCR with its default settings."""
    import cv2
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical"})

    def prepare(path: str) -> Any:
        return cv2.imread(path)

    def read(picture: Any) -> list[str]:
        return list(engine(picture).txts or ())

    return prepare, read


def serve_ours() -> Any:
    """What the worker's child and the worker do with one picture."""
    from askwell.people.rules.cards import read_card
    from askwell.protocols.pictures.codes import find_codes
    from askwell.protocols.pictures.opening import open_picture, to_jpeg
    from askwell.protocols.pictures.recognition import read_text
    from askwell.protocols.square_codes import read_code

    def prepare(path: str) -> bytes:
        return Path(path).read_bytes()

    def read(data: bytes) -> list[str]:
        image = open_picture(data)
        codes = find_codes(image)
        image, lines = read_text(image)
        to_jpeg(image)
        read_card(lines, [read_code(code) for code in codes])
        return [line.text for line in lines]

    return prepare, read


def serve(which: str) -> None:
    start = time.process_time()
    prepare, read = serve_ours() if which == "ours" else serve_peer()
    for number, line in enumerate(sys.stdin):
        picture = prepare(line.strip())
        loading = start if number == 0 else time.process_time()
        lines = read(picture)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(json.dumps({"cpu": time.process_time() - loading, "lines": lines, "peak": peak}) + "\n")
        sys.stdout.flush()


class Child:
    """One of the two, kept warm."""

    def __init__(self, which: str) -> None:
        command = [sys.executable, __file__, "--serve", which]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, path: Path) -> dict[str, Any]:
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        return dict(json.loads(self.process.stdout.readline()))


def lost(theirs: list[str], ours: list[str]) -> list[str]:
    from rapidfuzz import fuzz

    return [line for line in theirs if max((fuzz.ratio(line, own) for own in ours), default=0) < ALIKE]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", choices=["ours", "peer"])
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return 0
    pictures = sorted(path for path in options.folder.iterdir() if path.suffix in (".jpg", ".png"))
    ours, peer = Child("ours"), Child("peer")
    first = {name: child.read(pictures[0]) for name, child in (("ours", ours), ("peer", peer))}
    turns, missing, found = [], {}, {"ours": 0, "peer": 0}
    for number in range(options.rounds):
        for path in pictures:
            answers = {"ours": ours.read(path), "peer": peer.read(path)}
            turns.append({name: answer["cpu"] for name, answer in answers.items()})
            if number == 0:
                found = {name: found[name] + len(answer["lines"]) for name, answer in answers.items()}
                if gone := lost(answers["peer"]["lines"], answers["ours"]["lines"]):
                    missing[path.name] = gone
    for child in (ours, peer):
        child.process.stdin.close()
        child.process.wait()
    total = {name: sum(turn[name] for turn in turns) for name in ("ours", "peer")}
    result = {
        "pictures": len(pictures),
        "rounds": options.rounds,
        "cpu_a_picture": {name: round(median(turn[name] for turn in turns), 3) for name in total},
        "ratio": round(total["ours"] / total["peer"], 3),
        "median_ratio": round(median(turn["ours"] / turn["peer"] for turn in turns), 3),
        "limit": LIMIT,
        "lines": found,
        "lost": missing,
        "cpu_loading_and_first": {name: round(answer["cpu"], 2) for name, answer in first.items()},
        "peak_mb": {"ours": answers["ours"]["peak"], "peer": answers["peer"]["peak"]},
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 0 if result["ratio"] <= LIMIT and not missing else 1


if __name__ == "__main__":
    sys.exit(main())
