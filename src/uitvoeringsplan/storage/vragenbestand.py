"""`vragen.yaml` to `Vragenlijst`: strict, with the place of every mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Hulpmiddel
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Vragenlijst
from uitvoeringsplan.storage.brontekst import lees_bytes, ontcijfer
from uitvoeringsplan.storage.vraaglezer import Vraaglezer
from uitvoeringsplan.storage.vraagregels import is_bestandsnaam
from uitvoeringsplan.storage.yamltekst import Kaart, Knoop, lees_boom

if TYPE_CHECKING:
    from pathlib import Path

_LIJST_SLEUTELS = (
    "soort", "versie", "titel", "sjabloon", "hulpmiddelen", "gegevens", "hoofdstukken",
)  # fmt: skip
_HOOFDSTUK_SLEUTELS = ("id", "titel", "inleiding", "vragen", "rijen")
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
        if not is_bestandsnaam(self._tekst(kaart, "sjabloon")):
            raise self.bron.mis_bij(
                "bij `sjabloon` hoort de naam van een Word-bestand, zonder map ervoor.",
                kaart.paren["sjabloon"][1],
            )
        lijst = Vragenlijst(
            soort=een_regel(self._tekst(kaart, "soort")),
            versie=een_regel(self._tekst(kaart, "versie")),
            titel=self._tekst(kaart, "titel"),
            sjabloon=self._tekst(kaart, "sjabloon"),
            gegevens=self._elk(kaart, "gegevens", self._vraag),
            hoofdstukken=self._elk(kaart, "hoofdstukken", self._hoofdstuk),
            hulpmiddelen=tuple(self.hulpmiddelen.values()),
        )
        if not lijst.vragen:
            raise self.bron.mis_bij("er staat geen enkele vraag in dit bestand.", kaart)
        self._controleer_voorwaarden(lijst)
        return lijst

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
        return Hoofdstuk(
            id=self._id(kaart),
            titel=self._tekst(kaart, "titel"),
            inleiding=self._tekst(kaart, "inleiding"),
            vragen=self._elk(kaart, "vragen", self._vraag),
            rijen=self._elk(kaart, "rijen", self._rij),
        )

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
