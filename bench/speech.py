"""How well and how fast English speech is written down: `python bench/speech.py`.

Sentences of practice are spoken by synthetic voices (flite and espeak-ng have to be installed), packed as a browser
packs them, and written down in the child process that the worker uses. Words wrong of a hundred (substituted, left
out, put in), processor time a second of sound, memory; the longest recording that is taken.
"""

import resource
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from askwell.protocols.speech import MOST_SECONDS, SpeechError, Writer
from tests.factories.speech import RATE, Samples, packed, voice, words

VOICES = {
    "flite slt (US, woman)": ["flite", "-voice", "slt", "-t", "{text}", "-o", "{file}"],
    "flite rms (US, man)": ["flite", "-voice", "rms", "-t", "{text}", "-o", "{file}"],
    "flite awb (Scotland, man)": ["flite", "-voice", "awb", "-t", "{text}", "-o", "{file}"],
    "espeak-ng en-us": ["espeak-ng", "-v", "en-us", "-s", "150", "-w", "{file}", "{text}"],
}
SENTENCES = (
    "Thank you for making the time to talk with me today.",
    "I moved here from Chengdu two years ago, and I was a buyer in a factory there.",
    "How did you get from purchasing into supply chain planning?",
    "What surprised you most when you started in this job?",
    "Which skills do you look for in somebody who is new to the field?",
    "I noticed that your team changed its software last spring. How did that go?",
    "If you could start again, what would you do differently?",
    "Is there somebody else you would suggest that I talk to?",
    "May I use your name when I write to them?",
    "I would like to learn more about how forecasts are made in your company.",
    "In my last role I cut the time that orders waited by a third.",
    "I made a list of all suppliers, called each of them, and agreed on new dates.",
    "We were behind schedule, so I asked two colleagues to help me on the weekend.",
    "That is very helpful, and I will write to you once I have tried it.",
    "I am sorry, could you say that another way?",
)
NOISE = 15
"""Decibels that the voice is louder than the noise of a room."""


def spoken(command: list[str], text: str) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "said.wav")
        subprocess.run([part.format(text=text, file=file) for part in command], check=True, capture_output=True)
        with wave.open(file) as read:
            rate, sound = read.getframerate(), np.frombuffer(read.readframes(read.getnframes()), np.int16)
    places = np.arange(int(len(sound) * RATE / rate)) * rate / RATE
    return np.interp(places, np.arange(len(sound)), sound).astype(np.int16)


def noisy(sound: Samples) -> Samples:
    loud = np.sqrt(np.mean(sound.astype(float) ** 2)) / 10 ** (NOISE / 20)
    return np.clip(sound + np.random.default_rng(1).normal(0, loud, len(sound)), -32768, 32767).astype(np.int16)


def wrong(said: list[str], heard: list[str]) -> int:
    """The least number of words to change, take out or put in."""
    row = list(range(len(heard) + 1))
    for place, word in enumerate(said, 1):
        before, row[0] = row[0], place
        for at, other in enumerate(heard, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (word != other))
    return row[-1]


def heard(writer: Writer, sound: Samples) -> list[str]:
    try:
        return words(writer.transcribe(packed(sound)).text)
    except SpeechError as error:
        print("  refused:", error.code)
        return []


def accuracy(writer: Writer) -> None:
    total = sum(len(words(text)) for text in SENTENCES)
    print(f"{len(SENTENCES)} sentences, {total} words; words wrong of a hundred, clean and {NOISE} dB above noise")
    for name, command in VOICES.items():
        sounds = [spoken(command, text) for text in SENTENCES]
        shares = []
        for made in (sounds, [noisy(sound) for sound in sounds]):
            missed = [wrong(words(text), heard(writer, one)) for text, one in zip(SENTENCES, made, strict=True)]
            shares.append(f"{100 * sum(missed) / total:.1f}")
        print(f"  {name}: {', '.join(shares)}", flush=True)


def cost(seconds: float, whole: Samples) -> None:
    """Of so much of this sound, again and again, in a process of its own, start included."""
    data = packed(np.tile(whole, int(seconds * RATE / len(whole)) + 1)[: int(seconds * RATE)])
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with Writer() as writer:
        said = writer.transcribe(data)
        status = (Path("/proc") / str(writer._child.pid) / "status").read_text() if writer._child else ""
    taken, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peaks = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("Vm")}
    print(
        f"{said.seconds:.0f} s of sound, {len(data) / 1e6:.1f} MB, {len(words(said.text))} words: {spent:.1f} s of"
        f" processor time ({spent / said.seconds:.3f} a second), {taken:.1f} s waited;"
        f" {peaks['VmHWM']} MB used, {peaks['VmPeak']} MB of address space"
    )


if __name__ == "__main__":
    everything = np.concatenate([spoken(next(iter(VOICES.values())), text) for text in SENTENCES])
    for length in (5, 30, MOST_SECONDS - 1):
        cost(length, everything)
    cost(MOST_SECONDS - 1, voice())
    with Writer() as listener:
        accuracy(listener)
