"""The child process that listens to recordings. Started by `writer.Writer` only."""

import sys

from askwell.protocols.child import Answer, serve


def _listen(data: bytes, _how: str) -> Answer:
    from askwell.protocols.speech.opening import open_sound  # noqa: PLC0415 - after memory is limited
    from askwell.protocols.speech.recognition import write_down  # noqa: PLC0415 - the same

    said = write_down(open_sound(data))
    words = [(word.text, word.begins, word.ends, word.sureness) for word in said.words]
    return {"text": said.text, "words": words, "seconds": said.seconds}, b""


if __name__ == "__main__":
    serve(int(sys.argv[1]), _listen)
