"""A template and a plan to a finished document: answers between the pieces of each part."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_LINK, TYPES, escape_attribute
from uitvoeringsplan.ooxml.package import Package, deflated, stored, write_package
from uitvoeringsplan.ooxml.relationships import free_id, relationships_part, with_relationships
from uitvoeringsplan.ooxml.tree import fragment, insert, write
from uitvoeringsplan.word.filling.answer_pictures import AnswerPictures
from uitvoeringsplan.word.filling.properties import property_parts
from uitvoeringsplan.word.filling.unused_headers import drop_unused_headers
from uitvoeringsplan.word.fixed.parts import fixed_properties
from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import values_of
from uitvoeringsplan.word.sjabloon.cut_part import WrittenControl, cut_part
from uitvoeringsplan.word.sjabloon.template_parts import PicturePlace
from uitvoeringsplan.word.sjabloon.variant import choose_variant
from uitvoeringsplan.word.writing.answer_xml import Gathered
from uitvoeringsplan.word.writing.control_content import control_xml, empty_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Member
    from uitvoeringsplan.word.fixed.parts import Fingerprints
    from uitvoeringsplan.word.sjabloon.variant import NewNumberings, Sjabloon, Variant

    # What goes into a control, as XML: the control, its question, where numberings and addresses go
    # (None where links cannot be). Nothing leaves what the template has.
    Schrijver = Callable[[Invulveld, Vraag, Gathered | None], str]
    # What writes points as comments: it gets the package, its main part and the parts that differ,
    # and returns those that change.
    Punten = Callable[[Package, str, Mapping[str, bytes]], dict[str, bytes]]

# Parts in pieces that are kept: those of a few combinations of conditions, for plans to come.
_KEPT = 24
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
    """The package of a finished document, and the names of the parts that were filled."""

    package: Package
    filled: frozenset[str]


class _Gevuld(NamedTuple):
    """A finished part, what stands outside its answers, and whose controls are in it."""

    data: bytes
    fixed: Fingerprints | None
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
    pack = _packed if is_packed else stored
    vangst = Gathered(sjabloon.nummering.volgende, free_id(sjabloon.relaties, "uvpLink"))
    beeldwerk = AnswerPictures(sjabloon.pakket, sjabloon.document, beelden)
    waarde = values_of(vragenlijst, invulling.delen_van)
    tags = {vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)}
    gevuld = {
        variant.part.name: _fill_part(
            variant,
            sjabloon,
            _written(variant, sjabloon, vragenlijst, invulling.schrijf, vangst, beeldwerk),
            tags if is_packed else None,
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
    # A comment splits runs, and has words of its own.
    at_hand = {
        naam: deel.fixed for naam, deel in gevuld.items() if deel.fixed and nieuw[naam] is deel.data
    }
    pakket = Package(sjabloon.pakket.pad, leden)
    vast = fixed_properties(pakket, sjabloon.document, tags, at_hand) if is_packed else {}
    staat_er = frozenset().union(*(d.tags for naam, d in gevuld.items() if naam not in weg))
    eigen = property_parts(
        sjabloon, vragenlijst, plan, leden, vast, types, invulling.eerder, staat_er
    )
    leden |= {naam: pack(naam, data) for naam, data in eigen.items()}
    return FilledPackage(pakket, frozenset(gevuld))


def _packed(naam: str, data: bytes) -> Member:
    # Deflating a picture again takes as long as the main part, for a twelfth of its size.
    return (stored if naam.endswith(".png") else deflated)(naam, data)


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
    written: Iterable[WrittenControl],
    tags: Collection[str] | None,
) -> _Gevuld:
    """Return a part with what is written; with `tags` also what stands outside that."""
    part, cuts, written = variant.part, sjabloon.cuts, tuple(written)
    key = (part.name, tags is None, *((w.control.place, w.stays, w.shape) for w in written))
    cut = cuts.pop(key, None) or cut_part(
        part, sjabloon.roots[part.name], written, sjabloon.tellers.opnieuw(), tags
    )
    cuts[key] = cut
    if len(cuts) > _KEPT:
        del cuts[next(iter(cuts))]
    answers = [one.xml for one in written if one.control.is_apart]
    fields = (w.control.what.tag for w in written if isinstance(w.control.what, Invulveld))
    fixed = cut.fixed.fingerprints(answers) if cut.fixed else None
    return _Gevuld(cut.filled(answers), fixed, frozenset(fields))


def _written(
    variant: Variant,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    schrijf: Schrijver,
    vangst: Gathered,
    beeldwerk: AnswerPictures,
) -> Iterator[WrittenControl]:
    """Yield the controls of a part, with whether they stay and what comes in them.

    Left out is what stands in a control that is filled or goes.
    """
    links = vangst if variant.part.name == sjabloon.document else None
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
        yield WrittenControl(control, stays, xml)


def _met_nummeringen(nummering: NewNumberings, vangst: Gathered) -> bytes:
    root = deepcopy(nummering.root)
    lijst = f'<w:abstractNumId w:val="{escape_attribute(nummering.lijst)}"/>'
    first, *rest = fragment(
        "".join(
            f'<w:num w:numId="{nummer}">{lijst}<w:lvlOverride w:ilvl="{niveau}">'
            f'<w:startOverride w:val="{begin}"/></w:lvlOverride></w:num>'
            for nummer, niveau, begin in vangst.nummeringen
        )
    )
    insert(root, first, among=True)
    for num in reversed(rest):
        first.addnext(num)
    return write(root)
