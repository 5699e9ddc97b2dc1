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


def read_vragenlijst(data: bytes, pad: Path | str) -> Vragenlijst:
    """Return the question set in `data`; `pad` names it in messages."""
    bron = decode(data, pad, VragenlijstError)
    return _Lezer(bron).vragenlijst(read_yaml(bron))


class _Lezer(Vraaglezer):
    """Reads one question set."""

    def vragenlijst(self, kaart: MappingNode) -> Vragenlijst:
        lijst = Vragenlijst(**self.read(kaart, _LIJST))
        if not lijst.vragen:
            raise self.bron.error_at("er staat geen enkele vraag in dit bestand.", kaart)
        self._check_velden(lijst, kaart)
        self._check_intern(lijst, kaart)
        self.check_voorwaarden(lijst)
        return lijst

    def sjabloon(self, kaart: MappingNode, sleutel: str) -> str:
        naam = self.text(kaart, sleutel)
        if not is_file_name(naam):
            raise self.bron.error_at(
                "bij `sjabloon` hoort de naam van een Word-bestand, zonder map ervoor.",
                kaart.paren[sleutel][1],
            )
        return naam

    def intern(self, kaart: MappingNode, sleutel: str) -> Uitgave:
        return Uitgave(**self.read(self.group(kaart, sleutel), _UITGAVE))

    def tools(self, kaart: MappingNode, sleutel: str) -> tuple[Hulpmiddel, ...]:
        for naam, (_, waarde) in self.group(kaart, sleutel).paren.items():
            velden = self.read(self.as_group(waarde), _HULPMIDDEL)
            self.hulpmiddelen[naam] = Hulpmiddel(naam, **velden)
        return tuple(self.hulpmiddelen.values())

    def adres(self, kaart: MappingNode, sleutel: str) -> str:
        adres = self.text(kaart, sleutel)
        if adres and not re.fullmatch(r"(https?://|mailto:)\S+", adres):
            raise self.bron.error_at(
                "een adres begint met https:// en heeft geen spaties.", kaart.paren[sleutel][1]
            )
        return adres

    def as_hoofdstuk(self, knoop: Node) -> Hoofdstuk:
        kaart = self.as_group(knoop)
        hoofdstuk = Hoofdstuk(**self.read(kaart, _HOOFDSTUK))
        vragen = (*hoofdstuk.vragen, *(vraag for rij in hoofdstuk.rijen for vraag in rij.vragen))
        moet = next((v.id for v in vragen if v.verplicht is not Verplicht.NEE), "")
        if moet and not hoofdstuk.counts:
            raise self.bron.error_at(
                "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij"
                f" “{moet}”.",
                kaart,
            )
        return hoofdstuk

    def as_rij(self, knoop: Node) -> Rij:
        return Rij(**self.read(self.as_group(knoop), _RIJ))

    def _check_velden(self, lijst: Vragenlijst, kaart: MappingNode) -> None:
        """Raise when a field that the program itself needs is missing or has another id."""
        if bezwaar := find_missing_veld(lijst):
            plek = kaart.paren["gegevens"][0] if "gegevens" in kaart.paren else kaart
            raise self.bron.error_at(bezwaar.melding, self.ids.get(bezwaar.bij, plek))

    def _check_intern(self, lijst: Vragenlijst, kaart: MappingNode) -> None:
        """Raise when there are internal chapters without a document for them, or the reverse."""
        if any(hoofdstuk.is_intern for hoofdstuk in lijst.hoofdstukken) != bool(lijst.intern):
            raise self.bron.error_at(
                "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken met `intern: ja`, en"
                " alleen daarbij.",
                kaart.paren["intern"][1] if lijst.intern else kaart,
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


def is_file_name(naam: str) -> bool:
    """Whether `naam` names a file and no path: a question set may not point anywhere else."""
    namen = {PurePosixPath(naam).name, PureWindowsPath(naam).name}
    past = "\n" not in naam and len(naam.encode()) <= _MAX_NAME
    return past and namen == {naam} and naam != ".."
