"""What a returned file tells of the plan and the questions that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.opmaak import platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.ooxml.names import REL_EIGEN
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.filling.properties import VOORVOEGSEL
from uitvoeringsplan.word.fixed.fingerprints import from_properties
from uitvoeringsplan.word.returned.answer_blocks import lees_blokken
from uitvoeringsplan.word.returned.result import Bedenking, Herkomst

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
    from uitvoeringsplan.word.returned.places import Namen
    from uitvoeringsplan.word.returned.result import Eerder
    from uitvoeringsplan.word.returned.walk import Besturing, Loper

_EIGEN = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_ANTWOORD, _LEEG, _ZONDER = "antwoord.", "leeg.", "zonder."
_LANG = 2_000  # nobody reads more than this in a message; the rest is in the file
_GEVONDEN = (
    "Het bestand heeft een vraag die de vragenlijst niet kent: “{}” ({}). Dit staat erbij, en komt"
    " niet in het plan: “{}”"
)
_KWIJT = (
    "Het bestand is gemaakt met een vraag die de vragenlijst niet kent: “{}”. Haar invulveld is er"
    " niet meer. Kijk in het bestand wat erbij staat; dat komt niet in het plan."
)


def lees_herkomst(binnen: Doorgelaten, namen: Namen) -> Herkomst:
    """Return what the properties say; everything is empty in a file that was not made here."""
    waarden: dict[str, str] = {}
    for naam in binnen.delen(REL_EIGEN):
        wortel = parse(binnen.pakket.inhoud(naam), naam, binnen.pakket.pad)
        for eigen in wortel.iter(_EIGEN):
            sleutel = eigen.get("name", "")
            if sleutel.startswith(VOORVOEGSEL):
                waarde = "".join(map(str, eigen.itertext())).strip()
                waarden.setdefault(sleutel.removeprefix(VOORVOEGSEL), waarde)
    return Herkomst(
        waarden.get("soort", ""),
        waarden.get("vragenlijst", ""),
        waarden.get("document", ""),
        _per_vraag(waarden, _ANTWOORD, namen),
        _per_vraag(waarden, _LEEG, namen),
        # Without the number it was made before there was such a list.
        frozenset(_per_vraag(waarden, _ZONDER, namen)) if "zonder" in waarden else None,
        tuple(
            naam
            for sleutel in waarden
            if sleutel.startswith(_ANTWOORD)
            and not namen.van_id(naam := sleutel.removeprefix(_ANTWOORD))
        ),
        from_properties(waarden),
    )


def ontbrekend(
    herkomst: Herkomst, lijst: Vragenlijst, gevonden: Container[str], eerder: Eerder
) -> Iterator[str]:
    """Yield the ids of what the document was made with and holds no more.

    Where it does not say what it was made with, those are the ones that `eerder` knows an answer
    of: of a question without one, nobody can tell whether it ever had a place.
    """
    for vraag in (*lijst.gegevens, *lijst.vragen):
        if vraag.id not in gevonden and _hoort_erin(herkomst, lijst, vraag, gevonden, eerder):
            yield vraag.id


def _hoort_erin(
    herkomst: Herkomst, lijst: Vragenlijst, vraag: Vraag, gevonden: Container[str], eerder: Eerder
) -> bool:
    afdruk = herkomst.antwoorden.get(vraag.id)
    if afdruk is None:
        # Of another version of the questions this one is new; else its property was lost.
        is_nieuw = herkomst.vragenlijst not in ("", lijst.versie)
        return not is_nieuw and _heeft_antwoord(eerder(vraag.id, None))
    if herkomst.zonder is not None:
        return vraag.id not in herkomst.zonder
    # Made before documents said it. Some fields had no place then, but never all of them.
    is_veld = vraag.id in lijst.veld_ids
    return bool(afdruk) and not (is_veld and any(naam in gevonden for naam in lijst.veld_ids))


def _heeft_antwoord(teksten: Iterable[str]) -> bool:
    return any(tekst.strip() for tekst in teksten)


def _per_vraag(waarden: dict[str, str], begin: str, namen: Namen) -> dict[str, str]:
    """Return the properties of this kind by the id of their question, also of one renamed since."""
    uit: dict[str, str] = {}
    for sleutel, waarde in waarden.items():
        if sleutel.startswith(begin) and (naam := namen.van_id(sleutel.removeprefix(begin))):
            uit.setdefault(naam, waarde)
    return uit


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
