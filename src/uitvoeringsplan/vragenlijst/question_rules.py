"""What must hold in a question set besides its form: a default that fits, a choice that works."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, bedoel_je
from uitvoeringsplan.model.types.registry import TYPES
from uitvoeringsplan.model.vraag import NODIG_VOOR_BEELD, ZONDER_CONTROLE, Asking, Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vraag import Vraag, VraagType

_MAX_NAAM = 255  # bytes in the name of a file


class Bezwaar(NamedTuple):
    """What is wrong with a question, and the key of it that says so."""

    sleutel: str
    melding: str


def bezwaar_tegen(vraag: Vraag) -> Bezwaar | None:
    """Return what makes a question impossible to answer, or to leave at its default."""
    if vraag.type.has_choices != bool(vraag.keuzes):
        namen = _names_of(lambda een: een.has_choices)
        return Bezwaar("", f"`keuzes` hoort bij het type {namen}, en alleen daarbij.")
    if (vraag.type.shape is Shape.TABLE) != bool(vraag.kolommen):
        namen = _names_of(lambda een: een.shape is Shape.TABLE)
        return Bezwaar("", f"`kolommen` hoort bij het type {namen}, en alleen daarbij.")
    if vraag.is_functie and not vraag.type.holds_names:
        namen = _names_of(lambda een: een.holds_names)
        return Bezwaar("functie", f"`functie` kan alleen bij het type {namen}.")
    return _bezwaar_tegen_tabel(vraag) or _bezwaar_tegen_waarden(vraag)


def _bezwaar_tegen_tabel(vraag: Vraag) -> Bezwaar | None:
    kolommen = [kolom.id for kolom in vraag.kolommen]
    if vraag.sorteer and vraag.sorteer not in kolommen:
        return Bezwaar(
            "sorteer",
            f"“{vraag.sorteer}” is geen kolom van deze tabel.{bedoel_je(vraag.sorteer, kolommen)}",
        )
    if vraag.beeld:
        mist = [kolom for kolom in NODIG_VOOR_BEELD[vraag.beeld] if kolom not in kolommen]
        if mist:
            return Bezwaar(
                "beeld",
                f"voor een {vraag.beeld.value} mist deze tabel de kolom “{mist[0]}”.",
            )
    return None


def _bezwaar_tegen_waarden(vraag: Vraag) -> Bezwaar | None:
    grens = vraag.controle
    if grens.min is not None and grens.max is not None and grens.min > grens.max:
        return Bezwaar(
            "controle",
            f"`min` ({grens.min}) is meer dan `max` ({grens.max}), dus geen antwoord past.",
        )
    # A choice, given as an answer, must come back as itself.
    ruim = replace(vraag, controle=ZONDER_CONTROLE)
    teken = "- " if vraag.type.asking is Asking.CHOICES else ""
    for keuze in vraag.keuzes:
        dubbel = vraag.keuzes.count(keuze) > 1
        if not keuze or dubbel or ruim.normaliseer(teken + keuze) != teken + keuze:
            return Bezwaar(
                "keuzes", f"“{keuze}” kan hier niet: leeg, alleen streepjes, of al genoemd."
            )
    try:
        vraag.normaliseer(vraag.standaard)
    except AntwoordError as fout:
        return Bezwaar("standaard", f"deze `standaard` past niet bij de vraag: {fout.melding}")
    return None


def _names_of(fits: Callable[[VraagType], bool]) -> str:
    """Return the types that are so as they stand in a sentence."""
    *voor, laatste = (naam for naam, een in TYPES.items() if fits(een))
    return f"{', '.join(voor)} of {laatste}" if voor else laatste


def is_bestandsnaam(naam: str) -> bool:
    """Whether `naam` names a file and no path: a question set may not point anywhere else."""
    namen = {PurePosixPath(naam).name, PureWindowsPath(naam).name}
    past = "\n" not in naam and len(naam.encode()) <= _MAX_NAAM
    return past and namen == {naam} and naam != ".."
