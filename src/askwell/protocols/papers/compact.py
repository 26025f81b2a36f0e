"""A PDF made smaller: its small objects, most of them the tags that screen readers follow, packed into one stream.

Typst writes each as text of its own, which is half of a resume. Object streams and cross-reference streams are part of
PDF 1.5; nothing of the content changes.
"""

import re
import zlib

_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)", re.DOTALL)
_HEAD = re.compile(rb"(\d+) 0 obj\s*")


def compact(pdf: bytes) -> bytes:
    """The same document in fewer bytes; one that is not as Typst writes it comes back as it was."""
    trailer = _TRAILER.search(pdf, max(0, len(pdf) - 2000))
    if trailer is None:
        return pdf
    objects = _objects(pdf, int(trailer[2]))
    if objects is None:
        return pdf
    kept = {number: body for number, body in objects.items() if body.endswith(b"endstream")}
    packed = {number: body for number, body in objects.items() if number not in kept}
    return _written(pdf[: pdf.index(b"1 0 obj")], kept, packed, trailer[1])


def _objects(pdf: bytes, table: int) -> dict[int, bytes] | None:
    """The objects by number, from the cross-reference table: only if it is one piece with one generation."""
    lines = pdf[table:].split(b"\n", 2)
    if len(lines) < 3 or lines[0].strip() != b"xref" or not lines[1].startswith(b"0 "):
        return None
    count = int(lines[1].split()[1])
    entries = [lines[2][20 * place : 20 * place + 20] for place in range(count)]
    places = sorted(int(entry[:10]) for entry in entries if entry[17:18] == b"n")
    objects = {}
    for start, end in zip(places, [*places[1:], table], strict=True):
        head = _HEAD.match(pdf, start)
        if head is None:
            return None
        objects[int(head[1])] = pdf[head.end() : pdf.rindex(b"endobj", start, end)].strip()
    return objects


def _written(header: bytes, kept: dict[int, bytes], packed: dict[int, bytes], trailer: bytes) -> bytes:
    out = bytearray(header)
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 0)}
    bundle = max((*kept, *packed)) + 1
    rows |= {number: (2, bundle, place) for place, number in enumerate(packed)}
    for number, body in [*kept.items(), (bundle, _bundle(packed))]:
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    rows[bundle + 1] = (1, start, 0)
    keys = re.sub(rb"/Size \d+", b"", trailer).strip()
    index = b"".join(
        bytes((kind,)) + place.to_bytes(4) + last.to_bytes(2)
        for kind, place, last in (rows.get(number, (0, 0, 0)) for number in range(bundle + 2))
    )
    table = _stream(b"/Type/XRef/W[1 4 2]/Size %d%b" % (bundle + 2, keys), index)
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (bundle + 1, table, start)
    return bytes(out)


def _bundle(packed: dict[int, bytes]) -> bytes:
    place, heads = 0, []
    for number, body in packed.items():
        heads.append(b"%d %d" % (number, place))
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(packed), len(head)), head + b"\n".join(packed.values()))


def _stream(keys: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (keys, len(small), small)
