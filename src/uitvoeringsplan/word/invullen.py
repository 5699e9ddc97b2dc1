"""A template and a plan to a finished document, by splicing answers between untouched bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.plan import zonder_verborgen
from uitvoeringsplan.ooxml.names import REL_LINK, TYPES
from uitvoeringsplan.ooxml.package import Pakket, ingepakt, schrijf_pakket
from uitvoeringsplan.ooxml.relationships import met_relaties, relatiedeel
from uitvoeringsplan.ooxml.splice import Splice, splice
from uitvoeringsplan.word.antwoordxml import Bijvangst
from uitvoeringsplan.word.beelden import Beeldwerk
from uitvoeringsplan.word.documenteigenschappen import eigenschappen
from uitvoeringsplan.word.fixed.parts import fixed_properties
from uitvoeringsplan.word.inhoudsopgave import vul_inhoudsopgave
from uitvoeringsplan.word.randen import laat_randen_weg
from uitvoeringsplan.word.sjabloon.bladwijzers import halve_bladwijzers
from uitvoeringsplan.word.sjabloon.houders import aangevuld, lege_tabellen
from uitvoeringsplan.word.sjabloon.variant import kies_variant
from uitvoeringsplan.word.sjabloon.weging import waarden
from uitvoeringsplan.word.veldinhoud import leegte, veldinhoud

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uitvoeringsplan.drawing.tekening import Tekening
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.invulvelden import Invulveld
    from uitvoeringsplan.word.opmerkingen.schrijven import Punten
    from uitvoeringsplan.word.sjabloon.deel import Variantdeel
    from uitvoeringsplan.word.sjabloon.openen import Nummering, Sjabloon

    # What goes into a control: the control, its question, where numberings and addresses go (None
    # where links cannot be), the prefix with its colon. Nothing leaves what the template has.
    Schrijver = Callable[[Invulveld, Vraag, Bijvangst | None, str], bytes]

GEEN_BEELDEN: dict[str, tuple[Tekening, ...]] = {}


class Invulling(NamedTuple):
    """How a template is filled: what goes into the controls, and which plan chooses its parts.

    `eerder` is the plan that comes back when the changes in the document are rejected; `punten`
    are written as comments.
    """

    schrijf: Schrijver
    delen_van: Plan
    eerder: Plan | None = None
    punten: Punten | None = None


class _Gevuld(NamedTuple):
    """A finished part, and whose controls are in it."""

    data: bytes
    tags: frozenset[str]


def vul_in(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]] = GEEN_BEELDEN,
    punten: Punten | None = None,
) -> bytes:
    """Return the finished document. The same template and plan give the same bytes.

    `beelden` holds the drawings by the id of their question; `punten` become comments, for a
    document that is not the plan but a round of work on it. Controls keep their tag, lock and
    place; a filled one loses its placeholder flag and style. Without an answer a concept keeps the
    placeholder; an adopted plan says that there is nothing. Raises SjabloonError.
    """
    plan = zonder_verborgen(vragenlijst, plan)
    invulling = Invulling(antwoordschrijver(sjabloon, vragenlijst, plan), plan, punten=punten)
    return vul_met(invulling, sjabloon, vragenlijst, plan, beelden)


def vul_met(
    invulling: Invulling,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]],
) -> bytes:
    """Return the document of a plan without hidden answers, its controls filled in another way."""
    vangst = Bijvangst(sjabloon.nummering.volgende, _vrij_id(sjabloon.relaties or b""))
    beeldwerk = Beeldwerk(sjabloon.pakket, sjabloon.document, beelden)
    waarde = waarden(vragenlijst, invulling.delen_van)
    gevuld = {
        deel.deel.naam: _gevuld(deel, sjabloon, vragenlijst, invulling.schrijf, vangst, beeldwerk)
        for deel in kies_variant(sjabloon, waarde, vragenlijst)
    }
    nieuw = {naam: deel.data for naam, deel in gevuld.items()}
    if vangst.nummeringen:
        nieuw[sjabloon.nummering.deel] = _met_nummeringen(sjabloon.nummering, vangst)
    relaties = [
        *((id_, REL_LINK, adres, True) for adres, id_ in vangst.adressen.items()),
        *beeldwerk.relaties,
    ]
    if relaties:
        nieuw[relatiedeel(sjabloon.document)] = met_relaties(sjabloon.relaties, relaties)
    nieuw |= beeldwerk.delen()
    if invulling.punten:
        nieuw |= invulling.punten.delen(sjabloon.pakket, sjabloon.document, nieuw)
    weg = laat_randen_weg(sjabloon, nieuw)
    leden = {naam: lid for naam, lid in sjabloon.pakket.leden.items() if naam not in weg}
    leden |= {naam: ingepakt(naam, data) for naam, data in nieuw.items() if naam not in weg}
    types = nieuw.get(TYPES)
    tags = {vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)}
    vast = fixed_properties(Pakket(sjabloon.pakket.pad, leden), sjabloon.document, tags, nieuw)
    staat_er = frozenset().union(*(d.tags for naam, d in gevuld.items() if naam not in weg))
    eigen = eigenschappen(
        sjabloon, vragenlijst, plan, leden, vast, types, invulling.eerder, staat_er
    )
    leden |= {naam: ingepakt(naam, data) for naam, data in eigen.items()}
    return schrijf_pakket(list(leden.values()))


def antwoordschrijver(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> Schrijver:
    """Return what writes the answers of a plan, as `vul_in` does."""

    def schrijf(veld: Invulveld, vraag: Vraag, vangst: Bijvangst | None, w: str) -> bytes:
        waarde = plan.waarde(vraag)
        inhoud = veldinhoud(veld, vraag, waarde, sjabloon.stijlen, vangst, w) if waarde else b""
        if not inhoud and plan.is_definitief:  # blanks alone show nothing
            inhoud = leegte(veld, vraag, w, is_vraag=veld.tag not in vragenlijst.veld_ids)
        return inhoud

    return schrijf


def zonder_plaats(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> tuple[Vraag, ...]:
    """Return the questions whose answer finds no place in the document made with this template."""
    plan = zonder_verborgen(vragenlijst, plan)
    delen = kies_variant(sjabloon, waarden(vragenlijst, plan), vragenlijst)
    tags = {veld.tag for deel in delen for veld in deel.velden}
    return tuple(v for v in vragenlijst.vragen if v.id not in tags and plan.tekst(v))


def _gevuld(
    variant: Variantdeel,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    schrijf: Schrijver,
    vangst: Bijvangst,
    beeldwerk: Beeldwerk,
) -> _Gevuld:
    deel = variant.deel
    is_hoofd = deel.naam == sjabloon.document
    knippen = list(variant.knippen)
    tags = set()
    tot = 0  # where the last filled control ends; one inside it is gone
    for veld in variant.velden:
        if veld.vlag[0] < tot:
            continue
        tags.add(veld.tag)
        vraag = vragenlijst.vraag(veld.tag)
        inhoud = schrijf(veld, vraag, vangst if is_hoofd else None, deel.prefix)
        if inhoud:
            # It is no placeholder any more.
            knippen += (Splice(*veld.vlag), Splice(*veld.inhoud, inhoud))
            tot = veld.inhoud[1]
    for plek in variant.plekken:
        beeld = beeldwerk.xml(plek.vraag_id, deel.prefix)
        if beeld:
            knippen += (Splice(plek.begin, plek.binnen), Splice(plek.slot, plek.einde, beeld))
        else:
            knippen.append(Splice(plek.begin, plek.einde))
    knippen += lege_tabellen(deel.tabellen, knippen)
    knippen += aangevuld(deel.houders, knippen, deel.prefix)
    if deel.inhoud:
        knippen += vul_inhoudsopgave(
            deel.inhoud,
            deel.data,
            knippen,
            sjabloon.tellers.opnieuw(),
            deel.prefix,
        )
    knippen += halve_bladwijzers(deel.bladwijzers, knippen)
    return _Gevuld(splice(deel.data, knippen), frozenset(tags))


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
