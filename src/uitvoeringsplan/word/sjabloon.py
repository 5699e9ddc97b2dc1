"""A Word template, read once and ready to be filled many times."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import SjabloonError, bedoel_je
from uitvoeringsplan.word.aftasten import tast_af
from uitvoeringsplan.word.antwoordxml import Stijlen
from uitvoeringsplan.word.invulvelden import Invulveld, Vorm, is_nodig, vind_invulvelden
from uitvoeringsplan.word.pakket import Pakket, lees_pakket
from uitvoeringsplan.word.relaties import hoofddocument, lees_relaties, relatiedeel
from uitvoeringsplan.word.xmlnamen import (
    REL_KOPTEKST,
    REL_NUMMERING,
    REL_STIJLEN,
    REL_VOETTEKST,
    STIJL_LINK,
    STIJL_NUMMER,
    STIJL_PUNT,
    W,
)

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.aftasten import Afdruk
    from uitvoeringsplan.word.relaties import Relatie


class Deel(NamedTuple):
    """A part with controls: its bytes, the prefix of its elements, and the controls in order."""

    naam: str
    data: bytes
    prefix: str  # with its colon
    velden: tuple[Invulveld, ...]


class Nummering(NamedTuple):
    """Where new numberings go: the part, its bytes, the place, the list and the next free id."""

    deel: str
    data: bytes
    plek: int
    lijst: str
    volgende: int
    prefix: str  # with its colon


class Sjabloon(NamedTuple):
    """A checked template: every question has one control, every control a question or field."""

    pakket: Pakket
    document: str
    delen: tuple[Deel, ...]
    stijlen: Stijlen
    nummering: Nummering
    relaties: bytes | None
    hoofdrelaties: dict[str, str]  # of the package itself: kind to part


def open_sjabloon(data: bytes, pad: str, vragenlijst: Vragenlijst) -> Sjabloon:
    """Return the template in `data`, checked against the questions; raises SjabloonError."""
    pakket = lees_pakket(data, pad)
    document = hoofddocument(pakket)
    relaties = lees_relaties(pakket, document)
    namen = [
        document,
        *(r.doel for r in relaties if r.soort in (REL_KOPTEKST, REL_VOETTEKST)),
    ]
    delen = tuple(_deel(pakket, naam) for naam in dict.fromkeys(namen))
    _controleer(pad, delen, vragenlijst)
    stijlen, lijst_van = _stijlen(pakket, _doel(relaties, REL_STIJLEN, pakket))
    eigen = relatiedeel(document)
    return Sjabloon(
        pakket,
        document,
        tuple(_zonder_lijststijl(deel, stijlen) for deel in delen if deel.velden),
        stijlen,
        _nummering(pakket, _doel(relaties, REL_NUMMERING, pakket), lijst_van),
        pakket.inhoud(eigen) if eigen in pakket.leden else None,
        {relatie.soort: relatie.doel for relatie in lees_relaties(pakket, "")},
    )


def _deel(pakket: Pakket, naam: str) -> Deel:
    data = pakket.inhoud(naam)
    afdruk = tast_af(data, naam, pakket.pad, bewaar=is_nodig)
    velden = vind_invulvelden(afdruk, pakket.pad)
    return Deel(naam, data, _prefix(afdruk, pakket.pad, naam) if velden else "", tuple(velden))


def _prefix(afdruk: Afdruk, pad: str, naam: str) -> str:
    prefix = afdruk.prefixen.get(W)
    if not prefix:
        raise SjabloonError(
            pad, f"het onderdeel {naam} heeft een ongewone vorm. Open het sjabloon in Word en sla"
            " het opnieuw op."
        )  # fmt: skip
    return f"{prefix}:"


def _zonder_lijststijl(deel: Deel, stijlen: Stijlen) -> Deel:
    """Return the part with controls whose first paragraph is a point not passing that on."""
    lijst = [f'"{stijl}"' for stijl in (*stijlen.punt, *stijlen.nummer)]
    return deel._replace(
        velden=tuple(
            veld._replace(ppr="") if any(stijl in veld.ppr for stijl in lijst) else veld
            for veld in deel.velden
        )
    )


def _controleer(pad: str, delen: tuple[Deel, ...], vragenlijst: Vragenlijst) -> None:
    """Raise when a question has no control or more than one, or a control has no question."""
    aantal = Counter(veld.tag for deel in delen for veld in deel.velden)
    vraag_ids = [vraag.id for vraag in vragenlijst.vragen]
    bekend = {*vraag_ids, *vragenlijst.veld_ids}
    if mist := [vraag_id for vraag_id in vraag_ids if not aantal[vraag_id]]:
        raise SjabloonError(
            pad,
            f"dit sjabloon heeft geen invulveld voor {_opsomming(mist)}. Voeg in Word een"
            " inhoudsbesturingselement toe met die naam als code (tag).",
        )
    if vreemd := [tag for tag in aantal if tag not in bekend]:
        raise SjabloonError(
            pad,
            f"het invulveld “{vreemd[0]}” hoort bij geen vraag van de vragenlijst."
            f"{bedoel_je(vreemd[0], bekend)} Verander de code (tag) of haal het veld weg.",
        )
    if dubbel := [vraag_id for vraag_id in vraag_ids if aantal[vraag_id] > 1]:
        raise SjabloonError(
            pad,
            f"voor {_opsomming(dubbel)} is er meer dan één invulveld. Houd er één over.",
        )
    _controleer_plaatsen(pad, delen, frozenset(vraag_ids))


def _controleer_plaatsen(pad: str, delen: tuple[Deel, ...], vraag_ids: frozenset[str]) -> None:
    """Raise when the control of a question stands where no paragraphs can come."""
    document, *randen = delen
    for veld in (veld for deel in randen for veld in deel.velden):
        if veld.tag in vraag_ids:
            raise SjabloonError(
                pad,
                f"het invulveld “{veld.tag}” staat in een kop- of voettekst. Zet een vraag in de"
                " tekst zelf; alleen gegevens van het plan kunnen daar staan.",
            )
    for veld in document.velden:
        if veld.vorm is Vorm.REGEL and veld.tag in vraag_ids:
            raise SjabloonError(
                pad,
                f"het invulveld “{veld.tag}” staat midden in een alinea, maar een antwoord heeft"
                " eigen alinea's. Zet het veld op een eigen regel.",
            )
    for buiten, veld in combinations(document.velden, 2):
        if veld.tag in vraag_ids and veld.inhoud[1] <= buiten.inhoud[1]:
            raise SjabloonError(
                pad,
                f"het invulveld “{veld.tag}” staat binnen het veld “{buiten.tag}”. Zet ze naast of"
                " onder elkaar.",
            )


def _opsomming(namen: list[str], hooguit: int = 5) -> str:
    zichtbaar = ", ".join(f"“{naam}”" for naam in namen[:hooguit])
    rest = len(namen) - hooguit
    return f"{zichtbaar} en nog {rest}" if rest > 0 else zichtbaar


def _doel(relaties: list[Relatie], soort: str, pakket: Pakket) -> str:
    wat = "stijlen" if soort == REL_STIJLEN else "opsommingen"
    for relatie in relaties:
        if relatie.soort == soort and relatie.doel in pakket.leden:
            return relatie.doel
    raise SjabloonError(
        pakket.pad,
        f"dit sjabloon heeft geen {wat}. Open het in Word, maak er een opsomming in en sla het op.",
    )


def _stijlen(pakket: Pakket, naam: str) -> tuple[Stijlen, str]:
    """Return the ids of the styles that answers need, and the numId of the first numbered one."""
    afdruk = tast_af(pakket.inhoud(naam), naam, pakket.pad)
    ids: dict[str, str] = {}
    nummeringen: dict[str, str] = {}
    for stijl in afdruk.wortel.kinderen:
        titel = stijl.kind(f"{W} name")
        stijl_id = stijl.attributen.get(f"{W} styleId", "")
        if titel is None:
            continue
        sleutel = titel.attributen.get(f"{W} val", "").lower()
        ids.setdefault(sleutel, stijl_id)
        for num in stijl.alle(f"{W} numId"):
            nummeringen[sleutel] = num.attributen.get(f"{W} val", "")

    def zoek(stijl: str) -> str:
        if stijl.lower() not in ids:
            raise SjabloonError(
                pakket.pad,
                f"dit sjabloon mist de stijl “{stijl}”. Gebruik hem in Word één keer en sla het"
                " sjabloon op.",
            )
        return ids[stijl.lower()]

    return (
        Stijlen(
            tuple(zoek(stijl) for stijl in STIJL_PUNT),
            tuple(zoek(stijl) for stijl in STIJL_NUMMER),
            zoek(STIJL_LINK),
        ),
        nummeringen.get(STIJL_NUMMER[0].lower(), ""),
    )


def _nummering(pakket: Pakket, naam: str, num_id: str) -> Nummering:
    """Return where new numberings go, and the list that the style for numbered points uses."""
    data = pakket.inhoud(naam)
    afdruk = tast_af(data, naam, pakket.pad)
    lijst = ""
    hoogste = 0
    plek = afdruk.wortel.slot
    for num in afdruk.wortel.kinderen:
        if num.naam != f"{W} num":
            continue
        eigen = num.attributen.get(f"{W} numId", "0")
        hoogste = max(hoogste, int(eigen) if re.fullmatch(r"\d{1,9}", eigen) else 0)
        plek = num.einde
        verwijzing = num.kind(f"{W} abstractNumId")
        if eigen == num_id and verwijzing is not None:
            lijst = verwijzing.attributen.get(f"{W} val", "")
    if not lijst:
        raise SjabloonError(
            pakket.pad,
            f"de stijl “{STIJL_NUMMER[0]}” van dit sjabloon heeft geen nummering. Koppel er in Word"
            " een genummerde lijst aan.",
        )
    return Nummering(naam, data, plek, lijst, hoogste + 1, _prefix(afdruk, pakket.pad, naam))
