"""A template and a plan to a finished document: answers into a copy of the tree of each part."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_LINK, TYPES
from uitvoeringsplan.ooxml.package import Package, deflated, stored, write_package
from uitvoeringsplan.ooxml.relationships import free_id, relationships_part, with_relationships
from uitvoeringsplan.ooxml.tree import fragments, insert, new, remove, w, write
from uitvoeringsplan.word.filling.answer_pictures import AnswerPictures
from uitvoeringsplan.word.filling.properties import property_parts
from uitvoeringsplan.word.filling.unused_headers import drop_unused_headers
from uitvoeringsplan.word.fixed.parts import fixed_properties
from uitvoeringsplan.word.invulvelden import Invulveld, fill_field
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel, values_of
from uitvoeringsplan.word.sjabloon.contents_list import Contents
from uitvoeringsplan.word.sjabloon.mending import Mending
from uitvoeringsplan.word.sjabloon.template_parts import PicturePlace
from uitvoeringsplan.word.sjabloon.variant import choose_variant
from uitvoeringsplan.word.writing.answer_xml import Gathered
from uitvoeringsplan.word.writing.control_content import control_xml, empty_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.sjabloon.template_parts import Control
    from uitvoeringsplan.word.sjabloon.variant import NewNumberings, Sjabloon, Variant

    # What goes into a control, as XML: the control, its question, where numberings and addresses go
    # (None where links cannot be). Nothing leaves what the template has.
    Schrijver = Callable[[Invulveld, Vraag, Gathered | None], str]
    # What writes points as comments: it gets the package, its main part and the parts that differ,
    # and returns those that change.
    Punten = Callable[[Package, str, Mapping[str, bytes]], dict[str, bytes]]

NO_PICTURES: dict[str, tuple[Tekening, ...]] = {}


class Filling(NamedTuple):
    """How a template is filled: what goes into the controls, and which plan chooses its parts.

    `eerder` is the plan that comes back when the changes in the document are rejected; `punten`
    are written as comments.
    """

    schrijf: Schrijver
    delen_van: Plan
    eerder: Plan | None = None
    punten: Punten | None = None


class FilledPackage(NamedTuple):
    """The package of a finished document, and the trees of the parts that were filled."""

    package: Package
    roots: dict[str, Element]


class _Gevuld(NamedTuple):
    """A finished part, and whose controls are in it."""

    root: Element
    data: bytes
    tags: frozenset[str]


def fill(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
    punten: Punten | None = None,
) -> bytes:
    """Return the finished document. The same template and plan give the same bytes.

    `beelden` holds the drawings by the id of their question; `punten` become comments, for a
    document that is not the plan but a round of work on it. Controls keep their tag, lock and
    place; a filled one loses its placeholder flag and style. Without an answer a concept keeps the
    placeholder; an adopted plan says that there is nothing. Raises SjabloonError.
    """
    plan = without_hidden(vragenlijst, plan)
    invulling = Filling(answer_writer(sjabloon, vragenlijst, plan), plan, punten=punten)
    return fill_with(invulling, sjabloon, vragenlijst, plan, beelden)


def fill_to_check(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
) -> FilledPackage:
    """Return the document that `fill` makes, for who looks at it at once: it is not packed.

    It does not tell what its fixed text was. Raises SjabloonError.
    """
    plan = without_hidden(vragenlijst, plan)
    invulling = Filling(answer_writer(sjabloon, vragenlijst, plan), plan)
    return _fill_package(invulling, sjabloon, vragenlijst, plan, beelden, is_packed=False)


def fill_with(
    invulling: Filling,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]],
) -> bytes:
    """Return the document of a plan without hidden answers, its controls filled in another way."""
    filled = _fill_package(invulling, sjabloon, vragenlijst, plan, beelden, is_packed=True)
    return write_package(list(filled.package.leden.values()))


def _fill_package(
    invulling: Filling,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    beelden: Mapping[str, Sequence[Tekening]],
    *,
    is_packed: bool,
) -> FilledPackage:
    pack = deflated if is_packed else stored
    vangst = Gathered(sjabloon.nummering.volgende, free_id(sjabloon.relaties, "uvpLink"))
    beeldwerk = AnswerPictures(sjabloon.pakket, sjabloon.document, beelden)
    waarde = values_of(vragenlijst, invulling.delen_van)
    gevuld = {
        variant.part.name: _fill_part(
            variant, sjabloon, vragenlijst, invulling.schrijf, vangst, beeldwerk
        )
        for variant in choose_variant(sjabloon, waarde, vragenlijst)
    }
    nieuw = {naam: deel.data for naam, deel in gevuld.items()}
    if vangst.nummeringen:
        nieuw[sjabloon.nummering.deel] = _met_nummeringen(sjabloon.nummering, vangst)
    relaties = [
        *((id_, REL_LINK, adres, True) for adres, id_ in vangst.adressen.items()),
        *beeldwerk.relaties,
    ]
    if relaties:
        nieuw[relationships_part(sjabloon.document)] = with_relationships(
            sjabloon.relaties, relaties
        )
    nieuw |= beeldwerk.delen()
    if invulling.punten:
        nieuw |= invulling.punten(sjabloon.pakket, sjabloon.document, nieuw)
    weg = drop_unused_headers(sjabloon, nieuw)
    leden = {naam: lid for naam, lid in sjabloon.pakket.leden.items() if naam not in weg}
    leden |= {naam: pack(naam, data) for naam, data in nieuw.items() if naam not in weg}
    types = nieuw.get(TYPES)
    tags = {vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)}
    # A comment splits runs, in another tree than ours.
    roots = {naam: deel.root for naam, deel in gevuld.items() if nieuw[naam] is deel.data}
    pakket = Package(sjabloon.pakket.pad, leden)
    vast = fixed_properties(pakket, sjabloon.document, tags, roots) if is_packed else {}
    staat_er = frozenset().union(*(d.tags for naam, d in gevuld.items() if naam not in weg))
    eigen = property_parts(
        sjabloon, vragenlijst, plan, leden, vast, types, invulling.eerder, staat_er
    )
    leden |= {naam: pack(naam, data) for naam, data in eigen.items()}
    return FilledPackage(pakket, roots)


def answer_writer(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> Schrijver:
    """Return what writes the answers of a plan, as `fill` does."""

    def schrijf(veld: Invulveld, vraag: Vraag, vangst: Gathered | None) -> str:
        waarde = plan.waarde(vraag)
        inhoud = control_xml(veld, vraag, waarde, sjabloon.stijlen, vangst) if waarde else ""
        if not inhoud and plan.is_definitief:  # blanks alone show nothing
            inhoud = empty_xml(veld, vraag, is_vraag=veld.tag not in vragenlijst.veld_ids)
        return inhoud

    return schrijf


def zonder_plaats(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> tuple[Vraag, ...]:
    """Return the questions whose answer finds no place in the document made with this template."""
    plan = without_hidden(vragenlijst, plan)
    variants = choose_variant(sjabloon, values_of(vragenlijst, plan), vragenlijst)
    tags = {field.tag for variant in variants for field in variant.fields}
    return tuple(v for v in vragenlijst.vragen if v.id not in tags and plan.tekst(v))


def _fill_part(
    variant: Variant,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    schrijf: Schrijver,
    vangst: Gathered,
    beeldwerk: AnswerPictures,
) -> _Gevuld:
    part = variant.part
    links = vangst if part.name == sjabloon.document else None
    written = list(_written(variant, vragenlijst, schrijf, links, beeldwerk))
    root = deepcopy(part.root)
    elements = list(root.iter(w("sdt")))
    contents = Contents(part.contents, root) if part.contents else None
    mending = Mending(
        root, [elements[c.place] for c in part.controls if not isinstance(c.what, Invulveld)]
    )
    inside = fragments([xml for *_, xml in written])
    for (control, stays, _), content in zip(written, inside, strict=True):
        element = elements[control.place]
        if isinstance(control.what, Invulveld):
            if content:
                fill_field(element, content)
        elif stays and (content or isinstance(control.what, Keuzedeel)):
            mending.unwrap(element, content)
        else:
            remove(element)
    if contents:
        contents.fill(sjabloon.tellers.opnieuw(), mending.is_here)
    mending.finish()
    tags = (control.what.tag for control, *_ in written if isinstance(control.what, Invulveld))
    return _Gevuld(root, write(root), frozenset(tags))


def _written(
    variant: Variant,
    vragenlijst: Vragenlijst,
    schrijf: Schrijver,
    links: Gathered | None,
    beeldwerk: AnswerPictures,
) -> Iterator[tuple[Control, bool, str]]:
    """Yield the controls of a part, with whether they stay and what comes in them.

    Left out is what stands in a control that is filled or goes.
    """
    until = 0
    for control, stays in variant.controls:
        if control.place < until:
            continue
        what, xml = control.what, ""
        if isinstance(what, Invulveld):
            xml = schrijf(what, vragenlijst.vraag(what.tag), links)
        elif isinstance(what, PicturePlace):
            xml = beeldwerk.xml(what.vraag_id)
        has_inside = not xml if isinstance(what, Invulveld) else stays
        if not has_inside:
            until = control.place + 1 + control.inside
        yield control, stays, xml


def _met_nummeringen(nummering: NewNumberings, vangst: Gathered) -> bytes:
    root = deepcopy(nummering.root)
    for nummer, niveau, begin in vangst.nummeringen:
        start = new("lvlOverride", new("startOverride", val=str(begin)), ilvl=str(niveau))
        insert(
            root,
            new("num", new("abstractNumId", val=nummering.lijst), start, numId=str(nummer)),
            among=True,
        )
    return write(root)
