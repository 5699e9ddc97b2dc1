"""A Word template, read once and ready to be filled many times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.counters import Counters
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.ooxml.relationships import pointed_ids, relationships_part
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.sjabloon.preparing import find_ready, prepare
from uitvoeringsplan.word.sjabloon.template_checks import check_sjabloon, find_objections
from uitvoeringsplan.word.sjabloon.template_parts import load_root
from uitvoeringsplan.word.sjabloon.variant import NewNumberings, Sjabloon

if TYPE_CHECKING:
    from uitvoeringsplan.errors import SjabloonError
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory


def open_sjabloon(
    data: bytes, path: str, vragenlijst: Vragenlijst, huisstijl: Huisstijl | None = None
) -> Sjabloon:
    """Return the template in `data`, checked against the questions; raises SjabloonError.

    `vragenlijst` is the part of the question set that the document is about; the template gets
    the looks of `huisstijl`.
    """
    package = load_package(data, path)
    ready = find_ready(data)
    omitted: tuple[str, ...] = ()
    if ready is None:
        package, omitted = prepare(package)
    if huisstijl is not None:
        # Only who has a house style waits for what applies it.
        from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl  # noqa: PLC0415

        package, ready = apply_huisstijl(package, huisstijl), None
    known = ready or _take_inventory(package)
    check_sjabloon(path, known, vragenlijst)
    piece, lijst, following = known.numbering
    own = relationships_part(known.document)
    roots = {part.name: load_root(package, part.name)[0] for part in known.parts}
    # In a shipped one every id has its relationship.
    main = None if ready else roots.get(known.document)
    return Sjabloon(
        package,
        known.document,
        known.parts,
        roots,
        known.styles,
        NewNumberings(piece, parse(package.content(piece), piece, path), lijst, following),
        Counters(*known.lists),
        package.content(own) if own in package.members else None,
        frozenset() if main is None else pointed_ids(main),
        known.bookmarks,
        known.relationships,
        {},
        {},
        omitted,
    )


def look_over(
    data: bytes, path: str, vragenlijst: Vragenlijst
) -> tuple[list[SjabloonError], Inventory]:
    """Return every objection to a template, and what there is to know of it.

    Raises SjabloonError for one that cannot be read or may not be used.
    """
    package, _ = prepare(load_package(data, path))
    inventory = _take_inventory(package)
    return list(find_objections(path, inventory, vragenlijst)), inventory


def _take_inventory(package: Package) -> Inventory:
    # Only who has another template than the shipped ones waits for what does this.
    from uitvoeringsplan.word.sjabloon.inventory import take_inventory  # noqa: PLC0415

    return take_inventory(package)


def knows_field(sjabloon: Sjabloon, field: str) -> bool:
    """Whether a part of the template depends on this field of the plan."""
    return any(field in choice.voorwaarde.ids for part in sjabloon.parts for choice in part.choices)
