"""A recording is written down in a child process, without network; what kills it harms neither parent nor the next."""

import subprocess
import sys
from pathlib import Path

import pytest

from askwell.protocols.speech import SpeechError, Transcript, Word, Writer, speech_is_readable, writer
from tests.factories.speech import KINDS, SAID, noise, packed, silence, voice, words

pytestmark = pytest.mark.once


def code_of(listener: Writer, data: bytes) -> str:
    with pytest.raises(SpeechError) as refused:
        listener.transcribe(data)
    return refused.value.code


def test_what_writes_speech_down_is_installed_where_tests_run() -> None:
    assert speech_is_readable()


def test_what_is_said_is_written_down_whatever_the_browser_packed_it_in() -> None:
    with Writer() as listener:
        for kind in KINDS:
            said = listener.transcribe(packed(voice(), kind))
            assert words(said.text) == words(SAID)
            assert said.seconds == pytest.approx(8.1, abs=0.1)


def test_words_have_their_times_and_how_sure_they_are() -> None:
    with Writer() as listener:
        said = listener.transcribe(packed(voice()))
    assert "".join(word.text for word in said.words).strip() == said.text
    times = [time for word in said.words for time in (word.begins, word.ends)]
    assert times == sorted(times)
    assert times[-1] <= said.seconds + 0.5
    assert all(0 <= word.sureness <= 1 for word in said.words)


def test_words_that_may_be_others_are_named_once() -> None:
    heard = (Word(" Who,", 0, 1, 0.3), Word(" is", 1, 2, 0.9), Word(" who", 2, 3, 0.2), Word(" who?", 3, 4, 0.4))
    assert Transcript("Who, is who who?", heard, 4).doubtful == ("Who", "who")


def test_no_words_are_made_up_where_nobody_speaks_and_the_next_is_heard() -> None:
    with Writer() as listener:
        heard = [code_of(listener, packed(sound)) for sound in (silence(3), noise(5))]
        assert heard == ["silent", "silent"]
        assert code_of(listener, b"nothing") == "not_sound"
        assert words(listener.transcribe(packed(voice())).text) == words(SAID)


def test_a_child_out_of_memory_or_time_is_replaced() -> None:
    with Writer(memory=300 << 20) as listener:
        assert code_of(listener, packed(voice())) in ("too_much_memory", "crashed")
    with Writer(seconds=0.05) as listener:
        assert code_of(listener, packed(voice())) == "too_slow"
        listener._seconds = 60
        assert listener.transcribe(packed(voice())).words


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_PACKAGES", ("faster_whisper", "no_such_model"))
    assert not speech_is_readable()
    with Writer() as listener:
        assert code_of(listener, packed(voice())) == "not_installed"
        assert listener._child is None


def test_a_web_process_loads_nothing_that_opens_sound() -> None:
    heavy = ("av", "faster_whisper", "ctranslate2", "onnxruntime", "numpy", "huggingface_hub")
    code = (
        "import sys, askwell.protocols.speech as s; s.speech_is_readable();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_child_knows_no_secret_and_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_SECRET_KEY", "not for sound")
    with Writer() as listener:
        listener.transcribe(packed(voice()))
        assert listener._child is not None
        place = Path("/proc") / str(listener._child.pid)
        if not place.exists():
            pytest.skip("only where the system shows a process's insides")
        assert b"not for sound" not in (place / "environ").read_bytes()
        assert not [path for path in (place / "fd").iterdir() if str(path.readlink()).startswith("socket:")]
