"""Everything a user can do wrong, one class per kind of mistake.

The text of an error is a complete Dutch message: what is wrong, where, and what to do about it.
Exit codes do not live here; `cli.py` chooses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class UitvoeringsplanError(Exception):
    """Base of all errors that a user can mend; `str(error)` is the Dutch message."""


class Plaats(NamedTuple):
    """A place in a text file: line and column count from 1; `line_text` is the whole line."""

    line: int
    column: int
    line_text: str = ""


class BestandError(UitvoeringsplanError):
    """A file or folder that cannot be found, read or written."""

    def __init__(self, path: Path | str, message: str) -> None:
        self.path = path
        self.message = message
        super().__init__(f"{path}: {message}")


class GeenTekstError(UitvoeringsplanError):
    """Bytes that are no text, or text in an encoding that nobody can tell; `message` has no place.

    Whoever knows where the bytes come from says so in front of it.
    """

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(f"{message[:1].upper()}{message[1:]}")


class InhoudError(UitvoeringsplanError):
    """The text of a file is not what it should be; points at the place as a compiler does."""

    def __init__(self, path: Path | str, message: str, place: Plaats | None = None) -> None:
        self.path = path
        self.message = message
        self.place = place
        super().__init__(_with_place(path, message, place))


class VragenlijstError(InhoudError):
    """The question set (`vragen.yaml`) breaks a rule of its format."""


class ProjectbestandError(InhoudError):
    """A project file (`*.plan.yaml`) breaks a rule of its format."""


class GeenVragenlijstError(ProjectbestandError):
    """A project file of a kind for which no question set was found."""


class HuisstijlError(InhoudError):
    """A house style (`huisstijl.yaml`) breaks a rule of its format, or cannot be read by all."""


class NietKlaarError(BestandError):
    """An adopted plan that has faults; no document was made of it."""


class SjabloonError(UitvoeringsplanError):
    """A Word template cannot be used, or does not fit the question set."""

    def __init__(self, path: Path | str, message: str) -> None:
        self.path = path
        self.message = message
        super().__init__(f"{path}: {message}")


class BotsingError(UitvoeringsplanError):
    """Somebody else changed the same answer in the file meanwhile; nothing was written.

    `clashes` holds (id, our text, their text) per answer.
    """

    def __init__(self, path: Path | str, clashes: list[tuple[str, str, str]]) -> None:
        self.path = path
        self.clashes = clashes
        parts = "\n".join(
            f"--- {vraag_id}, in het bestand:\n{theirs or '(leeg)'}\n"
            f"--- {vraag_id}, van jou:\n{ours or '(leeg)'}"
            for vraag_id, ours, theirs in clashes
        )
        self.message = (
            "iemand anders heeft intussen hetzelfde antwoord veranderd. Er is niets overschreven."
            f" Kies welke tekst blijft en zet die opnieuw.\n{parts}"
        )
        super().__init__(f"{path}: {self.message}")


class PuntError(UitvoeringsplanError):
    """An open point that says nothing or does not exist; `veld` is the key that is wrong."""

    def __init__(self, veld: str, message: str) -> None:
        self.veld = veld
        self.message = message
        super().__init__(f"{message[:1].upper()}{message[1:]}")


class GitError(UitvoeringsplanError):
    """What git will not or cannot tell: an unknown revision, a path that is not in it."""


class GeenGitError(GitError):
    """There is no git to ask: it is not installed, or the file lies in no work tree."""


class UitvoerError(BestandError):
    """The result cannot be written to the place that was asked for."""


class OnbekendeVraagError(UitvoeringsplanError):
    """An id that no question and no field of the plan has."""

    def __init__(self, vraag_id: str, known: Iterable[str]) -> None:
        self.vraag_id = vraag_id
        super().__init__(
            f"“{vraag_id}” is geen vraag of gegeven van dit plan."
            f"{did_you_mean(vraag_id, known)}"
            " Met `uitvoeringsplan status --alles` zie je welke er zijn."
        )


class OnbekendeSoortError(UitvoeringsplanError):
    """A kind of plan for which no question set was found; `instead` says what there is, and how."""

    def __init__(self, soort: str, known: Iterable[str], instead: str) -> None:
        self.soort = soort
        super().__init__(
            f"Er is geen vragenlijst van de soort “{soort}”.{did_you_mean(soort, known)}{instead}"
        )


class AntwoordError(UitvoeringsplanError):
    """An answer that does not fit the type or the bounds of its question."""

    def __init__(self, vraag_id: str, message: str) -> None:
        self.vraag_id = vraag_id
        self.message = message
        super().__init__(f"{vraag_id}: {message}")


class TabelError(UitvoeringsplanError):
    """A row of a table (counted from 1) that cannot be read, or a cell in it that does not fit."""

    def __init__(self, rij: int, message: str) -> None:
        self.rij = rij
        self.message = f"Rij {rij}: {message}"
        super().__init__(self.message)


class VoorwaardeError(UitvoeringsplanError):
    """A condition that says nothing; `position` is the offset in its text, from 0."""

    def __init__(self, message: str, position: int) -> None:
        self.message = message
        self.place = position
        super().__init__(f"teken {position + 1}: {message}")


class AfbeeldingError(UitvoeringsplanError):
    """A picture that is damaged, is something else than its name says, or fetches things."""


class GebruikError(UitvoeringsplanError):
    """The command cannot be used this way here (for example: no terminal to ask in)."""


class TekenError(UitvoeringsplanError):
    """A picture cannot be drawn: the means for it are missing, or a colour is none."""


class PublicatieError(UitvoeringsplanError):
    """Something for the public is asked of a plan that stays internal."""


class OmzetError(UitvoeringsplanError):
    """A PDF or ODT cannot be made of a Word file: LibreOffice is missing, or did not deliver."""


class OpenError(UitvoeringsplanError):
    """There is nothing here to show a file with."""


class TekstprogrammaError(UitvoeringsplanError):
    """The user's own editor cannot be started: there is none, or the setting for it is wrong."""


class OnderbrokenError(UitvoeringsplanError):
    """The system ends the program: a signal, or a terminal that was closed under it.

    `with_concept`: what was being typed is an answer, and was kept; a choice from a list is not.
    `lost`: what was typed and could not be kept; the message is the last place it can be.
    """

    def __init__(self, signal: int, *, with_concept: bool = True, lost: str = "") -> None:
        self.signal = signal
        what = (
            "Wat je typte is bewaard als concept." if with_concept else "Wat al klaar was, blijft."
        )
        if lost:
            what = not_saved(lost)
        super().__init__(f"Afgebroken. {what}")


def not_saved(text: str) -> str:
    """Return what is said with a text that could not be kept, so that it can be copied."""
    return f"Je tekst kon niet als concept bewaard worden. Dit typte je:\n{text}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` Bedoel je “x”?` for the nearest known word, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for who makes a mistake

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Bedoel je “{near[0]}”?" if near else ""


def _with_place(path: Path | str, message: str, place: Plaats | None) -> str:
    if place is None:
        return f"{path}: {message}"
    kop = f"{path}, regel {place.line}, kolom {place.column}: {message}"
    if not place.line_text.strip():
        return kop
    # A window around the column keeps a very long line readable.
    start = max(0, place.column - 60)
    window = place.line_text[start : start + 100].replace("\t", " ")
    margin = f"{place.line} | "
    pointer = " " * (len(margin) + place.column - 1 - start) + "^"
    return f"{kop}\n{margin}{window}\n{pointer}"
