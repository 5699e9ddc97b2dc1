"""A template without what is private in it: parts, what points at them, and what is in pictures.

From the main part on everything is followed that a document needs. What is not found that way goes,
whatever it is: properties, the template that it hung on, data for filling in, comments, a preview.
What stays is looked into, part by part. The list in `docs/formaten.md` says what a document has.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AfbeeldingError
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import (
    CORE_PART,
    REL_CORE,
    REL_DOCUMENT,
    REL_GLOSSARY,
    REL_SETTINGS,
    REL_STYLES,
    TYPES,
)
from uitvoeringsplan.ooxml.package import deflated
from uitvoeringsplan.ooxml.relationships import (
    load_relationships,
    main_part,
    relationships_part,
    with_relationships,
)
from uitvoeringsplan.ooxml.tree import parse, write
from uitvoeringsplan.word.cleaning.left_out import LeftOut
from uitvoeringsplan.word.cleaning.other_parts import (
    building_block_names,
    clean_building_blocks,
    clean_settings,
    hidden_styles,
    placeholders_asked_for,
)
from uitvoeringsplan.word.cleaning.relationship_fates import Fate, fate_of, is_unknown
from uitvoeringsplan.word.cleaning.text_cleaning import clean_text

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Member, Package
    from uitvoeringsplan.ooxml.relationships import Relationship

_XML = (".xml", ".rels")
_BEELDNAAM = re.compile(r"(?:image\d+|uvp-[\w-]+)\.\w{2,5}")


class Cleaned(NamedTuple):
    """A package without private parts, and what to tell the user about it."""

    package: Package
    zinnen: tuple[str, ...]


def clean(package: Package) -> Cleaned:
    """Return the package of a template without what is private in it; raises SjabloonError.

    A package that has nothing of that comes back as it is.
    """
    cleaning = _Cleaning(package)
    cleaning.run()
    return Cleaned(cleaning.package(), cleaning.report.zinnen())


class _Cleaning:
    """Follows the relationships of one package, and gathers what it is to have."""

    def __init__(self, package: Package) -> None:
        self._old = package
        self._members: dict[str, Member] = {}  # by its old name
        self._names: dict[str, str] = {}  # of pictures that get another name
        self._numbers: dict[tuple[str, str], int] = {}  # the next number, by folder and ending
        self._relationships: dict[
            str, list[Relationship]
        ] = {}  # that stay, by the part they are of
        self._styles: frozenset[str] = frozenset()
        self._building_blocks: set[str] = set()
        self.report = LeftOut()

    def run(self) -> None:
        """Follow the relationships from the main part on; raises SjabloonError."""
        document = main_part(self._old)
        own = {REL_DOCUMENT: document, REL_CORE: CORE_PART}
        self._relationships[""] = [
            relationship
            for relationship in load_relationships(self._old, "")
            if relationship.target == own.get(relationship.kind)
        ]
        if CORE_PART in self._old.members:  # every document gets its own
            self._members[CORE_PART] = self._old.members[CORE_PART]
        self._take_along(document, REL_DOCUMENT)

    def _take_along(self, name: str, kind: str) -> None:
        """Take a part with all that it needs."""
        if name in self._members:
            return
        self._members[name] = self._old.members[name]
        if not name.endswith(_XML):
            self._take_picture_along(name)
            return
        every = load_relationships(self._old, name)
        lot = {relationship.id: self._lot(relationship) for relationship in every}
        if kind in (REL_DOCUMENT, REL_GLOSSARY):
            self._styles = self._hidden(every)
        old = self._old.content(name)
        new = self._clean(name, kind, old, lot)
        if kind != REL_GLOSSARY:
            self._building_blocks |= placeholders_asked_for(new, name, self._old.path)
        if new != old:
            self._members[name] = deflated(name, new)
        stays = [
            relationship
            for relationship in every
            if _stays(relationship, lot[relationship.id], new)
        ]
        for relationship in every:
            if lot[relationship.id] is Fate.WEG and is_unknown(relationship):
                self.report.meld("onderdeel")
        self._relationships[name] = self._with_their_parts(stays)

    def _with_their_parts(self, relationships: list[Relationship]) -> list[Relationship]:
        """Take the parts of these relationships; return them less the one that has nothing left."""
        over = []
        # Placeholders come last: only then it is known which of them a control asks for.
        for relationship in sorted(
            relationships, key=lambda relationship: relationship.kind == REL_GLOSSARY
        ):
            if relationship.kind == REL_GLOSSARY and not self._has_building_block(
                relationship.target
            ):
                continue
            over.append(relationship)
            if not relationship.extern:
                self._take_along(relationship.target, relationship.kind)
        return [relationship for relationship in relationships if relationship in over]

    def _lot(self, relationship: Relationship) -> Fate:
        lot = fate_of(relationship)
        lost = not relationship.extern and relationship.target not in self._old.members
        return Fate.WEG if lost and lot is not Fate.SLECHTE_LINK else lot

    def _clean(self, name: str, kind: str, data: bytes, lot: dict[str, Fate]) -> bytes:
        gone = {id_ for id_, outcome in lot.items() if outcome is Fate.WEG}
        path = self._old.path
        if kind == REL_SETTINGS:
            return clean_settings(data, name, path, gone, self.report)
        if kind == REL_GLOSSARY:
            data = clean_building_blocks(data, name, path, self._building_blocks, self.report)
        return clean_text(
            data,
            name,
            path,
            self.report,
            gone=gone,
            bad_links={id_ for id_, u in lot.items() if u is Fate.SLECHTE_LINK},
            hidden_styles=self._styles,
        )

    def _has_building_block(self, name: str) -> bool:
        """Whether there is a placeholder in this part that a control asks for."""
        names = building_block_names(self._old.content(name), name, self._old.path)
        return not self._building_blocks.isdisjoint(names)

    def _hidden(self, relationships: list[Relationship]) -> frozenset[str]:
        target = next((r.target for r in relationships if r.kind == REL_STYLES), "")
        if target not in self._old.members:
            return frozenset()
        return hidden_styles(self._old.content(target), target, self._old.path)

    def _take_picture_along(self, name: str) -> None:
        map_, _, bare = name.rpartition("/")
        if not map_.endswith("media"):  # a typeface
            return
        from uitvoeringsplan.drawing.image_metadata import strip_metadata  # noqa: PLC0415 - few have

        data = self._old.content(name)
        try:
            clean = strip_metadata(data)
        except AfbeeldingError:
            clean = None
        if clean is None:
            self.report.unseen(bare)
        elif clean != data:
            self._members[name] = deflated(name, clean)
        if not _BEELDNAAM.fullmatch(bare):
            end = posixpath.splitext(bare)[1].lower()
            # What was given out before is not tried again: a template may hold thousands of them.
            for number in itertools.count(self._numbers.get((map_, end), 1)):
                new = f"{map_}/image{number}{end}"
                if new not in self._old.members:
                    break
            self._numbers[map_, end] = number + 1
            self._names[name] = new

    def package(self) -> Package:
        """Return the package with what was gathered, in the order that it had."""
        members: dict[str, Member] = {}
        own = {relationships_part(name): name for name in self._relationships}
        for name, member in self._old.members.items():
            if name == TYPES:
                members[name] = member
            elif name in self._members:
                new = self._names.get(name, name)
                members[new] = self._members[name]._replace(name=new)
            elif name in own:
                members |= self._relatielid(name, own[name], member)
        if members == self._old.members:
            return self._old
        types = self._types(frozenset(members))
        members[TYPES] = deflated(TYPES, types)
        return self._old._replace(members=members)

    def _relatielid(self, name: str, part: str, member: Member) -> dict[str, Member]:
        stays = self._relationships[part]
        if len(stays) == len(load_relationships(self._old, part)) and not any(
            relationship.target in self._names for relationship in stays
        ):
            return {name: member}
        if not stays:
            return {}
        lines = [
            r if r.extern else r._replace(target=self._names.get(r.target, r.target)) for r in stays
        ]
        return {name: deflated(name, with_relationships(part, None, lines))}

    def _types(self, members: frozenset[str]) -> bytes:
        """Return the list of content types without parts and kinds that are not there any more."""
        data = self._old.content(TYPES)
        kinds = {posixpath.splitext(name)[1][1:].lower() for name in members} | {"rels", "xml"}
        names = {f"/{name.lower()}" for name in members}
        old_new = {f"/{old}": f"/{new}" for old, new in self._names.items()}
        root = parse(data, TYPES, self._old.path)
        for entry in list(root):
            part, kind = entry.get("PartName", ""), entry.get("Extension", "")
            if part in old_new:
                entry.set("PartName", old_new[part])
            elif (part and part.lower() not in names) or (kind and kind.lower() not in kinds):
                root.remove(entry)
        return write(root)


def _stays(relationship: Relationship, lot: Fate, data: bytes) -> bool:
    return lot is Fate.BLIJFT or (lot is Fate.ALS_AANGEWEZEN and _points_at(data, relationship.id))


def _points_at(data: bytes, id_: str) -> bool:
    """Whether a part points at a relationship."""
    return f'"{id_}"'.encode() in data or f"'{id_}'".encode() in data
