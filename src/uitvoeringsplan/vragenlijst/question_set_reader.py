"""`vragen.yaml` to `Vragenlijst`: strict, with the place of every mistake."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.model.velden import find_missing_veld
from uitvoeringsplan.model.vraag import Hulpmiddel, Verplicht
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Uitgave, Vragenlijst
from uitvoeringsplan.vragenlijst.question_reader import Vraaglezer
from uitvoeringsplan.vragenlijst.schema import Key, Reader, each
from uitvoeringsplan.yamltext.yaml_tree import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.vragenlijst.schema import Schema
    from uitvoeringsplan.yamltext.nodes import MappingNode, Node

_MAX_NAME = 255  # bytes in the name of a file


def read_vragenlijst(data: bytes, path: Path | str) -> Vragenlijst:
    """Return the question set in `data`; `path` names it in messages."""
    source = decode(data, path, VragenlijstError)
    return _Lezer(source).vragenlijst(read_yaml(source))


class _Lezer(Vraaglezer):
    """Reads one question set."""

    def vragenlijst(self, mapping: MappingNode) -> Vragenlijst:
        lijst = Vragenlijst(**self.read(mapping, _LIJST))
        if not lijst.vragen:
            raise self.source.error_at("er staat geen enkele vraag in dit bestand.", mapping)
        self._check_velden(lijst, mapping)
        self._check_intern(lijst, mapping)
        self.check_voorwaarden(lijst)
        return lijst

    def sjabloon(self, mapping: MappingNode, key: str) -> str:
        name = self.text(mapping, key)
        if not is_file_name(name):
            raise self.source.error_at(
                "bij `sjabloon` hoort de naam van een Word-bestand, zonder map ervoor.",
                mapping.pairs[key][1],
            )
        return name

    def intern(self, mapping: MappingNode, key: str) -> Uitgave:
        return Uitgave(**self.read(self.group(mapping, key), _UITGAVE))

    def tools(self, mapping: MappingNode, key: str) -> tuple[Hulpmiddel, ...]:
        for name, (_, value) in self.group(mapping, key).pairs.items():
            velden = self.read(self.as_group(value), _HULPMIDDEL)
            self.hulpmiddelen[name] = Hulpmiddel(name, **velden)
        return tuple(self.hulpmiddelen.values())

    def adres(self, mapping: MappingNode, key: str) -> str:
        adres = self.text(mapping, key)
        if adres and not re.fullmatch(r"(https?://|mailto:)\S+", adres):
            raise self.source.error_at(
                "een adres begint met https:// en heeft geen spaties.", mapping.pairs[key][1]
            )
        return adres

    def as_hoofdstuk(self, node: Node) -> Hoofdstuk:
        mapping = self.as_group(node)
        hoofdstuk = Hoofdstuk(**self.read(mapping, _HOOFDSTUK))
        vragen = (*hoofdstuk.vragen, *(vraag for rij in hoofdstuk.rijen for vraag in rij.vragen))
        moet = next((v.id for v in vragen if v.verplicht is not Verplicht.NEE), "")
        if moet and not hoofdstuk.counts:
            raise self.source.error_at(
                "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij"
                f" “{moet}”.",
                mapping,
            )
        return hoofdstuk

    def as_rij(self, node: Node) -> Rij:
        return Rij(**self.read(self.as_group(node), _RIJ))

    def _check_velden(self, lijst: Vragenlijst, mapping: MappingNode) -> None:
        """Raise when a field that the program itself needs is missing or has another id."""
        if objection := find_missing_veld(lijst):
            place = mapping.pairs["gegevens"][0] if "gegevens" in mapping.pairs else mapping
            raise self.source.error_at(objection.message, self.ids.get(objection.bij, place))

    def _check_intern(self, lijst: Vragenlijst, mapping: MappingNode) -> None:
        """Raise when there are internal chapters without a document for them, or the reverse."""
        if any(hoofdstuk.is_intern for hoofdstuk in lijst.hoofdstukken) != bool(lijst.intern):
            raise self.source.error_at(
                "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken met `intern: ja`, en"
                " alleen daarbij.",
                mapping.pairs["intern"][1] if lijst.intern else mapping,
            )


_UITGAVE: Schema = {
    "titel": Key(Reader.text, is_needed=True),
    "sjabloon": Key(_Lezer.sjabloon, is_needed=True),
}
_HULPMIDDEL: Schema = {
    "titel": Key(Reader.text, is_needed=True),
    "adres": Key(_Lezer.adres),
    "opmerking": Key(Reader.text),
}
_RIJ: Schema = {
    "id": Key(Vraaglezer.new_id, is_needed=True),
    "titel": Key(Reader.text, is_needed=True),
    "wat": Key(Reader.text),
    "hoe": Key(Reader.text),
    "lokaal": Key(Reader.text),
    "vragen": Key(each(Vraaglezer.as_vraag)),
}
_HOOFDSTUK: Schema = {
    "id": Key(Vraaglezer.new_id, is_needed=True),
    "titel": Key(Reader.text, is_needed=True),
    "inleiding": Key(Reader.text),
    "vragen": Key(each(Vraaglezer.as_vraag)),
    "rijen": Key(each(_Lezer.as_rij)),
    "optioneel": Key(Reader.yes, field="is_optioneel"),
    "intern": Key(Reader.yes, field="is_intern"),
}
_LIJST: Schema = {
    "hulpmiddelen": Key(_Lezer.tools),  # first: the questions name them
    "soort": Key(Reader.line, is_needed=True),
    "versie": Key(Reader.line, is_needed=True),
    "titel": Key(Reader.text, is_needed=True),
    "sjabloon": Key(_Lezer.sjabloon, is_needed=True),
    "gegevens": Key(each(Vraaglezer.as_vraag)),
    "hoofdstukken": Key(each(_Lezer.as_hoofdstuk)),
    "intern": Key(_Lezer.intern),
}


def is_file_name(name: str) -> bool:
    """Whether `name` names a file and no path: a question set may not point anywhere else."""
    names = {PurePosixPath(name).name, PureWindowsPath(name).name}
    past = "\n" not in name and len(name.encode()) <= _MAX_NAME
    return past and names == {name} and name != ".."
