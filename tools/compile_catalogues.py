"""Compiles the gettext catalogues (.po) to what Django reads (.mo), in pure Python.

Runs as a build hook whenever the package is built or installed, and by hand:
`python tools/compile_catalogues.py`.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).resolve().parent.parent / "src" / "askwell" / "locale"


def compile_all() -> int:
    """Write a .mo beside every .po; returns how many."""
    catalogues = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    for source in catalogues:
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, read_po(text), use_fuzzy=False)
    return len(catalogues)


class CompileCatalogues(BuildHookInterface[Any]):
    """Hatchling calls this before it packs or installs the project."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_all()


if __name__ == "__main__":
    print(f"{compile_all()} catalogues compiled")
