"""A template and a plan to a finished document: answers between the pieces of each part."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING

from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import REL_LINK, TYPES, escape_attribute
from uitvoeringsplan.ooxml.package import Package, deflated, stored, write_package
from uitvoeringsplan.ooxml.relationships import (
    Relationship,
    free_ids,
    read_relationships,
    relationships_part,
    with_relationships,
)
from uitvoeringsplan.ooxml.tree import fragment, insert, write
from uitvoeringsplan.word.filling.answer_pictures import AnswerPictures
from uitvoeringsplan.word.filling.properties import property_parts
from uitvoeringsplan.word.filling.unused_headers import drop_unused_headers
from uitvoeringsplan.word.fixed.parts import FixedPart, fixed_properties, read_forms
from uitvoeringsplan.word.fixed.targets import Targets
from uitvoeringsplan.word.invulvelden import ControlKind, Invulveld
from uitvoeringsplan.word.sjabloon.conditions import values_of
from uitvoeringsplan.word.sjabloon.cut_part import Answer, WrittenControl, cut_part
from uitvoeringsplan.word.sjabloon.template_parts import PicturePlace
from uitvoeringsplan.word.sjabloon.variant import choose_variant
from uitvoeringsplan.word.writing.answer_xml import Gathered
from uitvoeringsplan.word.writing.control_content import control_xml, empty_xml, with_bookmark

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from uitvoeringsplan.drawing.picture import Tekening
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Member
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.fixed.forms import FixedForms
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

    `earlier` is the plan that comes back when the changes in the document are rejected; `punten`
    are written as comments.
    """

    schrijf: Schrijver
    parts_of: Plan
    earlier: Plan | None = None
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
    pictures: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
    punten: Punten | None = None,
) -> bytes:
    """Return the finished document. The same template and plan give the same bytes.

    `pictures` holds the drawings by the id of their question; `punten` become comments, for a
    document that is not the plan but a round of work on it. Controls keep their tag, lock and
    place; a filled one loses its placeholder flag and style. Without an answer a concept keeps the
    placeholder; an adopted plan says that there is nothing. Raises SjabloonError.
    """
    plan = without_hidden(vragenlijst, plan)
    filling = Filling(answer_writer(sjabloon, vragenlijst, plan), plan, punten=punten)
    return fill_with(filling, sjabloon, vragenlijst, plan, pictures)


def fill_to_check(
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    pictures: Mapping[str, Sequence[Tekening]] = NO_PICTURES,
) -> FilledPackage:
    """Return the document that `fill` makes, for who looks at it at once: it is not packed.

    It does not tell what its fixed text was. Raises SjabloonError.
    """
    plan = without_hidden(vragenlijst, plan)
    filling = Filling(answer_writer(sjabloon, vragenlijst, plan), plan)
    return _fill_package(filling, sjabloon, vragenlijst, plan, pictures, is_packed=False)


def fill_with(
    filling: Filling,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    pictures: Mapping[str, Sequence[Tekening]],
) -> bytes:
    """Return the document of a plan without hidden answers, its controls filled in another way."""
    filled = _fill_package(filling, sjabloon, vragenlijst, plan, pictures, is_packed=True)
    return write_package(list(filled.package.members.values()))


def _fill_package(
    filling: Filling,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    plan: Plan,
    pictures: Mapping[str, Sequence[Tekening]],
    *,
    is_packed: bool,
) -> FilledPackage:
    pack = _packed if is_packed else stored
    path = sjabloon.package.path
    known = (
        read_relationships(sjabloon.relationships, sjabloon.document, path)
        if sjabloon.relationships
        else ()
    )
    ids = free_ids(known, sjabloon.pointed)
    gathered = Gathered(sjabloon.numbering.following, ids)
    picture_work = AnswerPictures(sjabloon.package, sjabloon.document, pictures, ids)
    value = values_of(vragenlijst, filling.parts_of)
    tags = {vraag.id for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)}
    forms = cache(
        lambda: read_forms(sjabloon.package, sjabloon.document, sjabloon.counters.again())
    )
    filled = {
        variant.part.name: _fill_part(
            variant,
            sjabloon,
            _written(variant, sjabloon, vragenlijst, filling, plan, gathered, picture_work),
            _fixed_reader(sjabloon, variant.part.name, tags, forms) if is_packed else None,
            picture_work,
        )
        for variant in choose_variant(sjabloon, value, vragenlijst)
    }
    new = {name: part.data for name, part in filled.items()}
    if gathered.numberings:
        new[sjabloon.numbering.part] = _with_numberings(sjabloon.numbering, gathered)
    relationships = [
        *(
            Relationship(id_, REL_LINK, adres, extern=True)
            for adres, id_ in gathered.addresses.items()
        ),
        *picture_work.relationships,
    ]
    if relationships:
        new[relationships_part(sjabloon.document)] = with_relationships(
            sjabloon.document, sjabloon.relationships, relationships
        )
    new |= picture_work.parts()
    if filling.punten:
        new |= filling.punten(sjabloon.package, sjabloon.document, new)
    gone = drop_unused_headers(sjabloon, new)
    members = {
        name: member for name, member in sjabloon.package.members.items() if name not in gone
    }
    members |= {name: pack(name, data) for name, data in new.items() if name not in gone}
    types = new.get(TYPES)
    # A comment splits runs, and has words of its own.
    at_hand = {
        name: part.fixed for name, part in filled.items() if part.fixed and new[name] is part.data
    }
    package = Package(sjabloon.package.path, members)
    fixed = fixed_properties(package, sjabloon.document, tags, at_hand, forms) if is_packed else {}
    stands_there = frozenset().union(*(d.tags for name, d in filled.items() if name not in gone))
    own = property_parts(
        sjabloon, vragenlijst, plan, members, fixed, types, filling.earlier, stands_there
    )
    members |= {name: pack(name, data) for name, data in own.items()}
    return FilledPackage(package, frozenset(filled))


def _packed(name: str, data: bytes) -> Member:
    # Deflating a picture again takes as long as the main part, for a twelfth of its size.
    return (stored if name.endswith(".png") else deflated)(name, data)


def answer_writer(sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan) -> Schrijver:
    """Return what writes the answers of a plan, as `fill` does."""

    def writer(field: Invulveld, vraag: Vraag, gathered: Gathered | None) -> str:
        value = plan.value(vraag)
        content = control_xml(field, vraag, value, sjabloon.styles, gathered) if value else ""
        if not content and plan.is_definitief:  # blanks alone show nothing
            content = empty_xml(field, vraag, is_vraag=field.tag not in vragenlijst.veld_ids)
        return content

    return writer


def find_without_place(
    sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan
) -> tuple[Vraag, ...]:
    """Return the questions whose answer finds no place in the document made with this template."""
    plan = without_hidden(vragenlijst, plan)
    variants = choose_variant(sjabloon, values_of(vragenlijst, plan), vragenlijst)
    tags = {field.tag for variant in variants for field in variant.fields}
    return tuple(v for v in vragenlijst.vragen if v.id not in tags and plan.text(v))


def _fill_part(
    variant: Variant,
    sjabloon: Sjabloon,
    written: Iterable[WrittenControl],
    read_fixed: Callable[[Element, Mapping[Element, int]], FixedPart] | None,
    picture_work: AnswerPictures,
) -> _Gevuld:
    """Return a part with what is written; with `read_fixed` also what stands outside that."""
    part, cuts, written = variant.part, sjabloon.cuts, tuple(written)
    key = (part.name, read_fixed is None, *((w.control.place, w.stays, w.shape) for w in written))
    cut = cuts.pop(key, None) or cut_part(
        part,
        sjabloon.roots[part.name],
        written,
        sjabloon.counters.again(),
        read_fixed,
    )
    cuts[key] = cut
    if len(cuts) > _KEPT:
        del cuts[next(iter(cuts))]
    answers = [one.xml for one in written if one.control.is_apart]
    fields = (w.control.what.tag for w in written if isinstance(w.control.what, Invulveld))
    fixed = cut.fixed.fingerprints(answers, picture_work.checksums()) if cut.fixed else None
    return _Gevuld(cut.filled(answers), fixed, frozenset(fields))


def _fixed_reader(
    sjabloon: Sjabloon, name: str, tags: Collection[str], forms: Callable[[], FixedForms]
) -> Callable[[Element, Mapping[Element, int]], FixedPart]:
    """Return what reads the fixed text of a part with this name."""
    return lambda root, places: FixedPart(
        root, tags, places, forms().again(), Targets(sjabloon.package, name)
    )


def _written(
    variant: Variant,
    sjabloon: Sjabloon,
    vragenlijst: Vragenlijst,
    filling: Filling,
    plan: Plan,
    gathered: Gathered,
    picture_work: AnswerPictures,
) -> Iterator[WrittenControl]:
    """Yield the controls of a part, with whether they stay and what comes in them.

    Left out is what stands in a control that is filled or goes.
    """
    is_main = variant.part.name == sjabloon.document
    links = gathered if is_main else None
    # The number of a bookmark is that of its question, so that it does not hang on other answers.
    numbers = {v.id: n for n, v in enumerate(vragenlijst.vragen, sjabloon.bookmarks)}
    until = 0
    for control, stays in variant.controls:
        if control.place < until:
            continue
        what, xml, answer = control.what, "", None
        if isinstance(what, Invulveld):
            vraag = vragenlijst.vraag(what.tag)
            xml = filling.schrijf(what, vraag, links)
            if what.kind:
                earlier = filling.earlier.value(vraag) if filling.earlier else None
                answer = Answer(vraag, plan.value(vraag) or "", earlier)
            if xml and is_main and what.form is ControlKind.BLOK and what.tag in numbers:
                xml = with_bookmark(xml, what.tag, numbers.pop(what.tag))
        elif isinstance(what, PicturePlace):
            xml = picture_work.xml(what.vraag_id)
        has_inside = not xml if isinstance(what, Invulveld) else stays
        if not has_inside:
            until = control.place + 1 + control.inside
        yield WrittenControl(control, stays, xml, answer)


def _with_numberings(numbering: NewNumberings, gathered: Gathered) -> bytes:
    root = deepcopy(numbering.root)
    lijst = f'<w:abstractNumId w:val="{escape_attribute(numbering.lijst)}"/>'
    first, *rest = fragment(
        "".join(
            f'<w:num w:numId="{number}">{lijst}<w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{begin}"/></w:lvlOverride></w:num>'
            for number, level, begin in gathered.numberings
        )
    )
    insert(root, first, among=True)
    for num in reversed(rest):
        first.addnext(num)
    return write(root)
