"""Whether bytes are a picture as `opening.to_jpeg` writes one, told without decoding it: pure Python."""

LONGEST_SIDE = 2000
_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _SIZES, _DATA = b"\xff\xe0", b"\xff\xc0", b"\xff\xda"
_TABLES = (b"\xff\xdb", b"\xff\xc4")


def is_bare(data: bytes) -> bool:
    """A baseline JPEG of at most our size with nothing in it but the picture: no metadata, no comment, no second
    picture, nothing after its end."""
    if not (data.startswith(_START) and data.endswith(_END)):
        return False
    place, sizes = len(_START), 0
    while (marker := data[place : place + 2]) != _DATA:
        length = int.from_bytes(data[place + 2 : place + 4])
        segment = data[place + 4 : place + 2 + length]
        if length < 2 or not _is_ours(marker, segment):
            return False
        sizes += marker == _SIZES
        place += 2 + length
    return sizes == 1 and b"\xff" not in data[place + 2 : -2].replace(b"\xff\x00", b"")


def _is_ours(marker: bytes, segment: bytes) -> bool:
    if marker == _JFIF:
        return len(segment) == 14 and segment.startswith(b"JFIF\0")  # longer with a small picture of its own
    if marker == _SIZES:
        return max(int.from_bytes(segment[1:3]), int.from_bytes(segment[3:5])) <= LONGEST_SIDE
    return marker in _TABLES
