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
    tekst: str,
    naam: str,
    gebruiker: EditorUser,
    *,
    omgeving: Mapping[str, str] = os.environ,
    systeem: str = sys.platform,
) -> str | None:
    """Return the text as the user left it in their editor; None when it stays as it was.

    `naam` is what the file is called. What is saved meanwhile goes to the draft at once. Raises
    OnderbrokenError for a signal that ends the program, after keeping what was saved.
    """
    try:
        programma = find_text_editor(omgeving, systeem)
        bestand = EditedFile(tekst, naam, "\r\n" if systeem == "win32" else "\n")
    except TekstprogrammaError as fout:
        gebruiker.say(str(fout))
        return None
    except OSError:
        gebruiker.say(
            "Voor je tekstprogramma kan geen tijdelijk bestand gemaakt worden in deze map:",
            tempfile.gettempdir(),
        )
        return None
    return _Visit(bestand, programma, gebruiker).run()


class _Visit:
    """One visit to the editor."""

    def __init__(self, bestand: EditedFile, programma: TextEditor, wie: EditorUser) -> None:
        self._bestand = bestand
        self._programma = programma
        self._wie = wie
        self._blijft = False  # whether the editor may still be at work on the file

    def run(self) -> str | None:
        """Start the editor, wait, and return the new text; None when there is none."""
        try:
            code = self._start()
        except OSError:
            self._wie.say(
                f"{self._programma.opdracht[0]} is niet te starten. Verbeter VISUAL of EDITOR."
            )
            self._bestand.remove()
            return None
        try:
            tekst = self._fetch(code)
        except OnderbrokenError as fout:
            raise self._onderbroken(fout.signaal) from fout
        if self._blijft:
            self._wie.say("Het bestand blijft staan:", self._bestand.pad)
        else:
            self._bestand.remove()
        return tekst

    def _start(self) -> int:
        """Return how the editor ended; each time that it saves, the draft is kept."""
        bewaard = self._bestand.stempel()
        with _signals_wait() as gekomen:
            opdracht = [*self._programma.opdracht, str(self._bestand.pad)]
            proces = subprocess.Popen(opdracht)  # noqa: S603 - what the user chose
            code = None
            while code is None and not gekomen:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = proces.wait(_BREATH)
                if self._bestand.stempel() != bewaard:
                    bewaard = self._bestand.stempel()
                    self._keep()
            if gekomen and code is None:  # an editor in the same window ends itself
                with contextlib.suppress(subprocess.TimeoutExpired):
                    code = proces.wait(_PATIENCE)
        if code is None or gekomen:
            raise self._onderbroken(gekomen[0])
        return code

    def _onderbroken(self, nummer: int) -> OnderbrokenError:
        self._keep()
        with contextlib.suppress(OSError):  # the window may be gone
            self._wie.say("Wat je in je tekstprogramma bewaarde staat in:", self._bestand.pad)
        return OnderbrokenError(nummer)

    def _keep(self) -> None:
        with contextlib.suppress(GeenTekstError, OSError):  # half saved, or to be told at the end
            data = self._bestand.read()
            if data is not None and (tekst := clean(decode_text(data).tekst)):
                self._wie.concept(tekst)

    def _fetch(self, code: int) -> str | None:
        """Return what the editor saved, if it is a text and the user wants it."""
        try:
            data = self._bestand.read()
            if data is None and not self._bestand.is_saved and not self._programma.is_staying:
                data = self._wait()
            while data is not None:
                try:
                    return self._take(data, code)
                except GeenTekstError as fout:
                    data = self._try_again(fout)
        except OSError:
            self._blijft = self._bestand.pad.exists()
            self._wie.say(
                "Dit bestand is niet te lezen; je tekst is zoals hij was:", self._bestand.pad
            )
            return None
        except (EOFError, KeyboardInterrupt):
            self._blijft = True
            return None
        if not self._blijft:
            self._wie.say("In je tekstprogramma is niets veranderd.")
        return None

    def _wait(self) -> bytes | None:
        """Wait for the user when the editor did not; return what was saved."""
        self._blijft = True
        self._wie.say(
            f"{self._programma.naam} kwam terug, maar in het bestand is nog niets veranderd."
            " Misschien staat het nog open in een ander venster."
        )
        if self._programma.advies:
            self._wie.say(self._programma.advies)
        self._wie.read("Druk op Enter als je klaar bent met opslaan. ")
        data = self._bestand.read()
        if data is None:
            self._wie.say("Er is niets veranderd; je tekst is zoals hij was.")
        return data

    def _try_again(self, fout: GeenTekstError) -> bytes | None:
        """Let the user save it as text after all."""
        self._blijft = True
        self._wie.say(
            f"Wat je tekstprogramma bewaarde is niet over te nemen: {fout.melding} Het staat in:",
            self._bestand.pad,
        )
        antwoord = self._wie.read("Druk op Enter als het opnieuw bewaard is, of typ stop: ")
        return None if antwoord.strip().lower() in _STOP else self._bestand.read()

    def _take(self, data: bytes, code: int) -> str | None:
        """Return the text; raises GeenTekstError. What may be a mistake is asked."""
        gelezen = decode_text(data)
        tekst = clean(gelezen.tekst)
        if code and not self._agrees(
            f"{self._programma.naam} eindigde met een fout ({code}). Neem ik de tekst over?"
        ):
            self._blijft = True
            return None
        if not tekst and not self._agrees("Het bestand is leeg. Maak ik je tekst ook leeg?"):
            return None
        self._wie.concept(tekst)
        if gelezen.melding:
            self._wie.say(gelezen.melding)
        if needs_cleaning(gelezen.tekst):
            self._wie.say("De tekst is opgeschoond: tabs, spaties aan het eind of lege randen.")
        return tekst

    def _agrees(self, vraag: str) -> bool:
        self._wie.say(vraag)
        while (antwoord := self._wie.read("ja of nee: ").strip().lower()) not in _JA | _NEE:
            pass
        return antwoord in _JA


@contextlib.contextmanager
def _signals_wait() -> Iterator[list[int]]:
    """Give the signals that came to end the program, which wait meanwhile.

    Ctrl+C is for the editor alone. A handler, because a program would inherit that it is ignored.
    """
    gekomen: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield gekomen
        return
    oud = {nummer: signal.signal(nummer, lambda n, _: gekomen.append(n)) for nummer in _ENDING}
    oud[signal.SIGINT] = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield gekomen
    finally:
        for nummer, handler in oud.items():
            signal.signal(nummer, handler)


class EditedFile:
    """A file for this text alone, that only its owner may read; raises OSError when there is none.

    `naam` is what the editor shows; `regeleinde` is that of the system.
    """

    def __init__(self, tekst: str, naam: str, regeleinde: str) -> None:
        self.pad = Path(tempfile.mkdtemp(prefix="uitvoeringsplan-")) / f"{naam}.txt"
        schrijfbaar = (
            repair_typed(tekst).tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
        self._begin = schrijfbaar.replace("\n", regeleinde).encode()
        self.pad.write_bytes(self._begin)
        self._stempel = self.stempel()

    def stempel(self) -> tuple[int, int]:
        """Return what changes when something is saved, even when it is the same text."""
        try:
            stand = self.pad.stat()
        except OSError:
            return (0, 0)
        return (stand.st_mtime_ns, stand.st_ino)

    @property
    def is_saved(self) -> bool:
        """Whether the editor saved it, changed or not."""
        return self.stempel() != self._stempel

    def read(self) -> bytes | None:
        """Return what stands in it now; None when that is what it started with."""
        data = self.pad.read_bytes()
        return None if data == self._begin else data

    def remove(self) -> None:
        """Remove it: what stood in it is taken over, or was there already."""
        shutil.rmtree(self.pad.parent, ignore_errors=True)
