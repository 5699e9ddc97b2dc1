"""From what the document shows to what a plan stores.

The document shows more than was answered: a default, a dash for a fact that is missing, a sentence
that stands for no answer, a date in words. The fingerprint in its properties tells what it was
made with, so nothing of that comes back as an answer that nobody gave.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.canoniek import canoniek
from uitvoeringsplan.model.opmaak import Punt, Stuk, lees_opmaak, platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vingerafdruk import antwoordafdruk, vingerafdruk
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.word.terug.adressen import met_oude_adressen
from uitvoeringsplan.word.terug.blokken import MAX_TEKENS, als_tekst, zonder_plaatshouder
from uitvoeringsplan.word.terug.plat import herstel, zelfde
from uitvoeringsplan.word.terug.uitkomst import Weigering
from uitvoeringsplan.word.terug.weigeringen import keur_keuzes
from uitvoeringsplan.word.veldinhoud import NIET_BEKEND, veldtekst

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.terug.blokken import Lezing

TE_LANG = "Dit antwoord is te lang om terug te lezen."

_PUNTEN = re.compile(r";\s+")
_GRENZEN_KWIJT = (
    "LibreOffice heeft in de eerste alinea de plaats van een link of regeleinde weggelaten."
    " Kijk die na."
)


class Merk(NamedTuple):
    """What is known of an answer before it is read: how it was, and what stands for nothing.

    `afdruk` and `leeg` are fingerprints (None when the document does not say), `eerder` the texts
    that it had before, `plaatshouders` what an empty control shows.
    """

    vraag: Vraag
    afdruk: str | None = None
    leeg: str | None = None
    eerder: tuple[str, ...] = ()
    plaatshouders: tuple[str, ...] = ()

    def is_zelfde(self, tekst: str) -> bool:
        """Whether this is the text that the document was made with."""
        if self.afdruk is None:
            return False
        try:
            return antwoordafdruk(self.vraag, tekst) == self.afdruk
        except TabelError:  # no table at all
            return False


class Uitkomst(NamedTuple):
    """A text as a plan stores it, and a sentence when it does not fit or is not certain.

    `geweigerd` and `passend` are those of `Gelezen`.
    """

    tekst: str
    melding: str = ""
    geweigerd: tuple[Weigering, ...] = ()
    passend: str | None = None


def uit_blokken(lezing: Lezing, merk: Merk) -> Uitkomst:
    """Return the answer that blocks hold, for a question whose answer has paragraphs."""
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
    for blokken in mogelijk:
        tekst = als_tekst(blokken)
        if merk.is_zelfde(tekst):
            return Uitkomst(tekst)
    # The nearest text comes first; without any the words stand as they were found.
    blokken = zonder_plaatshouder(mogelijk[min(1, len(mogelijk) - 1)], merk.plaatshouders)
    tekst = als_tekst(blokken)
    if _staat_voor_niets(tekst, merk):
        return Uitkomst("")
    uitkomst = _passend(merk, tekst)
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
    for plaatshouder in merk.plaatshouders:
        getoond = getoond.removeprefix(plaatshouder).removesuffix(plaatshouder).strip()
    if getoond == NIET_BEKEND or _staat_voor_niets(getoond, merk):
        return Uitkomst("")
    return _passend(merk, _opgeslagen(merk, getoond))


def _staat_voor_niets(tekst: str, merk: Merk) -> bool:
    """Whether a text is only what the document shows where there is no answer."""
    vraag = merk.vraag
    kaal = platte_tekst(lees_opmaak(tekst))
    if not kaal.strip() or kaal.strip() in merk.plaatshouders:
        return True
    if merk.afdruk is None:
        return kaal == vraag.leegtekst
    if merk.leeg is not None and merk.leeg in (vingerafdruk(tekst), vingerafdruk(kaal)):
        return True
    # A default that was shown is no answer either.
    return not merk.afdruk and bool(vraag.standaard) and tekst in (
        vraag.standaard, canoniek(vraag.standaard), een_regel(veldtekst(vraag, vraag.standaard)),
    )  # fmt: skip


def _opgeslagen(merk: Merk, getoond: str) -> str:
    """Return a line in the form of its type; as it is where it does not fit."""
    if merk.vraag.type in (VraagType.LIJST, VraagType.MEERKEUZE):
        punten = (punt for punt in _PUNTEN.split(getoond) if punt.strip())
        return als_tekst(tuple(Punt((Stuk(punt),)) for punt in punten))
    return _passend(merk, getoond).tekst


def _passend(merk: Merk, tekst: str) -> Uitkomst:
    """Return a text as the plan stores it, or as it is where it does not fit at all."""
    vraag = merk.vraag
    try:
        goed = vraag.normaliseer(tekst)
    except AntwoordError as fout:
        if vraag.type is not VraagType.MEERKEUZE:
            return Uitkomst(tekst, geweigerd=(Weigering("", tekst, fout.melding),))
        passend, geweigerd = keur_keuzes(vraag, tekst, next(iter(merk.eerder), ""))
        return Uitkomst(tekst, "", geweigerd, passend)
    return Uitkomst(canoniek(goed) if vraag.type.is_blok else goed)
