"""The helper process for spelling: reads what to look up, line by line, and answers.

A process of its own, because loading a dictionary or finding suggestions takes longer than a key
may wait, also in a thread. It ends when nobody can ask it anything any more, however the program
that started it ended.

What it reads and writes (UTF-8):

- `w WOORD` is a word to know from now on; no answer;
- `k WOORD` asks whether a word is right; answer `1` or `0`;
- `v WOORD` asks for suggestions; answer: these, with a tab between them.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from uitvoeringsplan.model.spelling import Woordenschat, is_gespeld

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

_MOST = 9  # suggestions: a digit chooses one
_POLITENESS = 10  # how far this stays behind in line, so that who types goes first


class Engine(Protocol):
    """What Hunspell can do."""

    def spell(self, word: str) -> bool:
        """Whether the dictionary knows a word."""

    def suggest(self, word: str) -> Iterable[str]:
        """Return words that look like it, the best one first."""


def answer(vragen: Iterable[bytes], antwoorden: BinaryIO, engine: Engine) -> None:
    """Answer until there are no more questions."""
    vocabulary = Woordenschat()

    def kent(word: str) -> bool:
        if word in vocabulary:
            return True
        try:
            return engine.spell(word)
        except UnicodeEncodeError:  # an old dictionary in another encoding has no such letter
            return False

    for vraag in vragen:
        kind, _, word = vraag.decode("utf-8").rstrip("\n").partition(" ")
        if kind == "w":
            vocabulary.add(word)
            continue
        if kind == "v":
            out = "\t".join(_suggestions(engine, word))
        else:
            out = "1" if is_gespeld(word, kent) else "0"
        antwoorden.write(f"{out}\n".encode())
        antwoorden.flush()


def _suggestions(engine: Engine, word: str) -> list[str]:
    try:
        return [suggestion for suggestion in engine.suggest(word) if suggestion][:_MOST]
    except UnicodeEncodeError:
        return []


def load_engine(dictionary: Path) -> Engine:
    """Return Hunspell with a dictionary; the library gets the path as UTF-8 on every system."""
    from hunspell import Hunspell  # noqa: PLC0415 - only where the extra is installed

    engine: Engine = Hunspell(
        dictionary.stem, hunspell_data_dir=str(dictionary.parent), system_encoding="utf-8"
    )
    return engine


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    # The pipes by their numbers: a helper has no screen to write on.
    with contextlib.suppress(BrokenPipeError), open(0, "rb") as _in, open(1, "wb") as _result:
        answer(_in, _result, load_engine(Path(sys.argv[1])))
