"""`vragen.yaml` to `Vragenlijst`: strict, with the place of every mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from uitvoeringsplan.errors import VragenlijstError, bedoel_je
from uitvoeringsplan.model.tekst import schoon
from uitvoeringsplan.model.vraag import Controle, Hulpmiddel, Verplicht, Vraag, VraagType
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Vragenlijst
from uitvoeringsplan.storage.brontekst import Bron, lees_bytes, ontcijfer
from uitvoeringsplan.storage.yamltekst import Kaart, Knoop, Lijst, Tekst, lees_boom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

T = TypeVar("T")

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# Word keeps 40 characters of a bookmark's name, and four are ours.
_MAX_ID = 36

_LIJST_SLEUTELS = (
    "soort", "versie", "titel", "sjabloon", "hulpmiddelen", "gegevens", "hoofdstukken",
)  # fmt: skip
_HOOFDSTUK_SLEUTELS = ("id", "titel", "inleiding", "vragen", "rijen")
_RIJ_SLEUTELS = ("id", "titel", "wat", "hoe", "lokaal", "vragen")
_HULPMIDDEL_SLEUTELS = ("titel", "adres", "opmerking")
_CONTROLE_SLEUTELS = ("min", "max", "patroon", "melding")
_VRAAG_SLEUTELS = (
    "id", "label", "vraag", "type", "verplicht", "toelichting", "voorbeeld", "hulpmiddelen",
    "standaard", "keuzes", "controle", "was",
)  # fmt: skip


def load_vragenlijst(pad: Path) -> Vragenlijst:
    """Return the question set in a file; raises BestandError or VragenlijstError."""
    return parse_vragenlijst(lees_bytes(pad), pad)


def parse_vragenlijst(data: bytes, pad: Path | str) -> Vragenlijst:
    """Return the question set in `data`; `pad` names it in messages."""
    bron = ontcijfer(data, pad, VragenlijstError)
    return _Lezer(bron).vragenlijst(lees_boom(bron))


class _Lezer:
    """Reads one question set; remembers the ids it has seen, so that each is used once."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
        self.ids: dict[str, int] = {}
        self.hulpmiddelen: dict[str, Hulpmiddel] = {}

    def vragenlijst(self, kaart: Kaart) -> Vragenlijst:
        self._sleutels(kaart, _LIJST_SLEUTELS, ("soort", "versie", "titel", "sjabloon"))
        for sleutel, (_, waarde) in self._kaart(kaart, "hulpmiddelen").paren.items():
            self.hulpmiddelen[sleutel] = self._hulpmiddel(sleutel, waarde)
        lijst = Vragenlijst(
            soort=self._tekst(kaart, "soort"),
            versie=self._tekst(kaart, "versie"),
            titel=self._tekst(kaart, "titel"),
            sjabloon=self._tekst(kaart, "sjabloon"),
            gegevens=self._elk(kaart, "gegevens", self._vraag),
            hoofdstukken=self._elk(kaart, "hoofdstukken", self._hoofdstuk),
            hulpmiddelen=tuple(self.hulpmiddelen.values()),
        )
        if not lijst.vragen:
            raise self.bron.mis_bij("er staat geen enkele vraag in dit bestand.", kaart)
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

    def _vraag(self, knoop: Knoop) -> Vraag:
        kaart = self._als_kaart(knoop)
        self._sleutels(kaart, _VRAAG_SLEUTELS, ("id", "label", "vraag", "type"))
        vraag = Vraag(
            id=self._id(kaart),
            label=self._tekst(kaart, "label"),
            vraag=self._tekst(kaart, "vraag"),
            type=VraagType(self._een_van(kaart, "type", [t.value for t in VraagType], "tekst")),
            verplicht=Verplicht(
                self._een_van(kaart, "verplicht", [v.value for v in Verplicht], "nee")
            ),
            toelichting=self._tekst(kaart, "toelichting"),
            voorbeeld=self._tekst(kaart, "voorbeeld"),
            hulpmiddelen=self._elk(kaart, "hulpmiddelen", self._verwijzing),
            standaard=self._tekst(kaart, "standaard"),
            keuzes=self._elk(kaart, "keuzes", self._als_tekst),
            controle=self._controle(kaart),
            was=self._elk(kaart, "was", self._als_tekst),
        )
        if (vraag.type in (VraagType.KEUZE, VraagType.MEERKEUZE)) != bool(vraag.keuzes):
            raise self.bron.mis_bij(
                "`keuzes` hoort bij het type keuze of meerkeuze, en alleen daarbij.", kaart
            )
        return vraag

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
        )

    def _geheel(self, kaart: Kaart, sleutel: str) -> int | None:
        tekst = self._tekst(kaart, sleutel)
        if tekst and not re.fullmatch(r"-?\d{1,9}", tekst):
            raise self.bron.mis_bij(
                f"`{sleutel}` moet een heel getal zijn.", kaart.paren[sleutel][1]
            )
        return int(tekst) if tekst else None

    def _id(self, kaart: Kaart) -> str:
        naam = self._tekst(kaart, "id")
        knoop = kaart.paren["id"][1]
        if not _ID.fullmatch(naam) or len(naam) > _MAX_ID:
            raise self.bron.mis_bij(
                f"een id bestaat uit kleine letters en cijfers met streepjes ertussen, begint met"
                f" een letter en is hooguit {_MAX_ID} tekens lang.",
                knoop,
            )
        if naam in self.ids:
            raise self.bron.mis_bij(
                f"het id “{naam}” is al gebruikt op regel {self.ids[naam]}.", knoop
            )
        self.ids[naam] = knoop.regel
        return naam

    def _een_van(self, kaart: Kaart, sleutel: str, mag: list[str], standaard: str) -> str:
        waarde = self._tekst(kaart, sleutel) or standaard
        if waarde not in mag:
            raise self.bron.mis_bij(
                f"“{waarde}” kan niet bij `{sleutel}`; kies uit {', '.join(mag)}."
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
