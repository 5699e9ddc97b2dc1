"""`vragen.yaml` to `Vragenlijst`: strict, with the place of every mistake."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.model.velden import find_missing_velden
from uitvoeringsplan.model.vraag import Hulpmiddel, Verplicht
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Uitgave, Vragenlijst
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.vragenlijst.question_reader import Vraaglezer
from uitvoeringsplan.vragenlijst.schema import Each, Key, Reader, SpoiledError
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.errors import InhoudError
    from uitvoeringsplan.vragenlijst.schema import Schema
    from uitvoeringsplan.yamltext.nodes import MappingNode, Node

_MAX_NAME = 255  # bytes in the name of a file


def read_vragenlijst(data: bytes, path: Path | str) -> Vragenlijst:
    """Return the question set in `data`; `path` names it in messages."""
    source = decode(data, path, VragenlijstError)
    return QuestionSetReader(source).vragenlijst(read_yaml(source))


class LookedOverSet(NamedTuple):
    """Everything that is wrong with a question set, by place, and what could be read of it.

    Of the questions that are unread only the id is known.
    """

    mistakes: list[InhoudError]
    lijst: Vragenlijst
    unread: frozenset[str]


def look_over(data: bytes, path: Path | str) -> LookedOverSet:
    """Return what is wrong with a question set, and what could be read of it.

    Raises VragenlijstError for what is no YAML, or no text.
    """
    source = decode(data, path, VragenlijstError)
    reader = QuestionSetReader(source)
    reader.mistakes = []
    lijst = reader.vragenlijst(read_yaml(source))
    return LookedOverSet(sorted(reader.mistakes, key=_place), lijst, frozenset(reader.unread))


def _place(mistake: InhoudError) -> tuple[int, int]:
    return (mistake.place.line, mistake.place.column) if mistake.place else (0, 0)


class QuestionSetReader(Vraaglezer):
    """Reads one question set."""

    def vragenlijst(self, mapping: MappingNode) -> Vragenlijst:
        """Return the whole set."""
        lijst = Vragenlijst(**self._read_what_can(mapping, LIJST))
        if not (lijst.vragen or lijst.gegevens or self.mistakes):
            self.keep(self.source.error_at("er staat geen enkele vraag in dit bestand.", mapping))
        self._check_velden(lijst, mapping)
        self._check_intern(lijst, mapping)
        self.check_voorwaarden(lijst)
        return lijst

    def sjabloon(self, mapping: MappingNode, key: str) -> str:
        """Return the name of a template."""
        name = self.text(mapping, key)
        if not is_file_name(name):
            raise self.source.error_at(
                "bij `sjabloon` hoort de naam van een Word-bestand, zonder map ervoor.",
                mapping.pairs[key][1],
            )
        return name

    def intern(self, mapping: MappingNode, key: str) -> Uitgave:
        """Return the internal document."""
        return Uitgave(**self.read(self.group(mapping, key), UITGAVE))

    def tools(self, mapping: MappingNode, key: str) -> tuple[Hulpmiddel, ...]:
        """Return the tools, and remember them for the questions that name them."""
        for name, (_, value) in self.group(mapping, key).pairs.items():
            velden = self._read_what_can(self.as_group(value), HULPMIDDEL)
            self.hulpmiddelen[name] = Hulpmiddel(name, **velden)
        return tuple(self.hulpmiddelen.values())

    def adres(self, mapping: MappingNode, key: str) -> str:
        """Return an address of the web or of a mailbox."""
        adres = self.text(mapping, key)
        if adres and not re.fullmatch(r"(https?://|mailto:)\S+", adres):
            raise self.source.error_at(
                "een adres begint met https:// en heeft geen spaties.", mapping.pairs[key][1]
            )
        return adres

    def as_hoofdstuk(self, node: Node) -> Hoofdstuk:
        """Return the chapter in a node."""
        mapping = self.as_group(node)
        hoofdstuk = Hoofdstuk(**self._read_what_can(mapping, HOOFDSTUK))
        vragen = (*hoofdstuk.vragen, *(vraag for rij in hoofdstuk.rijen for vraag in rij.vragen))
        moet = next((v.id for v in vragen if v.verplicht is not Verplicht.NEE), "")
        if moet and not hoofdstuk.counts:
            self.keep(
                self.source.error_at(
                    "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij"
                    f" “{moet}”.",
                    mapping,
                )
            )
        return hoofdstuk

    def as_rij(self, node: Node) -> Rij:
        """Return the row in a node."""
        return Rij(**self._read_what_can(self.as_group(node), RIJ))

    def _read_what_can(self, mapping: MappingNode, schema: Schema) -> dict[str, Any]:
        """Return the values of a group, also of one with a mistake that was kept.

        What stands in it can then be looked at too; a text that it needs and does not have is
        empty.
        """
        try:
            return self.read(mapping, schema)
        except SpoiledError as spoiled:
            needed = dict.fromkeys((name for name, key in schema.items() if key.is_needed), "")
            return needed | spoiled.values

    def _check_velden(self, lijst: Vragenlijst, mapping: MappingNode) -> None:
        """Find the fields that the program itself needs and that are not there, by that id."""
        for missing in find_missing_velden(lijst):
            if missing.id not in self.unread:
                place = mapping.pairs["gegevens"][0] if "gegevens" in mapping.pairs else mapping
                node = self.ids.get(missing.bij, place)
                self.keep(self.source.error_at(missing.message, node))

    def _check_intern(self, lijst: Vragenlijst, mapping: MappingNode) -> None:
        """Find internal chapters without a document for them, or the reverse."""
        has_document = "intern" in mapping.pairs
        if any(hoofdstuk.is_intern for hoofdstuk in lijst.hoofdstukken) != has_document:
            self.keep(
                self.source.error_at(
                    "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken met `intern:"
                    " ja`, en alleen daarbij.",
                    mapping.pairs["intern"][1] if has_document else mapping,
                )
            )


UITGAVE: Schema = {
    "titel": Key(Reader.text, is_needed=True, meaning="De titel van het interne document."),
    "sjabloon": Key(
        QuestionSetReader.sjabloon,
        is_needed=True,
        meaning="Het Word-sjabloon van het interne document.",
    ),
}
HULPMIDDEL: Schema = {
    "titel": Key(Reader.text, is_needed=True, meaning="Hoe de publicatie of training heet."),
    "adres": Key(QuestionSetReader.adres, meaning="Waar het te vinden is: https://… of mailto:…"),
    "opmerking": Key(Reader.text, meaning="Wat er verder over te zeggen is."),
}
RIJ: Schema = {
    "id": Key(Vraaglezer.new_id, is_needed=True, meaning="De vaste naam van de rij."),
    "titel": Key(Reader.text, is_needed=True, meaning="De titel van de rij."),
    "wat": Key(Reader.text, meaning="De eerste kolom: wat de activiteit is."),
    "hoe": Key(Reader.text, meaning="De tweede kolom: hoe die wordt gedaan."),
    "lokaal": Key(Reader.text, meaning="De derde kolom van een rij zonder vragen."),
    "vragen": Key(
        Each(Vraaglezer.as_vraag, is_loose=True), meaning="De vragen van deze rij, op volgorde."
    ),
}
HOOFDSTUK: Schema = {
    "id": Key(Vraaglezer.new_id, is_needed=True, meaning="De vaste naam van het hoofdstuk."),
    "titel": Key(Reader.text, is_needed=True, meaning="De titel van het hoofdstuk."),
    "inleiding": Key(Reader.text, meaning="Waar het hoofdstuk over gaat."),
    "vragen": Key(
        Each(Vraaglezer.as_vraag, is_loose=True),
        meaning="De vragen van dit hoofdstuk, op volgorde.",
    ),
    "rijen": Key(
        Each(QuestionSetReader.as_rij, is_loose=True),
        meaning="De rijen van een tabel, elk met eigen vragen.",
    ),
    "optioneel": Key(
        Reader.yes,
        field="is_optioneel",
        meaning="`ja`: niemand hoeft het in te vullen, en leeg staat het niet in het document.",
    ),
    "intern": Key(
        Reader.yes,
        field="is_intern",
        meaning="`ja`: het komt nooit in het openbare document, maar in een eigen document.",
    ),
}
LIJST: Schema = {
    # First: the questions name them.
    "hulpmiddelen": Key(
        QuestionSetReader.tools, meaning="Publicaties en trainingen, elk onder een eigen naam."
    ),
    "soort": Key(
        Reader.line,
        is_needed=True,
        meaning="Van welke soort plan dit de vragen zijn. Het staat ook in elk plan.",
    ),
    "versie": Key(Reader.line, is_needed=True, meaning="De versie van de vragenlijst."),
    "titel": Key(Reader.text, is_needed=True, meaning="De titel van het document."),
    "sjabloon": Key(
        QuestionSetReader.sjabloon,
        is_needed=True,
        meaning="Het Word-sjabloon: een bestand naast dit bestand, of in de map `templates`.",
    ),
    "gegevens": Key(
        Each(Vraaglezer.as_vraag, is_loose=True),
        meaning="De gegevens van het plan zelf, zoals gemeente, periode en status.",
    ),
    "hoofdstukken": Key(
        Each(QuestionSetReader.as_hoofdstuk, is_loose=True), meaning="De hoofdstukken, op volgorde."
    ),
    "intern": Key(
        QuestionSetReader.intern, meaning="Het document met de hoofdstukken die intern blijven."
    ),
}


def is_file_name(name: str) -> bool:
    """Whether `name` names a file and no path: a question set may not point anywhere else."""
    names = {PurePosixPath(name).name, PureWindowsPath(name).name}
    past = "\n" not in name and len(name.encode()) <= _MAX_NAME
    return past and names == {name} and name != ".."
