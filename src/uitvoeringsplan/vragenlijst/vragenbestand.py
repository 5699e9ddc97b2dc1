"""`vragen.yaml` to `Vragenlijst`: strict, with the place of every mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.files.source_text import lees_bytes, ontcijfer
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.velden import find_veldbezwaar
from uitvoeringsplan.model.vraag import Hulpmiddel, Verplicht
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Uitgave, Vragenlijst
from uitvoeringsplan.vragenlijst.question_reader import Vraaglezer
from uitvoeringsplan.vragenlijst.question_rules import is_bestandsnaam
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, lees_boom

if TYPE_CHECKING:
    from pathlib import Path

_LIJST_SLEUTELS = (
    "soort", "versie", "titel", "sjabloon", "intern", "hulpmiddelen", "gegevens", "hoofdstukken",
)  # fmt: skip
_INTERN_SLEUTELS = ("titel", "sjabloon")
_HOOFDSTUK_SLEUTELS = ("id", "titel", "inleiding", "optioneel", "intern", "vragen", "rijen")
_RIJ_SLEUTELS = ("id", "titel", "wat", "hoe", "lokaal", "vragen")
_HULPMIDDEL_SLEUTELS = ("titel", "adres", "opmerking")


def load_vragenlijst(pad: Path) -> Vragenlijst:
    """Return the question set in a file; raises BestandError or VragenlijstError."""
    return parse_vragenlijst(lees_bytes(pad), pad)


def parse_vragenlijst(data: bytes, pad: Path | str) -> Vragenlijst:
    """Return the question set in `data`; `pad` names it in messages."""
    bron = ontcijfer(data, pad, VragenlijstError)
    return _Lezer(bron).vragenlijst(lees_boom(bron))


class _Lezer(Vraaglezer):
    """Reads one question set."""

    def vragenlijst(self, kaart: Kaart) -> Vragenlijst:
        self._sleutels(kaart, _LIJST_SLEUTELS, ("soort", "versie", "titel", "sjabloon"))
        for sleutel, (_, waarde) in self._kaart(kaart, "hulpmiddelen").paren.items():
            self.hulpmiddelen[sleutel] = self._hulpmiddel(sleutel, waarde)
        lijst = Vragenlijst(
            soort=een_regel(self._tekst(kaart, "soort")),
            versie=een_regel(self._tekst(kaart, "versie")),
            titel=self._tekst(kaart, "titel"),
            sjabloon=self._sjabloon(kaart),
            gegevens=self._elk(kaart, "gegevens", self._vraag),
            hoofdstukken=self._elk(kaart, "hoofdstukken", self._hoofdstuk),
            hulpmiddelen=tuple(self.hulpmiddelen.values()),
            intern=self._intern(kaart),
        )
        if not lijst.vragen:
            raise self.bron.mis_bij("er staat geen enkele vraag in dit bestand.", kaart)
        self._controleer_velden(lijst, kaart)
        self._controleer_intern(lijst, kaart)
        self._controleer_voorwaarden(lijst)
        return lijst

    def _sjabloon(self, kaart: Kaart) -> str:
        naam = self._tekst(kaart, "sjabloon")
        if not is_bestandsnaam(naam):
            raise self.bron.mis_bij(
                "bij `sjabloon` hoort de naam van een Word-bestand, zonder map ervoor.",
                kaart.paren["sjabloon"][1],
            )
        return naam

    def _intern(self, kaart: Kaart) -> Uitgave | None:
        if "intern" not in kaart.paren:
            return None
        intern = self._kaart(kaart, "intern")
        self._sleutels(intern, _INTERN_SLEUTELS, _INTERN_SLEUTELS)
        return Uitgave(self._tekst(intern, "titel"), self._sjabloon(intern))

    def _controleer_velden(self, lijst: Vragenlijst, kaart: Kaart) -> None:
        """Raise when a field that the program itself needs is missing or has another id."""
        if bezwaar := find_veldbezwaar(lijst):
            plek = kaart.paren["gegevens"][0] if "gegevens" in kaart.paren else kaart
            raise self.bron.mis_bij(bezwaar.melding, self.ids.get(bezwaar.bij, plek))

    def _controleer_intern(self, lijst: Vragenlijst, kaart: Kaart) -> None:
        """Raise when there are internal chapters without a document for them, or the reverse."""
        if any(hoofdstuk.is_intern for hoofdstuk in lijst.hoofdstukken) != bool(lijst.intern):
            raise self.bron.mis_bij(
                "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken met `intern: ja`, en"
                " alleen daarbij.",
                kaart.paren["intern"][1] if lijst.intern else kaart,
            )

    def _hulpmiddel(self, sleutel: str, knoop: Knoop) -> Hulpmiddel:
        kaart = self._als_kaart(knoop)
        self._sleutels(kaart, _HULPMIDDEL_SLEUTELS, ("titel",))
        adres = self._tekst(kaart, "adres")
        if adres and not re.fullmatch(r"(https?://|mailto:)\S+", adres):
            raise self.bron.mis_bij(
                "een adres begint met https:// en heeft geen spaties.", kaart.paren["adres"][1]
            )
        return Hulpmiddel(
            sleutel, self._tekst(kaart, "titel"), adres, self._tekst(kaart, "opmerking")
        )

    def _hoofdstuk(self, knoop: Knoop) -> Hoofdstuk:
        kaart = self._als_kaart(knoop)
        self._sleutels(kaart, _HOOFDSTUK_SLEUTELS, ("id", "titel"))
        hoofdstuk = Hoofdstuk(
            id=self._id(kaart),
            titel=self._tekst(kaart, "titel"),
            inleiding=self._tekst(kaart, "inleiding"),
            vragen=self._elk(kaart, "vragen", self._vraag),
            rijen=self._elk(kaart, "rijen", self._rij),
            is_optioneel=self._ja(kaart, "optioneel"),
            is_intern=self._ja(kaart, "intern"),
        )
        vragen = (*hoofdstuk.vragen, *(vraag for rij in hoofdstuk.rijen for vraag in rij.vragen))
        moet = next((v.id for v in vragen if v.verplicht is not Verplicht.NEE), "")
        if moet and not hoofdstuk.telt:
            raise self.bron.mis_bij(
                "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij"
                f" “{moet}”.",
                kaart,
            )
        return hoofdstuk

    def _rij(self, knoop: Knoop) -> Rij:
        kaart = self._als_kaart(knoop)
        self._sleutels(kaart, _RIJ_SLEUTELS, ("id", "titel"))
        return Rij(
            id=self._id(kaart),
            titel=self._tekst(kaart, "titel"),
            wat=self._tekst(kaart, "wat"),
            hoe=self._tekst(kaart, "hoe"),
            lokaal=self._tekst(kaart, "lokaal"),
            vragen=self._elk(kaart, "vragen", self._vraag),
        )
