"""From what the document shows to what a plan stores.

The document shows more than was answered: a default, a dash for a fact that is missing, a sentence
that stands for no answer, a date in words. The fingerprint in its properties tells what it was
made with, so nothing of that comes back as an answer that nobody gave.

"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.fingerprint import antwoordafdruk, vingerafdruk
from uitvoeringsplan.model.markup_writer import canoniek
from uitvoeringsplan.model.opmaak import lees_opmaak, platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Asking
from uitvoeringsplan.word.returned.answer_blocks import MAX_TEKENS, als_tekst, zonder_plaatshouder
from uitvoeringsplan.word.returned.links import met_oude_adressen, met_oude_links
from uitvoeringsplan.word.returned.lost_dress import herstel, zelfde
from uitvoeringsplan.word.returned.result import Weigering
from uitvoeringsplan.word.writing.control_content import NIET_BEKEND, veldtekst

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import Lezing

TE_LANG = "Dit antwoord is te lang om terug te lezen."

#: So our own templates write what an empty field shows, and many others do.
TUSSEN_HAKEN = re.compile(r"\[[^\]]*\]")
_GRENZEN_KWIJT = (
    "LibreOffice heeft in de eerste alinea de plaats van een link of regeleinde weggelaten."
    " Kijk die na."
)


_LEEG_OF_NIET = (
    "Er staat “{}”, maar volgens het bestand of aan de haken te zien is hier niets ingevuld. Kies"
    " of dat het antwoord is."
)


_LINK_TE_LANG = (
    "De eerste link van een alinea begint misschien te vroeg; LibreOffice doet dat. Kijk na welke"
    " woorden erbij horen."
)


class Merk(NamedTuple):
    """What is known of an answer before it is read: how it was, and what stands for nothing.

    `afdruk` and `leeg` are fingerprints (None when the document does not say), `eerder` the texts
    that it had before, `plaatshouders` what an empty control shows, `misschien` what may be that.
    """

    vraag: Vraag
    afdruk: str | None = None
    leeg: str | None = None
    eerder: tuple[str, ...] = ()
    plaatshouders: tuple[str, ...] = ()
    misschien: tuple[str, ...] = ()

    def is_zelfde(self, tekst: str) -> bool:
        """Whether this is the text that the document was made with."""
        if self.afdruk is None:
            return False
        try:
            return antwoordafdruk(self.vraag, tekst) == self.afdruk
        except TabelError:  # no table at all
            return False

    def voor_niets(self) -> tuple[str, ...]:
        """Return the texts that stand for no answer.

        A control that was filled shows those alone that are known; anything else was typed.
        """
        if not self.afdruk:
            return self.plaatshouders
        return tuple(tekst for tekst in self.plaatshouders if tekst not in self.misschien)

    def had_tekst(self) -> bool:
        """Whether the document was made with an answer, as far as anybody knows."""
        return bool(self.afdruk) if self.afdruk is not None else any(self.eerder)


class Uitkomst(NamedTuple):
    """A text as a plan stores it, and a sentence when it does not fit or is not certain.

    `geweigerd` and `passend` are those of `Gelezen`.
    """

    tekst: str
    melding: str = ""
    geweigerd: tuple[Weigering, ...] = ()
    passend: str | None = None


def uit_blokken(lezing: Lezing, merk: Merk, *, is_los: bool = False) -> Uitkomst:
    """Return the answer that blocks hold, for a question whose answer has paragraphs.

    `is_los`: no control stands around them, so a program that drops controls may have been there.
    """
    eerder = [lees_opmaak(tekst) for tekst in merk.eerder]
    mogelijk = [lezing.blokken]
    melding = ""
    if lezing.plek >= 0:
        gelijke = zelfde(lezing.plat, eerder)
        mogelijk += (lezing.met(stukken) for stukken in gelijke)
        if not gelijke:
            hersteld = herstel(lezing.plat, eerder)
            mogelijk.append(lezing.met(hersteld.stukken))
            melding = "" if hersteld.is_zeker else _GRENZEN_KWIJT
    mogelijk = [met_oude_adressen(blokken, eerder) for blokken in mogelijk]
    if is_los:
        hersteld_ = [met_oude_links(blokken, eerder) for blokken in mogelijk]
        mogelijk = [blokken for blokken, _ in hersteld_]
        melding = melding or ("" if hersteld_[0][1] else _LINK_TE_LANG)
    for blokken in mogelijk:
        tekst = als_tekst(blokken)
        if merk.is_zelfde(tekst):
            return Uitkomst(tekst)
    # The nearest text comes first; without any the words stand as they were found.
    blokken = zonder_plaatshouder(mogelijk[min(1, len(mogelijk) - 1)], merk.voor_niets())
    tekst = als_tekst(blokken)
    if _staat_voor_niets(tekst, merk):
        return Uitkomst("")
    uitkomst = _passend(merk, tekst)
    melding = melding or _misschien(platte_tekst(blokken), merk)
    return uitkomst._replace(melding=uitkomst.melding or melding)


def uit_regel(getoond: str, merk: Merk) -> Uitkomst:
    """Return what one line stands for: a field in a sentence, or an answer of one line."""
    vraag = merk.vraag
    getoond = een_regel(getoond)
    if len(getoond) > MAX_TEKENS:
        return Uitkomst("", TE_LANG)
    for eerder in merk.eerder:
        is_zelfde = merk.afdruk is None or merk.is_zelfde(eerder)
        if is_zelfde and een_regel(veldtekst(vraag, eerder)) == getoond:
            return Uitkomst(eerder)
    tekst = _opgeslagen(merk, getoond)
    if merk.is_zelfde(tekst):
        return Uitkomst(tekst)
    for plaatshouder in merk.voor_niets():
        getoond = getoond.removeprefix(plaatshouder).removesuffix(plaatshouder).strip()
    if getoond == NIET_BEKEND or _staat_voor_niets(getoond, merk):
        return Uitkomst("")
    uitkomst = _passend(merk, _opgeslagen(merk, getoond))
    return uitkomst._replace(melding=uitkomst.melding or _misschien(getoond, merk))


def _staat_voor_niets(tekst: str, merk: Merk) -> bool:
    """Whether a text is only what the document shows where there is no answer."""
    vraag = merk.vraag
    kaal = platte_tekst(lees_opmaak(tekst))
    if not kaal.strip() or kaal.strip() in merk.voor_niets():
        return True
    if merk.afdruk is None:
        return kaal == vraag.leegtekst
    if merk.leeg is not None and merk.leeg in (vingerafdruk(tekst), vingerafdruk(kaal)):
        return True
    # A default that was shown is no answer either.
    return not merk.afdruk and bool(vraag.standaard) and tekst in (
        vraag.standaard, canoniek(vraag.standaard), een_regel(veldtekst(vraag, vraag.standaard)),
    )  # fmt: skip


def _misschien(tekst: str, merk: Merk) -> str:
    """Return a sentence when nobody can tell whether a text is only what an empty control shows."""
    tekst = een_regel(tekst)
    # A program may leave the words of a placeholder and drop all that tells what they are.
    in_haken = merk.afdruk == "" and TUSSEN_HAKEN.fullmatch(tekst)
    return _LEEG_OF_NIET.format(tekst) if in_haken or tekst in merk.misschien else ""


def _opgeslagen(merk: Merk, getoond: str) -> str:
    """Return a line in the form of its type; as it is where it does not fit."""
    getypt = merk.vraag.type.off_a_line(getoond)
    return getypt if getypt != getoond else _passend(merk, getoond).tekst


def _passend(merk: Merk, tekst: str) -> Uitkomst:
    """Return a text as the plan stores it, or as it is where it does not fit at all."""
    vraag = merk.vraag
    try:
        goed = vraag.normaliseer(tekst)
    except AntwoordError as fout:
        if vraag.type.asking is not Asking.CHOICES:
            return Uitkomst(tekst, geweigerd=(Weigering("", tekst, fout.melding),))
        passend, geweigerd = keur_keuzes(vraag, tekst, next(iter(merk.eerder), ""))
        return Uitkomst(tekst, "", geweigerd, passend)
    return Uitkomst(canoniek(goed) if vraag.type.is_blok else goed)


def keur_keuzes(vraag: Vraag, tekst: str, oud: str) -> tuple[str, tuple[Weigering, ...]]:
    """Return the choices in a list that the question knows, and those that were set apart.

    What stood in the place of an unknown one in `oud` stays.
    """
    nieuw, was = _punten(tekst), _punten(oud)
    goed: list[str] = []
    geweigerd: list[Weigering] = []
    vergelijking = SequenceMatcher(None, was, nieuw, autojunk=False)
    for soort, van, tot, begin, einde in vergelijking.get_opcodes():
        apart = []
        for punt in nieuw[begin:einde]:
            try:
                goed.append(vraag.normaliseer(f"- {punt}"))
            except AntwoordError as fout:
                apart.append(Weigering("", punt, fout.melding))
        if soort == "replace" and apart:
            goed += (f"- {punt}" for punt in was[van:tot])
        geweigerd += apart
    return "\n".join(dict.fromkeys(goed)), tuple(geweigerd)


def _punten(tekst: str) -> list[str]:
    return [punt for blok in lees_opmaak(tekst) if (punt := een_regel(platte_tekst((blok,))))]
