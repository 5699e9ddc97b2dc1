"""Saving a plan so that nothing is lost: not our answer, and not what somebody else just wrote."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError, BotsingError, ProjectbestandError
from uitvoeringsplan.files.atomic import schrijf_atomair, slot
from uitvoeringsplan.files.file_reading import grootte, reden
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.model.tekst import typed_command
from uitvoeringsplan.plan.leftovers import schrijf_herstel
from uitvoeringsplan.plan.planbestand import Planbestand, lees_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class _Veranderd(Exception):  # noqa: N818 - no error: a signal between these two functions
    """The file is no longer what it was when it was read."""


def bewaar_nieuw(bestand: Planbestand) -> None:
    """Write a file that may not exist yet; raises BestandError."""
    with slot(bestand.pad):
        if os.path.lexists(bestand.pad):
            raise BestandError(
                bestand.pad,
                "dit bestand bestaat al. Ga ermee verder met"
                f" `{typed_command('verder', bestand.pad)}`, of kies een andere naam.",
            )
        with _met_redding(bestand):
            _schrijf(bestand, None)


def bewaar(oud: Planbestand, nieuw: Planbestand) -> Planbestand:
    """Save `nieuw`, which was made from `oud`, and return what stands on disk afterwards.

    Nothing is written when the two are equal. When somebody else changed the file meanwhile, our
    answers are put into theirs; that is what comes back. Raises BotsingError, with nothing
    written, when both changed one answer. Any other failure leaves our text in a file beside the
    plan, which the error names.
    """
    if nieuw.data == oud.data:
        return oud
    with slot(nieuw.pad), _met_redding(nieuw):
        while True:
            try:
                _schrijf(nieuw, oud.data)
            except _Veranderd:
                hunne = _lees_opnieuw(oud)
            else:
                return nieuw
            from uitvoeringsplan.plan.merging import voeg_samen  # noqa: PLC0415 - seldom

            samen = voeg_samen(oud, nieuw, hunne)
            if samen.botsingen:
                raise BotsingError(
                    oud.pad, [(b.vraag.id, b.onze, b.hunne) for b in samen.botsingen]
                )
            oud, nieuw = hunne, samen.bestand
            if nieuw.data == oud.data:
                return nieuw


def _lees_opnieuw(bestand: Planbestand) -> Planbestand:
    return lees_planbestand(lees_bytes(bestand.pad), bestand.pad, bestand.vragenlijst)


def _schrijf(bestand: Planbestand, gezien: bytes | None) -> None:
    """Write the file if it still has the bytes `gezien`; raises _Veranderd or OSError."""

    def ongewijzigd() -> None:
        if _bytes_nu(bestand.pad) != gezien:
            raise _Veranderd

    ongewijzigd()  # before the work, and again just before replacing
    schrijf_atomair(bestand.pad, bestand.data, vlak_voor=ongewijzigd)


def _bytes_nu(pad: Path) -> bytes | None:
    try:
        grootte(pad)
        return pad.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def _met_redding(bestand: Planbestand) -> Iterator[None]:
    """Turn every failure into a message, and leave the text where it can be found."""
    try:
        yield
    except BotsingError:
        raise
    except _Veranderd:
        # Only a new plan comes here: someone made the same file in the same moment.
        raise gered(bestand, "dit bestand is intussen door iemand anders gemaakt.") from None
    except ProjectbestandError as fout:
        raise gered(bestand, f"iemand heeft dit bestand intussen veranderd.\n{fout}") from fout
    except BestandError as fout:
        if not os.path.exists(bestand.pad):  # noqa: PTH110 - says no where a Path would fail
            raise gered(bestand, "dit bestand is intussen weggehaald of hernoemd.") from fout
        raise gered(bestand, fout.melding) from fout
    except OSError as fout:
        raise gered(bestand, _waarom_niet(bestand.pad, fout)) from fout


def gered(bestand: Planbestand, melding: str) -> BestandError:
    """Return the error to raise, after putting the text of the plan in a file beside it."""
    plek = schrijf_herstel(bestand.pad, bestand.data)
    if plek is None:
        return BestandError(bestand.pad, melding)
    tussen = "\n" if "\n" in melding else " "
    return BestandError(
        bestand.pad,
        f"{melding}{tussen}Er is niets verloren: het plan met je antwoord staat in {plek}.",
    )


def _waarom_niet(pad: Path, fout: OSError) -> str:
    if isinstance(fout, (FileNotFoundError, NotADirectoryError)):
        return f"de map {pad.parent} bestaat niet. Maak die eerst, of kies een andere plek."
    if isinstance(fout, PermissionError):
        return (
            "hier mag niet geschreven worden (alleen-lezen, of open in een ander programma)."
            " Maak het bestand beschrijfbaar, of kies een andere plek."
        )
    return f"opslaan lukt niet ({reden(fout)})."
