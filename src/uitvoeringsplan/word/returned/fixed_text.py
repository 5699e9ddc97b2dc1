"""What of a returned document is other than it was made, outside the answers.

An answer goes back to the plan. For the fixed text, headers, notes, text boxes and pictures there
is no place in a plan, so a change there can only be told, with where it is and the words. The
fingerprints in the properties say what there was (`word.fixed.fingerprints`).

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.vastetekst import VasteTekst
from uitvoeringsplan.ooxml.names import REL_KOPTEKST, REL_NOTEN, REL_VOETTEKST
from uitvoeringsplan.ooxml.tree import w
from uitvoeringsplan.word.fixed.parts import (
    BEELD,
    BESCHRIJVING,
    KOPTEKST,
    NOOT,
    TEKST,
    VAK,
    VOETTEKST,
    pictures,
)
from uitvoeringsplan.word.fixed.words import WordReader, read_part
from uitvoeringsplan.word.invulvelden import BLADWIJZER
from uitvoeringsplan.word.returned.fixed_order import Stuk, compare_order, quote
from uitvoeringsplan.word.returned.places import MAX_ANDERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.fingerprints import Zin
    from uitvoeringsplan.word.fixed.words import Words
    from uitvoeringsplan.word.returned.places import Vindplaats
    from uitvoeringsplan.word.returned.walk import Loper, Regel

_WAAR = {
    KOPTEKST: "de koptekst",
    VOETTEKST: "de voettekst",
    NOOT: "de voetnoten en eindnoten",
    VAK: "een tekstvak",
    BESCHRIJVING: "de beschrijving van een afbeelding",
}
_BEELD_WEG = (
    "Een afbeelding is weg of vervangen, of door een ander programma opnieuw opgeslagen. Dat is van"
    " buiten niet te zien: kijk zelf."
)
_BEELD_ERBIJ = "Er staat een afbeelding in die er niet was."
_INGEVOEGD = "Er is een ander bestand ingevoegd. Wat daarin staat is niet gelezen."
_RANDEN = (REL_KOPTEKST, REL_VOETTEKST)
_MEESTE = 20  # sentences to the user; what is beyond is counted


class Vastlezer:
    """Gathers what stands outside the answers, part by part, and compares it in the end."""

    def __init__(
        self, binnen: Doorgelaten, toen: Mapping[str, Sequence[str]] | None, *, nieuw: bool
    ) -> None:
        self._binnen, self._toen, self._nieuw = binnen, toen, nieuw
        self._koppen = frozenset(binnen.delen(REL_KOPTEKST))
        self._los: dict[str, list[Zin]] = {soort: [] for soort in _WAAR}

    def take_margin(self, deel: str, loper: Loper, velden: Collection[Element]) -> None:
        """Take a header or a footer."""
        if self._toen is not None:
            soort = KOPTEKST if deel in self._koppen else VOETTEKST
            for _, zinnen in _zinnen(loper.regels, range(len(loper.regels)), velden):
                self._los[soort] += zinnen

    def compare(
        self,
        loper: Loper,
        plaatsen: Mapping[str, Vindplaats],
        velden: Collection[Element],
        vragenlijst: Vragenlijst,
    ) -> VasteTekst:
        """Return what is not as it was; `velden` are the controls inside a line with a value."""
        if self._toen is None:
            return VasteTekst(is_bekend=False)
        zeker, misschien = _antwoorden(loper, plaatsen, vragenlijst.veld_ids)
        stukken = _stukken(loper.regels, zeker, misschien, velden)
        meldingen = compare_order(self._toen.get(TEKST, ()), stukken)
        self._neem_los({vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)})
        for soort, zinnen in self._los.items():
            meldingen += _zonder_volgorde(_WAAR[soort], self._toen.get(soort, ()), zinnen)
        meldingen += self._beelden(self._toen.get(BEELD, ()))
        if len(meldingen) > _MEESTE:
            meldingen[_MEESTE - 1 :] = [
                f"Op nog {len(meldingen) - _MEESTE + 1} plaatsen is het document anders."
            ]
        return VasteTekst(is_bekend=True, verschillen=tuple(meldingen))

    def _neem_los(self, tags: Collection[str]) -> None:
        """Take the notes, and of the other parts the text boxes and what is said of pictures."""
        pakket = self._binnen.pakket
        noten = self._binnen.delen(*REL_NOTEN)
        for naam in (self._binnen.document, *noten, *self._binnen.delen(*_RANDEN)):
            data = pakket.inhoud(naam)
            is_noot = naam in noten
            if not is_noot and b"txbxContent" not in data and b"descr" not in data:
                continue
            gelezen = read_part(data, naam, pakket.pad, tags, accepted=self._nieuw)
            self._los[VAK] += gelezen.boxes
            self._los[BESCHRIJVING] += gelezen.descriptions
            if is_noot:
                self._los[NOOT] += gelezen.sentences

    def _beelden(self, toen: Collection[str]) -> Iterator[str]:
        nu = set(pictures(self._binnen.pakket.leden))
        if not nu.issuperset(toen):
            yield _BEELD_WEG
        elif nu.difference(toen):
            yield _BEELD_ERBIJ
        if b"altChunk" in self._binnen.pakket.inhoud(self._binnen.document):
            yield _INGEVOEGD


def _antwoorden(
    loper: Loper, plaatsen: Mapping[str, Vindplaats], veld_ids: Collection[str]
) -> tuple[set[int], set[int]]:
    """Return the paragraphs that are in an answer for sure, and those that a bookmark leads to.

    Where a program took the control away, nothing tells where an answer ends; fixed text may stand
    among the second.
    """
    zeker: set[int] = set()
    misschien: set[int] = set()
    for plaats in plaatsen.values():
        for besturing in plaats.blokken[:MAX_ANDERS]:
            zeker.update(range(besturing.begin, besturing.einde))
        if not plaats.blokken:
            misschien.update(plaats.streek)
    for besturing in loper.besturingen:
        if besturing.tag in veld_ids:
            zeker.update(range(besturing.begin, besturing.einde))
    return zeker, misschien - zeker


def _stukken(
    regels: Sequence[Regel],
    zeker: Collection[int],
    misschien: Collection[int],
    velden: Collection[Element],
) -> list[Stuk]:
    """Return the sentences outside the answers, each with where it stands."""
    uit = []
    waar = ""
    vorige_rij = None
    gelezen = dict(_zinnen(regels, (i for i in range(len(regels)) if i not in zeker), velden))
    for nummer, regel in enumerate(regels):
        rij = (id(regel.pad[0].tabel), regel.pad[0].rij) if regel.pad else None
        if nummer in zeker:
            uit.append(Stuk(None, nummer, waar, rij, is_antwoord=True))
            continue
        if regel.is_kop or any(naam.startswith(BLADWIJZER) for naam in regel.ankers):
            waar = "".join(t.text or "" for t in regel.alinea.iter(w("t"))).strip() or waar
        is_antwoord = nummer in misschien
        zinnen = gelezen.get(nummer, [])
        uit += (Stuk(zin, nummer, waar, rij, is_antwoord=is_antwoord) for zin in zinnen)
        if rij and rij != vorige_rij and zinnen:  # a row is known by its first cell
            waar, vorige_rij = zinnen[0].woorden, rij
    return uit


def _zinnen(
    regels: Sequence[Regel], plekken: Iterable[int], velden: Collection[Element]
) -> Iterator[tuple[int, list[Zin]]]:
    """Yield the sentences of these paragraphs, with their numbers."""
    alineas: list[Words] = []
    lezer = WordReader(alineas.append, velden.__contains__)
    for nummer in plekken:
        lezer.read_paragraph(regels[nummer].alinea)
        yield nummer, [zin for alinea in alineas for zin in alinea.sentences()]
        alineas.clear()


def _zonder_volgorde(waar: str, toen: Iterable[str], zinnen: Iterable[Zin]) -> Iterator[str]:
    """Yield what is new and whether something went, where the order of the parts says nothing."""
    over: dict[str, None] = {}
    bekend: dict[str, str] = {}
    for code in toen:
        afdruk, _, gevuld = code.partition("=")
        if afdruk:
            over[code] = None
        bekend |= {sleutel: code for sleutel in (afdruk, gevuld) if sleutel}
    nieuw: dict[str, None] = {}
    for zin in zinnen:
        if code := bekend.get(zin.afdruk) or bekend.get(zin.gevuld) or "":
            over.pop(code, None)
        elif zin.afdruk:
            nieuw[zin.woorden] = None
    if nieuw:
        hoe = "is tekst veranderd. Er staat nu" if over else "staat wat er niet stond"
        yield f"In {waar} {hoe}: {quote(' '.join(nieuw))}"
    elif over:
        yield f"Uit {waar} is tekst weg."
