"""One question of `vragen.yaml`, and what reading any part of that file needs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.errors import bedoel_je
from uitvoeringsplan.model.tekst import een_regel, schoon
from uitvoeringsplan.model.types.registry import TYPES, column_types
from uitvoeringsplan.model.vraag import (
    Beeldsoort,
    Controle,
    Hulpmiddel,
    Kolom,
    Verplicht,
    Vraag,
)
from uitvoeringsplan.vragenlijst.question_rules import bezwaar_tegen
from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from uitvoeringsplan.files.source_text import Bron
    from uitvoeringsplan.model.voorwaarde import Voorwaarde
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

T = TypeVar("T")

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# Word keeps 40 characters of a bookmark's name, and four are ours.
_MAX_ID = 36

_CONTROLE_SLEUTELS = ("min", "max", "patroon", "melding", "hoofdletters")
_VRAAG_SLEUTELS = (
    "id", "label", "vraag", "type", "verplicht", "toelichting", "voorbeeld", "hulpmiddelen",
    "standaard", "keuzes", "kolommen", "sorteer", "beeld", "leeg", "als", "controle", "was",
    "functie",
)  # fmt: skip
_KOLOM_SLEUTELS = ("id", "label", "type", "keuzes", "verplicht", "functie")


class Vraaglezer:
    """Reads questions; remembers the ids and conditions it has seen."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
        self.ids: dict[str, Knoop] = {}
        self.hulpmiddelen: dict[str, Hulpmiddel] = {}
        self.voorwaarden: dict[str, Knoop] = {}  # by the id of the question

    def _vraag(self, knoop: Knoop) -> Vraag:
        kaart = self._als_kaart(knoop)
        self._sleutels(kaart, _VRAAG_SLEUTELS, ("id", "label", "vraag", "type"))
        vraag = Vraag(
            id=self._id(kaart),
            label=self._tekst(kaart, "label"),
            vraag=self._tekst(kaart, "vraag"),
            type=TYPES[self._een_van(kaart, "type", [*TYPES], "tekst")],
            verplicht=Verplicht(
                self._een_van(kaart, "verplicht", [v.value for v in Verplicht], "nee")
            ),
            toelichting=self._tekst(kaart, "toelichting"),
            voorbeeld=self._tekst(kaart, "voorbeeld"),
            hulpmiddelen=self._elk(kaart, "hulpmiddelen", self._verwijzing),
            standaard=self._tekst(kaart, "standaard"),
            keuzes=self._elk(kaart, "keuzes", self._als_regel),
            kolommen=self._kolommen(kaart),
            sorteer=self._tekst(kaart, "sorteer"),
            beeld=self._beeld(kaart),
            leeg=self._tekst(kaart, "leeg"),
            als=self._voorwaarde(kaart),
            controle=self._controle(kaart),
            was=self._elk(kaart, "was", self._als_tekst),
            is_functie=self._ja(kaart, "functie"),
        )
        self._bruikbaar(vraag, kaart)
        return replace(vraag, standaard=vraag.normaliseer(vraag.standaard))

    def _kolommen(self, kaart: Kaart) -> tuple[Kolom, ...]:
        gezien: set[str] = set()

        def lees(knoop: Knoop) -> Kolom:
            kolom = self._als_kaart(knoop)
            self._sleutels(kolom, _KOLOM_SLEUTELS, ("id", "label"))
            uit = Kolom(
                self._naam(kolom),
                een_regel(self._tekst(kolom, "label")),
                TYPES[self._een_van(kolom, "type", column_types(), "regel")],
                self._elk(kolom, "keuzes", self._als_regel),
                self._ja(kolom, "verplicht"),
                self._ja(kolom, "functie"),
            )
            if uit.id in gezien:
                raise self.bron.mis_bij(
                    f"deze tabel heeft al een kolom met het id “{uit.id}”.", kolom.paren["id"][1]
                )
            gezien.add(uit.id)
            self._bruikbaar(uit.vraag, kolom)
            return uit

        return self._elk(kaart, "kolommen", lees)

    def _beeld(self, kaart: Kaart) -> Beeldsoort | None:
        soort = self._een_van(kaart, "beeld", ["", *(b.value for b in Beeldsoort)], "")
        return Beeldsoort(soort) if soort else None

    def _bruikbaar(self, vraag: Vraag, kaart: Kaart) -> None:
        if bezwaar := bezwaar_tegen(vraag):
            plek = kaart.paren[bezwaar.sleutel][1] if bezwaar.sleutel else kaart
            raise self.bron.mis_bij(bezwaar.melding, plek)

    def _voorwaarde(self, kaart: Kaart) -> Voorwaarde | None:
        tekst = self._tekst(kaart, "als")
        if not tekst:
            return None
        # Only a question set with conditions pays for reading them.
        from uitvoeringsplan.vragenlijst.condition_reader import lees  # noqa: PLC0415

        knoop = kaart.paren["als"][1]
        self.voorwaarden[self._tekst(kaart, "id")] = knoop
        return lees(self.bron, knoop, tekst)

    def _controleer_voorwaarden(self, lijst: Vragenlijst) -> None:
        """Raise when a condition asks for what no answer can be; all questions must be known."""
        if self.voorwaarden:
            from uitvoeringsplan.vragenlijst.condition_reader import controleer  # noqa: PLC0415

            controleer(self.bron, lijst, self.voorwaarden)

    def _verwijzing(self, knoop: Knoop) -> Hulpmiddel:
        sleutel = self._als_tekst(knoop)
        if sleutel not in self.hulpmiddelen:
            raise self.bron.mis_bij(
                f"het hulpmiddel “{sleutel}” staat niet onder `hulpmiddelen` bovenaan."
                f"{bedoel_je(sleutel, self.hulpmiddelen)}",
                knoop,
            )
        return self.hulpmiddelen[sleutel]

    def _controle(self, kaart: Kaart) -> Controle:
        if "controle" not in kaart.paren:
            return Controle()
        grens = self._kaart(kaart, "controle")
        self._sleutels(grens, _CONTROLE_SLEUTELS, ())
        patroon = self._tekst(grens, "patroon")
        try:
            gecompileerd = re.compile(patroon) if patroon else None
        except re.error as fout:
            raise self.bron.mis_bij(
                "dit patroon is geen geldige reguliere expressie.", grens.paren["patroon"][1]
            ) from fout
        return Controle(
            self._geheel(grens, "min"),
            self._geheel(grens, "max"),
            gecompileerd,
            self._tekst(grens, "melding"),
            self._ja(grens, "hoofdletters", "ja"),
        )

    def _geheel(self, kaart: Kaart, sleutel: str) -> int | None:
        tekst = self._tekst(kaart, sleutel)
        if tekst and not re.fullmatch(r"-?\d{1,9}", tekst):
            raise self.bron.mis_bij(
                f"`{sleutel}` moet een heel getal zijn.", kaart.paren[sleutel][1]
            )
        return int(tekst) if tekst else None

    def _id(self, kaart: Kaart) -> str:
        naam = self._naam(kaart)
        knoop = kaart.paren["id"][1]
        if naam in self.ids:
            raise self.bron.mis_bij(
                f"het id “{naam}” is al gebruikt op regel {self.ids[naam].regel}.", knoop
            )
        self.ids[naam] = knoop
        return naam

    def _naam(self, kaart: Kaart) -> str:
        naam = self._tekst(kaart, "id")
        if not _ID.fullmatch(naam) or len(naam) > _MAX_ID:
            raise self.bron.mis_bij(
                f"een id bestaat uit kleine letters en cijfers met streepjes ertussen, begint met"
                f" een letter en is hooguit {_MAX_ID} tekens lang.",
                kaart.paren["id"][1],
            )
        return naam

    def _ja(self, kaart: Kaart, sleutel: str, standaard: str = "nee") -> bool:
        return self._een_van(kaart, sleutel, ["ja", "nee"], standaard) == "ja"

    def _een_van(self, kaart: Kaart, sleutel: str, mag: list[str], standaard: str) -> str:
        waarde = self._tekst(kaart, sleutel) or standaard
        if waarde not in mag:
            raise self.bron.mis_bij(
                f"“{waarde}” kan niet bij `{sleutel}`; kies uit {', '.join(filter(None, mag))}."
                f"{bedoel_je(waarde, mag)}",
                kaart.paren[sleutel][1],
            )
        return waarde

    def _sleutels(self, kaart: Kaart, bekend: Iterable[str], nodig: Iterable[str]) -> None:
        bekend = tuple(bekend)
        for naam, (sleutel, _) in kaart.paren.items():
            if naam not in bekend:
                raise self.bron.mis_bij(
                    f"de sleutel “{naam}” bestaat hier niet.{bedoel_je(naam, bekend)}", sleutel
                )
        for naam in nodig:
            if not self._tekst(kaart, naam):
                raise self.bron.mis_bij(f"hier ontbreekt de sleutel “{naam}”.", kaart)

    def _tekst(self, kaart: Kaart, sleutel: str) -> str:
        paar = kaart.paren.get(sleutel)
        return self._als_tekst(paar[1]) if paar else ""

    def _als_tekst(self, knoop: Knoop) -> str:
        if not isinstance(knoop, Tekst):
            raise self.bron.mis_bij("hier hoort een tekst, geen lijst of groep.", knoop)
        return schoon(knoop.tekst)

    def _als_regel(self, knoop: Knoop) -> str:
        return een_regel(self._als_tekst(knoop))

    def _als_kaart(self, knoop: Knoop) -> Kaart:
        if not isinstance(knoop, Kaart):
            raise self.bron.mis_bij("hier hoort een groep van sleutels met waarden.", knoop)
        return knoop

    def _kaart(self, kaart: Kaart, sleutel: str) -> Kaart:
        paar = kaart.paren.get(sleutel)
        if paar is None or _is_leeg(paar[1]):
            return Kaart({}, kaart.regel, kaart.kolom)
        return self._als_kaart(paar[1])

    def _elk(self, kaart: Kaart, sleutel: str, lees: Callable[[Knoop], T]) -> tuple[T, ...]:
        paar = kaart.paren.get(sleutel)
        if paar is None or _is_leeg(paar[1]):
            return ()
        if not isinstance(paar[1], Lijst):
            raise self.bron.mis_bij(
                f"onder `{sleutel}` hoort een lijst: elk deel op een regel met een streepje ervoor,"
                " of tussen [ en ].",
                paar[1],
            )
        return tuple(lees(deel) for deel in paar[1].delen)


def _is_leeg(knoop: Knoop) -> bool:
    return isinstance(knoop, Tekst) and not knoop.tekst
