"""The words of questions that the document was made with and the question set has no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.opmaak import platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.word.terug.blokken import lees_blokken
from uitvoeringsplan.word.terug.uitkomst import Bedenking

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from uitvoeringsplan.word.terug.plekken import Besturing
    from uitvoeringsplan.word.terug.regels import Loper
    from uitvoeringsplan.word.terug.teksten import Tekstlezer

_LANG = 2_000  # nobody reads more than this in a message; the rest is in the file
_GEVONDEN = (
    "Het bestand heeft een vraag die de vragenlijst niet kent: “{}” ({}). Dit staat erbij, en komt"
    " niet in het plan: “{}”"
)
_KWIJT = (
    "Het bestand is gemaakt met een vraag die de vragenlijst niet kent: “{}”. Haar invulveld is er"
    " niet meer. Kijk in het bestand wat erbij staat; dat komt niet in het plan."
)


def onbekende_vragen(
    onbekend: Collection[str], loper: Loper, lezer: Tekstlezer
) -> Iterator[Bedenking]:
    """Yield a sentence with the words of every question in `onbekend`, or that they are gone."""
    if not onbekend:
        return
    gevonden: dict[str, list[Besturing]] = {naam: [] for naam in onbekend}
    for besturing in (*loper.besturingen, *(b for r in loper.regels for b in r.besturingen)):
        if besturing.tag in gevonden:
            gevonden[besturing.tag].append(besturing)
    for naam, besturingen in gevonden.items():
        if not besturingen:
            yield Bedenking("", _KWIJT.format(naam))
        teksten = dict.fromkeys(_woorden(een, loper, lezer) for een in besturingen)
        for tekst in teksten:
            label = besturingen[0].alias or naam
            yield Bedenking("", _GEVONDEN.format(label, naam, _ingekort(tekst) or "(leeg)"))


def _woorden(besturing: Besturing, loper: Loper, lezer: Tekstlezer) -> str:
    if not besturing.is_blok:
        return een_regel(lezer.plat(besturing.element))
    lezing = lees_blokken(loper.regels[besturing.begin : besturing.einde], lezer)
    return een_regel(platte_tekst(lezing.blokken))


def _ingekort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANG else f"{tekst[:_LANG].rstrip()}… (de rest staat in Word)"
