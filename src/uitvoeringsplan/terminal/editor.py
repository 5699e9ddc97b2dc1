"""Letting a user work on a text in their own editor, and taking back what it saved.

Nothing that the editor saved is ever thrown away: what cannot be read, or may still be worked on,
stays where it is and is named.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import GeenTekstError, OnderbrokenError, TekstprogrammaError
from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.model.cleaning import clean, needs_cleaning
from uitvoeringsplan.model.text_decoding import decode_text, repair_typed
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.editor_choice import find_text_editor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from uitvoeringsplan.terminal.editor_choice import TextEditor

_BREATH = 0.4  # seconds between looking whether the editor has saved something
_PATIENCE = 1.0  # seconds to end in, for an editor whose terminal is gone
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_JA, _NEE, _STOP = {"j", "ja"}, {"n", "nee"}, {"stop", ".stop"}


class EditorUser(NamedTuple):
    """Who is at the keyboard: how to tell and ask them something, and keep their draft.

    `say` gets a sentence and perhaps the path that it is about; `read` may raise EOFError or
    KeyboardInterrupt.
    """

    say: Callable[..., object]
    read: Callable[[str], str]
    concept: Callable[[str], object] = forget


def edit_text(
    text: str,
    name: str,
    user: EditorUser,
    *,
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
) -> str | None:
    """Return the text as the user left it in their editor; None when it stays as it was.

    `name` is what the file is called. What is saved meanwhile goes to the draft at once. Raises
    OnderbrokenError for a signal that ends the program, after keeping what was saved.
    """
    try:
        program = find_text_editor(environment, system)
        file = EditedFile(text, name, "\r\n" if system == "win32" else "\n")
    except TekstprogrammaError as error:
        user.say(str(error))
        return None
    except OSError:
        user.say(
            "Voor je tekstprogramma kan geen tijdelijk bestand gemaakt worden in deze map:",
            tempfile.gettempdir(),
        )
        return None
    return _Visit(file, program, user).run()


class _Visit:
    """One visit to the editor."""

    def __init__(self, file: EditedFile, program: TextEditor, who: EditorUser) -> None:
        self._file = file
        self._program = program
        self._who = who
        self._stays = False  # whether the editor may still be at work on the file

    def run(self) -> str | None:
        """Start the editor, wait, and return the new text; None when there is none."""
        try:
            code = self._start()
        except OSError:
            self._who.say(
                f"{self._program.command[0]} is niet te starten. Verbeter VISUAL of EDITOR."
            )
            self._file.remove()
            return None
        try:
            text = self._fetch(code)
        except OnderbrokenError as error:
            raise self._onderbroken(error.signal) from error
        if self._stays:
            self._who.say("Het bestand blijft staan:", self._file.path)
        else:
            self._file.remove()
        return text

    def _start(self) -> int:
        """Return how the editor ended; each time that it saves, the draft is kept."""
        saved = self._file.stamp()
        with _signals_wait() as come:
            command = [*self._program.command, str(self._file.path)]
            process = subprocess.Popen(command)  # noqa: S603 - what the user chose
            code = None
            while code is None and not come:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = process.wait(_BREATH)
                if self._file.stamp() != saved:
                    saved = self._file.stamp()
                    self._keep()
            if come and code is None:  # an editor in the same window ends itself
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = process.wait(_PATIENCE)
        if code is None or come:
            raise self._onderbroken(come[0])
        return code

    def _onderbroken(self, number: int) -> OnderbrokenError:
        self._keep()
        with contextlib.suppress(OSError):  # the window may be gone
            self._who.say("Wat je in je tekstprogramma bewaarde staat in:", self._file.path)
        return OnderbrokenError(number)

    def _keep(self) -> None:
        with contextlib.suppress(GeenTekstError, OSError):  # half saved, or to be told at the end
            data = self._file.read()
            if data is not None and (text := clean(decode_text(data).text)):
                self._who.concept(text)

    def _fetch(self, code: int) -> str | None:
        """Return what the editor saved, if it is a text and the user wants it."""
        try:
            data = self._file.read()
            if data is None and not self._file.is_saved and not self._program.is_staying:
                data = self._wait()
            while data is not None:
                try:
                    return self._take(data, code)
                except GeenTekstError as error:
                    data = self._try_again(error)
        except OSError:
            self._stays = self._file.path.exists()
            self._who.say(
                "Dit bestand is niet te lezen; je tekst is zoals hij was:", self._file.path
            )
            return None
        except (EOFError, KeyboardInterrupt):
            self._stays = True
            return None
        if not self._stays:
            self._who.say("In je tekstprogramma is niets veranderd.")
        return None

    def _wait(self) -> bytes | None:
        """Wait for the user when the editor did not; return what was saved."""
        self._stays = True
        self._who.say(
            f"{self._program.name} kwam terug, maar in het bestand is nog niets veranderd."
            " Misschien staat het nog open in een ander venster."
        )
        if self._program.advies:
            self._who.say(self._program.advies)
        self._who.read("Druk op Enter als je klaar bent met opslaan. ")
        data = self._file.read()
        if data is None:
            self._who.say("Er is niets veranderd; je tekst is zoals hij was.")
        return data

    def _try_again(self, error: GeenTekstError) -> bytes | None:
        """Let the user save it as text after all."""
        self._stays = True
        self._who.say(
            f"Wat je tekstprogramma bewaarde is niet over te nemen: {error.message} Het staat in:",
            self._file.path,
        )
        antwoord = self._who.read("Druk op Enter als het opnieuw bewaard is, of typ stop: ")
        return None if antwoord.strip().lower() in _STOP else self._file.read()

    def _take(self, data: bytes, code: int) -> str | None:
        """Return the text; raises GeenTekstError. What may be a mistake is asked."""
        reading = decode_text(data)
        text = clean(reading.text)
        if code and not self._agrees(
            f"{self._program.name} eindigde met een fout ({code}). Neem ik de tekst over?"
        ):
            self._stays = True
            return None
        if not text and not self._agrees("Het bestand is leeg. Maak ik je tekst ook leeg?"):
            return None
        self._who.concept(text)
        if reading.message:
            self._who.say(reading.message)
        if needs_cleaning(reading.text):
            self._who.say("De tekst is opgeschoond: tabs, spaties aan het eind of lege randen.")
        return text

    def _agrees(self, vraag: str) -> bool:
        self._who.say(vraag)
        while (antwoord := self._who.read("ja of nee: ").strip().lower()) not in _JA | _NEE:
            pass
        return antwoord in _JA


@contextlib.contextmanager
def _signals_wait() -> Iterator[list[int]]:
    """Give the signals that came to end the program, which wait meanwhile.

    Ctrl+C is for the editor alone. A handler, because a program would inherit that it is ignored.
    """
    come: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield come
        return
    old = {number: signal.signal(number, lambda n, _: come.append(n)) for number in _ENDING}
    old[signal.SIGINT] = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield come
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


class EditedFile:
    """A file for this text alone, that only its owner may read; raises OSError when there is none.

    `name` is what the editor shows; `line_end` is that of the system.
    """

    def __init__(self, text: str, name: str, line_end: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="uitvoeringsplan-")) / f"{name}.txt"
        writable = (
            repair_typed(text).text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        self._start = writable.replace("\n", line_end).encode()
        self.path.write_bytes(self._start)
        self._stamp = self.stamp()

    def stamp(self) -> tuple[int, int]:
        """Return what changes when something is saved, even when it is the same text."""
        try:
            stand = self.path.stat()
        except OSError:
            return (0, 0)
        return (stand.st_mtime_ns, stand.st_ino)

    @property
    def is_saved(self) -> bool:
        """Whether the editor saved it, changed or not."""
        return self.stamp() != self._stamp

    def read(self) -> bytes | None:
        """Return what stands in it now; None when that is what it started with."""
        data = self.path.read_bytes()
        return None if data == self._start else data

    def remove(self) -> None:
        """Remove it: what stood in it is taken over, or was there already."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
