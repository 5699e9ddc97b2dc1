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

    pakket: Package
    zinnen: tuple[str, ...]


def clean(pakket: Package) -> Cleaned:
    """Return the package of a template without what is private in it; raises SjabloonError.

    A package that has nothing of that comes back as it is.
    """
    cleaning = _Cleaning(pakket)
    cleaning.run()
    return Cleaned(cleaning.pakket(), cleaning.verslag.zinnen())


class _Cleaning:
    """Follows the relationships of one package, and gathers what it is to have."""

    def __init__(self, pakket: Package) -> None:
        self._oud = pakket
        self._leden: dict[str, Member] = {}  # by its old name
        self._namen: dict[str, str] = {}  # of pictures that get another name
        self._nummers: dict[tuple[str, str], int] = {}  # the next number, by folder and ending
        self._relaties: dict[str, list[Relationship]] = {}  # that stay, by the part they are of
        self._stijlen: frozenset[str] = frozenset()
        self._bouwstenen: set[str] = set()
        self.verslag = LeftOut()

    def run(self) -> None:
        """Follow the relationships from the main part on; raises SjabloonError."""
        document = main_part(self._oud)
        eigen = {REL_DOCUMENT: document, REL_CORE: CORE_PART}
        self._relaties[""] = [
            relatie
            for relatie in load_relationships(self._oud, "")
            if relatie.doel == eigen.get(relatie.soort)
        ]
        if CORE_PART in self._oud.leden:  # every document gets its own
            self._leden[CORE_PART] = self._oud.leden[CORE_PART]
        self._neem_mee(document, REL_DOCUMENT)

    def _neem_mee(self, naam: str, soort: str) -> None:
        """Take a part with all that it needs."""
        if naam in self._leden:
            return
        self._leden[naam] = self._oud.leden[naam]
        if not naam.endswith(_XML):
            self._neem_beeld_mee(naam)
            return
        alle = load_relationships(self._oud, naam)
        lot = {relatie.id: self._lot(relatie) for relatie in alle}
        if soort in (REL_DOCUMENT, REL_GLOSSARY):
            self._stijlen = self._verborgen(alle)
        oud = self._oud.inhoud(naam)
        nieuw = self._schoon(naam, soort, oud, lot)
        if soort != REL_GLOSSARY:
            self._bouwstenen |= placeholders_asked_for(nieuw, naam, self._oud.pad)
        if nieuw != oud:
            self._leden[naam] = deflated(naam, nieuw)
        blijft = [relatie for relatie in alle if _blijft(relatie, lot[relatie.id], nieuw)]
        for relatie in alle:
            if lot[relatie.id] is Fate.WEG and is_unknown(relatie):
                self.verslag.meld("onderdeel")
        self._relaties[naam] = self._met_hun_delen(blijft)

    def _met_hun_delen(self, relaties: list[Relationship]) -> list[Relationship]:
        """Take the parts of these relationships; return them less the one that has nothing left."""
        over = []
        # Placeholders come last: only then it is known which of them a control asks for.
        for relatie in sorted(relaties, key=lambda relatie: relatie.soort == REL_GLOSSARY):
            if relatie.soort == REL_GLOSSARY and not self._heeft_bouwsteen(relatie.doel):
                continue
            over.append(relatie)
            if not relatie.extern:
                self._neem_mee(relatie.doel, relatie.soort)
        return [relatie for relatie in relaties if relatie in over]

    def _lot(self, relatie: Relationship) -> Fate:
        lot = fate_of(relatie)
        kwijt = not relatie.extern and relatie.doel not in self._oud.leden
        return Fate.WEG if kwijt and lot is not Fate.SLECHTE_LINK else lot

    def _schoon(self, naam: str, soort: str, data: bytes, lot: dict[str, Fate]) -> bytes:
        weg = {id_ for id_, uitkomst in lot.items() if uitkomst is Fate.WEG}
        pad = self._oud.pad
        if soort == REL_SETTINGS:
            return clean_settings(data, naam, pad, weg, self.verslag)
        if soort == REL_GLOSSARY:
            data = clean_building_blocks(data, naam, pad, self._bouwstenen, self.verslag)
        return clean_text(
            data,
            naam,
            pad,
            self.verslag,
            gone=weg,
            bad_links={id_ for id_, u in lot.items() if u is Fate.SLECHTE_LINK},
            hidden_styles=self._stijlen,
        )

    def _heeft_bouwsteen(self, naam: str) -> bool:
        """Whether there is a placeholder in this part that a control asks for."""
        namen = building_block_names(self._oud.inhoud(naam), naam, self._oud.pad)
        return not self._bouwstenen.isdisjoint(namen)

    def _verborgen(self, relaties: list[Relationship]) -> frozenset[str]:
        doel = next((r.doel for r in relaties if r.soort == REL_STYLES), "")
        if doel not in self._oud.leden:
            return frozenset()
        return hidden_styles(self._oud.inhoud(doel), doel, self._oud.pad)

    def _neem_beeld_mee(self, naam: str) -> None:
        map_, _, kaal = naam.rpartition("/")
        if not map_.endswith("media"):  # a typeface
            return
        from uitvoeringsplan.drawing.image_metadata import strip_metadata  # noqa: PLC0415 - few have

        data = self._oud.inhoud(naam)
        try:
            schoon = strip_metadata(data)
        except AfbeeldingError:
            schoon = None
        if schoon is None:
            self.verslag.ongezien(kaal)
        elif schoon != data:
            self._leden[naam] = deflated(naam, schoon)
        if not _BEELDNAAM.fullmatch(kaal):
            einde = posixpath.splitext(kaal)[1].lower()
            # What was given out before is not tried again: a template may hold thousands of them.
            for nummer in itertools.count(self._nummers.get((map_, einde), 1)):
                nieuw = f"{map_}/image{nummer}{einde}"
                if nieuw not in self._oud.leden:
                    break
            self._nummers[map_, einde] = nummer + 1
            self._namen[naam] = nieuw

    def pakket(self) -> Package:
        """Return the package with what was gathered, in the order that it had."""
        leden: dict[str, Member] = {}
        eigen = {relationships_part(naam): naam for naam in self._relaties}
        for naam, lid in self._oud.leden.items():
            if naam == TYPES:
                leden[naam] = lid
            elif naam in self._leden:
                nieuw = self._namen.get(naam, naam)
                leden[nieuw] = self._leden[naam]._replace(naam=nieuw)
            elif naam in eigen:
                leden |= self._relatielid(naam, eigen[naam], lid)
        if leden == self._oud.leden:
            return self._oud
        types = self._types(frozenset(leden))
        leden[TYPES] = deflated(TYPES, types)
        return self._oud._replace(leden=leden)

    def _relatielid(self, naam: str, deel: str, lid: Member) -> dict[str, Member]:
        blijft = self._relaties[deel]
        if len(blijft) == len(load_relationships(self._oud, deel)) and not any(
            relatie.doel in self._namen for relatie in blijft
        ):
            return {naam: lid}
        if not blijft:
            return {}
        regels = [
            (
                relatie.id,
                relatie.soort,
                relatie.doel if relatie.extern else self._plek(relatie.doel),
                relatie.extern,
            )
            for relatie in blijft
        ]
        return {naam: deflated(naam, with_relationships(None, regels))}

    def _plek(self, deel: str) -> str:
        return f"/{self._namen.get(deel, deel)}"

    def _types(self, leden: frozenset[str]) -> bytes:
        """Return the list of content types without parts and kinds that are not there any more."""
        data = self._oud.inhoud(TYPES)
        soorten = {posixpath.splitext(naam)[1][1:].lower() for naam in leden} | {"rels", "xml"}
        namen = {f"/{naam.lower()}" for naam in leden}
        oud_nieuw = {f"/{oud}": f"/{nieuw}" for oud, nieuw in self._namen.items()}
        root = parse(data, TYPES, self._oud.pad)
        for entry in list(root):
            deel, soort = entry.get("PartName", ""), entry.get("Extension", "")
            if deel in oud_nieuw:
                entry.set("PartName", oud_nieuw[deel])
            elif (deel and deel.lower() not in namen) or (soort and soort.lower() not in soorten):
                root.remove(entry)
        return write(root)


def _blijft(relatie: Relationship, lot: Fate, data: bytes) -> bool:
    return lot is Fate.BLIJFT or (lot is Fate.ALS_AANGEWEZEN and _points_at(data, relatie.id))


def _points_at(data: bytes, id_: str) -> bool:
    """Whether a part points at a relationship."""
    return f'"{id_}"'.encode() in data or f"'{id_}'".encode() in data
