"""Asking in plain lines: no redrawing, no colours, for screen readers and dumb terminals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.beurt import Beantwoord, Beurt, Gestopt, Spring, Terug, Zet
from uitvoeringsplan.model.plakken import uit_word
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.terminal.basis import BasisVragensteller
from uitvoeringsplan.terminal.weergave import breedte, vouw, vraagkop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from uitvoeringsplan.model.vraag import Vraag

HULP = """\
Typ je antwoord. Sluit af met een regel waarop alleen een punt staat.
Een punt als eerste regel laat het antwoord zoals het is.
Deze woorden op een eigen regel doen iets anders:
.terug      naar de vorige vraag
.lijst      een andere vraag kiezen
.voorbeeld  een voorbeeld van een antwoord
.leeg       het antwoord weghalen
.stop       stoppen; wat je typte blijft bewaard
.hulp       deze uitleg
Begint je eigen regel met een punt, typ dan twee punten: ..zo
"""


class EenvoudigeVragensteller(BasisVragensteller):
    """Asks with plain lines. `lees` gives the next line, or raises EOFError at the end."""

    def __init__(self, schrijf: Callable[[str], None], lees: Callable[[str], str] = input) -> None:
        super().__init__(schrijf)
        self._lees = lees
        self._hulp_getoond = False

    def stel(self, beurt: Beurt) -> Zet:
        """Put one question and return what the user did."""
        self._schrijf("\n" + vraagkop(beurt, breedte()) + "\n")
        if not self._hulp_getoond:
            self._schrijf(vouw(HULP, breedte()))
            self._hulp_getoond = True
        if vorm := _vorm(beurt.stap.vraag):
            self._schrijf(vouw(vorm, breedte()))
        if beurt.tekst:
            self._schrijf("Er staat nu:\n" + vouw(beurt.tekst, breedte(), "  "))
        return self._antwoord(beurt)

    def kies_uit(self, vraag: str, keuzes: Sequence[tuple[str, str]]) -> str | None:
        """Return the value of the choice that the user took by its number; None to stop."""
        self._schrijf(vouw(vraag, breedte()))
        for nummer, (_, tekst) in enumerate(keuzes, 1):
            self._schrijf(vouw(f"{nummer}. {tekst.strip()}", breedte()))
        while True:
            try:
                getypt = self._lees("Typ een nummer, of .stop: ").strip()
            except (EOFError, KeyboardInterrupt):
                return None
            if getypt == ".stop":
                return None
            if getypt.isdigit() and 0 < int(getypt) <= len(keuzes):
                return keuzes[int(getypt) - 1][0]

    def ja_nee(self, vraag: str) -> bool:
        """Ask for yes or no; the end of the input means no."""
        self._schrijf(vouw(vraag, breedte()))
        while True:
            try:
                getypt = self._lees("ja of nee: ").strip().lower()
            except (EOFError, KeyboardInterrupt):
                return False
            if getypt in ("ja", "j", "nee", "n"):
                return getypt.startswith("j")

    def _antwoord(self, beurt: Beurt) -> Zet:
        invoer = _Invoer(beurt)
        while True:
            try:
                regel = self._lees("> ")
            except (EOFError, KeyboardInterrupt):
                return Gestopt(invoer.tekst)
            opdracht = regel.strip().lower()
            if opdracht in (".terug", ".stop", ".leeg", ".lijst"):
                return self._ga(opdracht, invoer)
            if opdracht == ".hulp":
                self._schrijf(vouw(HULP, breedte()))
            elif opdracht == ".voorbeeld":
                voorbeeld = beurt.stap.vraag.voorbeeld or "Bij deze vraag is geen voorbeeld."
                self._schrijf("Voorbeeld:\n" + vouw(voorbeeld, breedte(), "  "))
            elif re.fullmatch(r"\.[a-z]+", opdracht):
                self._schrijf(f"{opdracht} ken ik niet. Met .hulp zie je wat er kan.")
            else:
                if opdracht != ".":
                    invoer.voeg_toe(regel)
                if (opdracht == "." or not beurt.stap.vraag.type.is_blok) and self._past(invoer):
                    return Beantwoord(invoer.tekst)

    def _ga(self, opdracht: str, invoer: _Invoer) -> Zet:
        match opdracht:
            case ".terug":
                return Terug(invoer.tekst)
            case ".stop":
                return Gestopt(invoer.tekst)
            case ".leeg":
                return Beantwoord("")
        plekken = invoer.beurt.plekken
        doel = self.kies_uit(
            "Naar welke vraag?",
            [(p.vraag_id, f"{p.label}{' (open)' if p.is_open else ''}") for p in plekken],
        )
        return Spring(invoer.tekst, doel or invoer.beurt.stap.vraag.id)

    def _past(self, invoer: _Invoer) -> bool:
        """Whether the answer fits; says what is wrong with it, or what cleaning changed."""
        if fout := _fout(invoer.beurt.stap.vraag, invoer.tekst):
            self._schrijf(vouw(f"{fout} Typ het antwoord opnieuw.", breedte()))
            invoer.begin_opnieuw()
        elif invoer.is_opgeschoond:
            zin = "De tekst is opgeschoond: opsommingstekens, tabs of lege randen."
            self._schrijf(vouw(zin, breedte()))
        return not fout


class _Invoer:
    """The lines of one answer so far."""

    def __init__(self, beurt: Beurt) -> None:
        self.beurt = beurt
        self._regels: list[str] = []

    @property
    def _is_getypt(self) -> bool:
        return any(regel.strip() for regel in self._regels)

    @property
    def tekst(self) -> str:
        """What was typed, or else what stood there."""
        return uit_word("\n".join(self._regels)) if self._is_getypt else self.beurt.tekst

    @property
    def is_opgeschoond(self) -> bool:
        """Whether what was typed has changed."""
        return self._is_getypt and self.tekst != "\n".join(self._regels).strip("\n")

    def voeg_toe(self, regel: str) -> None:
        """Add a line, and keep the whole as a draft; a line of ours starts with one dot more."""
        self._regels.append(regel[1:] if regel.startswith("..") else regel)
        self.beurt.concept(self.tekst)

    def begin_opnieuw(self) -> None:
        """Forget what was typed."""
        self._regels.clear()


def _fout(vraag: Vraag, tekst: str) -> str:
    try:
        vraag.normaliseer(tekst)
    except AntwoordError as fout:
        return fout.melding
    return ""


def _vorm(vraag: Vraag) -> str:
    """Return how an answer of this kind is typed; nothing for plain text."""
    if vraag.kolommen:
        koppen = " | ".join(kolom.label for kolom in vraag.kolommen)
        return f"Typ elke rij op een eigen regel, zo: | {koppen} |"
    keuzes = ", ".join(vraag.keuzes)
    return {
        VraagType.KEUZE: f"Typ een van deze woorden: {keuzes}.",
        VraagType.MEERKEUZE: f"Typ elke keuze op een eigen regel: {keuzes}.",
        VraagType.JANEE: "Typ ja of nee.",
        VraagType.DATUM: "Typ een datum, zoals 31-01-2027.",
        VraagType.GETAL: "Typ een heel getal.",
        VraagType.LIJST: "Typ elk punt op een eigen regel.",
    }.get(vraag.type, "")
