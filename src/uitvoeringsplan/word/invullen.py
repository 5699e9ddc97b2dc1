"""A template and a plan to a finished document, by splicing answers between untouched bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.datum import in_woorden
from uitvoeringsplan.model.opmaak import Punt, Stuk, lees_opmaak, platte_tekst
from uitvoeringsplan.model.plan import zonder_verborgen
from uitvoeringsplan.model.vraag import VraagType
from uitvoeringsplan.word.aftasten import tast_af
from uitvoeringsplan.word.antwoordxml import Bijvangst, antwoord_xml, regel_xml, zonder_links
from uitvoeringsplan.word.eigenschappen import eigen_xml, inhoudstype, kern_xml
from uitvoeringsplan.word.invulvelden import Invulveld, Vorm
from uitvoeringsplan.word.pakket import ingepakt, schrijf_pakket
from uitvoeringsplan.word.relaties import met_relaties, relatiedeel
from uitvoeringsplan.word.xmlnamen import (
    REL_EIGEN,
    REL_KERN,
    REL_LINK,
    TYPE_EIGEN,
    TYPE_KERN,
)

if TYPE_CHECKING:
    from uitvoeringsplan.model.opmaak import Blok
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon import Deel, Nummering, Sjabloon

_TYPES = "[Content_Types].xml"
_KERN = "docProps/core.xml"
_EIGEN = "docProps/custom.xml"


def vul_in(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> bytes:
    """Return the finished document. The same template and plan give the same bytes.

    Controls keep their tag, lock and place; a filled one loses its placeholder flag and style.
    A question without an answer keeps its placeholder, and so does a hidden one.
    """
    plan = zonder_verborgen(vragenlijst, plan)
    vangst = Bijvangst(sjabloon.nummering.volgende, _vrij_id(sjabloon.relaties or b""))
    nieuw = {
        deel.naam: _gevuld(deel, sjabloon, vragenlijst, plan, vangst) for deel in sjabloon.delen
    }
    if vangst.nummeringen:
        nieuw[sjabloon.nummering.deel] = _met_nummeringen(sjabloon.nummering, vangst)
    if vangst.adressen:
        nieuw[relatiedeel(sjabloon.document)] = met_relaties(
            sjabloon.relaties,
            [(id_, REL_LINK, adres, True) for adres, id_ in vangst.adressen.items()],
        )
    leden = dict(sjabloon.pakket.leden)
    leden |= {naam: ingepakt(naam, data) for naam, data in nieuw.items()}
    eigen = _eigenschappen(sjabloon, vragenlijst, plan, leden[sjabloon.document].crc)
    leden |= {naam: ingepakt(naam, data) for naam, data in eigen.items()}
    return schrijf_pakket(list(leden.values()))


def veldtekst(vraag: Vraag, waarde: str) -> str:
    """Return a field as it reads inside a line: dates in words, points behind each other."""
    if vraag.type is VraagType.DATUM:
        return in_woorden(waarde)
    if vraag.type.is_blok:
        return platte_tekst(_blokken(vraag, waarde)).replace("\n", "; ")
    return waarde


def _blokken(vraag: Vraag, waarde: str) -> tuple[Blok, ...]:
    return _rijen(vraag, waarde) if vraag.type is VraagType.TABEL else lees_opmaak(waarde)


def _rijen(vraag: Vraag, waarde: str) -> tuple[Punt, ...]:
    """Return a table as points, one a row; cells are plain words, and empty ones are left out."""
    from uitvoeringsplan.model.tabel import lees_tabel  # noqa: PLC0415 - few plans have a table

    vragen = [kolom.vraag for kolom in vraag.kolommen]
    regels = (
        "; ".join(
            f"{kolom.label}: {veldtekst(kolom, cel)}"
            for kolom, cel in zip(vragen, rij, strict=True)
            if cel
        )
        for rij in lees_tabel(vraag.kolommen, waarde)
    )
    return tuple(Punt((Stuk(regel),)) for regel in regels)


def _gevuld(
    deel: Deel, sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan, vangst: Bijvangst
) -> bytes:
    delen: list[bytes] = []
    vanaf = 0
    for veld in deel.velden:
        vraag = vragenlijst.vraag(veld.tag)
        waarde = plan.waarde(vraag)
        # A control inside one that was just filled is gone.
        if not waarde or veld.vlag[0] < vanaf:
            continue
        inhoud = _inhoud(veld, vraag, waarde, deel, sjabloon, vangst)
        if not inhoud:  # blanks alone; a control without a paragraph would break the document
            continue
        delen += (
            deel.data[vanaf : veld.vlag[0]],
            deel.data[veld.vlag[1] : veld.inhoud[0]],
            inhoud,
        )
        vanaf = veld.inhoud[1]
    delen.append(deel.data[vanaf:])
    return b"".join(delen)


def _inhoud(
    veld: Invulveld,
    vraag: Vraag,
    waarde: str,
    deel: Deel,
    sjabloon: Sjabloon,
    vangst: Bijvangst,
) -> bytes:
    w = deel.prefix
    if veld.vorm is Vorm.REGEL:
        return regel_xml(veldtekst(vraag, waarde), w, veld.rpr)
    if vraag.type.is_blok:
        blokken = _blokken(vraag, waarde)
        if deel.naam != sjabloon.document:
            blokken = zonder_links(blokken)
        return antwoord_xml(blokken, sjabloon.stijlen, vangst, w, veld.ppr)
    regel = regel_xml(veldtekst(vraag, waarde), w, veld.rpr).decode()
    return f"<{w}p>{veld.ppr}{regel}</{w}p>".encode()


def _vrij_id(relaties: bytes) -> str:
    """Return a beginning for new ids that no relationship has, also not of an earlier run."""
    begin = "uvpLink"
    while f'"{begin}'.encode() in relaties:
        begin += "_"
    return begin


def _met_nummeringen(nummering: Nummering, vangst: Bijvangst) -> bytes:
    w = nummering.prefix
    nums = "".join(
        f'<{w}num {w}numId="{nummer}"><{w}abstractNumId {w}val="{nummering.lijst}"/>'
        f'<{w}lvlOverride {w}ilvl="{niveau}"><{w}startOverride {w}val="{begin}"/>'
        f"</{w}lvlOverride></{w}num>"
        for nummer, niveau, begin in vangst.nummeringen
    )
    return nummering.data[: nummering.plek] + nums.encode() + nummering.data[nummering.plek :]


def _eigenschappen(
    sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan, document_crc: int
) -> dict[str, bytes]:
    """Return the parts with properties, and what makes the package know them."""
    pakket = sjabloon.pakket
    bekend = sjabloon.hoofdrelaties
    kern, eigen = bekend.get(REL_KERN, _KERN), bekend.get(REL_EIGEN, _EIGEN)
    oud = tast_af(pakket.inhoud(eigen), eigen, pakket.pad) if eigen in pakket.leden else None
    nieuw = {
        kern: kern_xml(vragenlijst, plan),
        eigen: eigen_xml(vragenlijst, plan, document_crc, oud),
    }
    ontbreekt = [
        (f"uvpDeel{i}", soort, doel, False)
        for i, (soort, doel) in enumerate(((REL_KERN, kern), (REL_EIGEN, eigen)), 1)
        if soort not in bekend
    ]
    if ontbreekt:
        nieuw["_rels/.rels"] = met_relaties(pakket.inhoud("_rels/.rels"), ontbreekt)
        types = inhoudstype(pakket.inhoud(_TYPES), kern, TYPE_KERN)
        nieuw[_TYPES] = inhoudstype(types, eigen, TYPE_EIGEN)
    return nieuw
