"""How well bounces are understood: `bounces.py FOLDER`, a checkout of sisimai/p5-sisimai (its t/ and set-of-emails/).

Prints of its mails: how many bounces are known for ones; of how many, recipient by recipient, hard or soft is right;
which of the others (complaints, out-of-office letters, reports of success, and the folder `not`) are called bounces;
the same of flufl.bounce where it is installed. What is expected is read from Sisimai's own tests. With `-v` the wrong
ones by name. Without the folder nothing is measured.
"""

import re
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from importlib.util import find_spec
from pathlib import Path

from askwell.protocols.mail.bounces import Kind, read_bounce

NO_BOUNCE = {"feedback", "vacation", "delivered"}
_NAME = re.compile(r"enginename = '([^']+)'")
_CASE = re.compile(r"^\s*'(\d+)'\s*=>\s*\[(.*?)\](?=,\s*(?:'|\}|#))", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"\[\s*'([^']*)',\s*'([^']*)'\s*,\s*'([^']*)',\s*(\d)")
Reader = Callable[[bytes], list[bool] | None]


def expected(folder: Path) -> dict[str, list[tuple[str, bool]]]:
    """The reason and "hard or not" of each recipient, by the mail's file name."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for file in sorted((folder / "t").glob("*.t")):
        source = file.read_text()
        name = _NAME.search(source)
        if not name:
            continue
        engine = name[1].lower()
        family = "" if engine in ("arf", "rfc3464", "rfc3834") else "rhost-" if "-rhost-" in file.name else "lhost-"
        for number, rows in _CASE.findall(source):
            cases = [(reason, hard == "1") for _, _, reason, hard in _ROW.findall(rows)]
            found[f"{family}{engine}-{int(number):02d}.eml"] = cases
    return found


def ours(data: bytes) -> list[bool] | None:
    bounce = read_bounce(data)
    return None if bounce is None else [each.kind is Kind.PERMANENT for each in bounce.failures]


def flufl(data: bytes) -> list[bool] | None:
    from flufl.bounce import all_failures

    temporary, permanent = all_failures(message_from_bytes(data))
    return [False] * len(temporary) + [True] * len(permanent) or None


def measure(title: str, reader: Reader, folder: Path, verbose: bool) -> None:
    mails = folder / "set-of-emails" / "maildir"
    bounces = detected = hard = hard_right = soft = soft_right = others = 0
    wrong: list[str] = []
    false: list[str] = []
    seconds = -time.process_time()
    for name, cases in expected(folder).items():
        result = reader((mails / "bsd" / name).read_bytes())
        if all(reason in NO_BOUNCE for reason, _ in cases):
            others += 1
            false += [name] if result is not None else []
            continue
        bounces += 1
        detected += result is not None
        is_hard = any(each for _, each in cases)
        right = result is not None and set(result) == {each for _, each in cases}
        hard, soft = hard + is_hard, soft + (not is_hard)
        hard_right, soft_right = hard_right + (right and is_hard), soft_right + (right and not is_hard)
        wrong += [] if right else [f"{name} {cases} {result}"]
    for file in sorted((mails / "not").iterdir()):
        others += 1
        false += [file.name] if reader(file.read_bytes()) is not None else []
    seconds += time.process_time()
    right_ones = hard_right + soft_right
    print(f"{title}: detected {detected} of {bounces} ({detected / bounces:.1%})")
    print(
        f"  hard or soft right {right_ones} of {bounces} ({right_ones / bounces:.1%}): hard {hard_right} of {hard}, ",
        end="",
    )
    print(f"soft {soft_right} of {soft}")
    print(f"  called bounces of {others} others: {len(false)}; {seconds:.1f} s of processor time")
    if verbose:
        print("\n".join([*(f"  wrong: {each}" for each in wrong), *(f"  false: {each}" for each in false)]))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("missing")
    if not (folder / "set-of-emails" / "maildir" / "bsd").is_dir():
        print("Sisimai's mails are not there: nothing measured.")
        return
    measure("Askwell", ours, folder, "-v" in sys.argv)
    if find_spec("flufl"):
        measure("flufl.bounce", flufl, folder, verbose=False)


if __name__ == "__main__":
    main()
