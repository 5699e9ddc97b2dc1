"""One question: what it asks, what helps to answer it, and which answers fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, TabelError
from uitvoeringsplan.model.datum import andere_weekdag, in_woorden, lees_datum
from uitvoeringsplan.model.tekst import een_regel, schoon

if TYPE_CHECKING:
    from uitvoeringsplan.model.voorwaarde import Voorwaarde


class VraagType(StrEnum):
    """The kinds of answer a question can take."""

    TEKST = "tekst"
    REGEL = "regel"
    LIJST = "lijst"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    DATUM = "datum"
    GETAL = "getal"
    JANEE = "jaanee"
    TABEL = "tabel"

    @property
    def is_blok(self) -> bool:
        """Whether the answer has paragraphs and is stored as a block of lines."""
        return self in _BLOKTYPEN


_BLOKTYPEN = (VraagType.TEKST, VraagType.LIJST, VraagType.MEERKEUZE, VraagType.TABEL)
KOLOMTYPEN = (
    VraagType.REGEL, VraagType.KEUZE, VraagType.DATUM, VraagType.GETAL, VraagType.JANEE,
)  # fmt: skip


class Verplicht(StrEnum):
    """From when an answer is required; a draft may always have gaps."""

    NEE = "nee"
    ALTIJD = "altijd"
    VASTGESTELD = "vastgesteld"


class Hulpmiddel(NamedTuple):
    """A publication, training or tool that helps to answer; `adres` is empty when unknown."""

    id: str
    titel: str
    adres: str = ""
    opmerking: str = ""


class Kolom(NamedTuple):
    """A column of a table; `type` is one of the types with an answer of one line (KOLOMTYPEN)."""

    id: str
    label: str
    type: VraagType = VraagType.REGEL
    keuzes: tuple[str, ...] = ()
    verplicht: bool = False  # in every row
    is_functie: bool = False

    @property
    def vraag(self) -> Vraag:
        """The column as the question that one cell of it answers."""
        return Vraag(
            id=self.id,
            label=self.label,
            vraag=self.label,
            type=self.type,
            keuzes=self.keuzes,
            verplicht=Verplicht.ALTIJD if self.verplicht else Verplicht.NEE,
            is_functie=self.is_functie,
        )


class Beeldsoort(StrEnum):
    """What the document draws from the rows of a table."""

    TIJDLIJN = "tijdlijn"
    TEGENSTELLINGEN = "tegenstellingen"


#: The columns that a drawing is made from.
NODIG_VOOR_BEELD = {
    Beeldsoort.TIJDLIJN: ("actie", "start", "gereed", "stand"),
    Beeldsoort.TEGENSTELLINGEN: ("wij", "zij", "thema", "voorvallen"),
}


class Controle(NamedTuple):
    """Bounds: of a number its value, of a table its rows, of other answers their characters.

    Without `hoofdletters` an answer of one line is stored in small letters.
    """

    min: int | None = None
    max: int | None = None
    patroon: re.Pattern[str] | None = None
    melding: str = ""
    hoofdletters: bool = True


ZONDER_CONTROLE = Controle()
NIETS_VASTGELEGD = "Hierover is in dit plan niets vastgelegd."


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """A question of the set, or a field of the plan itself.

    `id` is stable for ever: it is the key in the project file and the tag in Word. `label` is the
    short caption in the document, `vraag` the full question in the terminal. The question counts
    only when `als` holds. A table has `kolommen`; the document sorts its rows by the column
    `sorteer`, and draws them when there is a `beeld`. `leeg` is what an adopted plan says when
    there is no answer. `is_functie` says that the answer is what somebody does, or a team: no name
    of a person.
    """

    id: str
    label: str
    vraag: str
    type: VraagType = VraagType.TEKST
    verplicht: Verplicht = Verplicht.NEE
    toelichting: str = ""
    voorbeeld: str = ""
    hulpmiddelen: tuple[Hulpmiddel, ...] = ()
    standaard: str = ""
    keuzes: tuple[str, ...] = ()
    kolommen: tuple[Kolom, ...] = ()
    sorteer: str = ""
    beeld: Beeldsoort | None = None
    leeg: str = ""
    als: Voorwaarde | None = None
    controle: Controle = ZONDER_CONTROLE
    was: tuple[str, ...] = ()
    is_functie: bool = False

    @property
    def leegtekst(self) -> str:
        """What an adopted plan says when nobody answered this question."""
        return self.leeg or NIETS_VASTGELEGD

    def normaliseer(self, tekst: str) -> str:
        """Return the answer as it is stored: cleaned, and in the form of its type.

        Raises AntwoordError when the text does not fit; an empty answer always fits.
        """
        tekst = self._opgeschoond(tekst)
        if not tekst:
            return ""
        match self.type:
            case VraagType.DATUM:
                tekst = self._datum(tekst)
            case VraagType.GETAL:
                tekst = self._getal(tekst)
            case VraagType.JANEE:
                tekst = self._ja_of_nee(tekst)
            case VraagType.KEUZE:
                tekst = self._keuze(tekst)
            case VraagType.MEERKEUZE:
                tekst = "\n".join(f"- {self._keuze(punt)}" for punt in _punten(tekst))
            case VraagType.LIJST:
                tekst = _als_lijst(tekst)
            case VraagType.TABEL:
                tekst = self._tabel(tekst)
        if tekst:  # dashes alone are no choices
            self._binnen_grenzen(tekst)
        return tekst

    def _opgeschoond(self, tekst: str) -> str:
        if self.type.is_blok:
            return schoon(tekst)
        regel = een_regel(tekst)
        return regel if self.controle.hoofdletters else regel.lower()

    def in_woorden(self, tekst: str) -> str:
        """Return a stored answer as people write it, its dates in words; the type keeps the rest.

        What comes back is stored as the same answer again. A text that is no answer is unchanged.
        """
        if self.type is VraagType.DATUM:
            return in_woorden(tekst)
        if not any(kolom.type is VraagType.DATUM for kolom in self.kolommen):
            return tekst
        from uitvoeringsplan.model.tabel import lees_tabel, schrijf_tabel  # noqa: PLC0415 - idem

        try:
            rijen = lees_tabel(self.kolommen, tekst)
        except TabelError:
            return tekst
        vragen = [kolom.vraag for kolom in self.kolommen]
        return schrijf_tabel(
            [vraag.in_woorden(cel) for vraag, cel in zip(vragen, rij, strict=True)] for rij in rijen
        )

    def _datum(self, tekst: str) -> str:
        datum = lees_datum(tekst)
        if datum is not None:
            return datum.isoformat()
        if weekdag := andere_weekdag(tekst):
            raise AntwoordError(
                self.id,
                f"“{tekst}” kan niet: die dag is een {weekdag}. Verbeter de dag of de datum.",
            )
        raise AntwoordError(
            self.id,
            f"“{tekst}” is geen datum. Schrijf de datum als 3 maart 2027 of 03-03-2027.",
        )

    def _getal(self, tekst: str) -> str:
        if not re.fullmatch(r"-?[0-9]{1,15}", tekst):
            raise AntwoordError(
                self.id,
                self.controle.melding
                or f"“{tekst}” is geen heel getal. Gebruik alleen cijfers, bijvoorbeeld 2027.",
            )
        return tekst

    def _ja_of_nee(self, tekst: str) -> str:
        antwoord = {"ja": "ja", "j": "ja", "nee": "nee", "n": "nee"}.get(tekst.lower())
        if antwoord is None:
            raise AntwoordError(self.id, f"“{tekst}” is geen antwoord. Antwoord met ja of nee.")
        return antwoord

    def _keuze(self, tekst: str) -> str:
        for keuze in self.keuzes:
            if keuze.casefold() == tekst.casefold():
                return keuze
        raise AntwoordError(
            self.id, f"“{tekst}” is geen keuze. Kies uit: {', '.join(self.keuzes)}."
        )

    def _tabel(self, tekst: str) -> str:
        """Return the rows in which a cell is filled, each cell in the form of its column."""
        # Few question sets have a table; starting the program should not wait for it.
        from uitvoeringsplan.model.tabel import lees_tabel, schrijf_tabel  # noqa: PLC0415

        vragen = [kolom.vraag for kolom in self.kolommen]
        try:
            return schrijf_tabel(
                [_cel(nummer, vraag, cel) for vraag, cel in zip(vragen, rij, strict=True)]
                for nummer, rij in enumerate(lees_tabel(self.kolommen, tekst), 1)
                if any(rij)
            )
        except TabelError as fout:
            raise AntwoordError(self.id, fout.melding) from None

    def _binnen_grenzen(self, tekst: str) -> None:
        grens = self.controle
        maat, eenheid = len(tekst), " tekens"
        if self.type is VraagType.GETAL:
            maat, eenheid = int(tekst), ""
        elif self.type is VraagType.TABEL:
            maat, eenheid = tekst.count("\n") + 1, " rijen"
        if grens.min is not None and maat < grens.min:
            melding = grens.melding or f"Het antwoord moet minstens {grens.min}{eenheid} zijn."
        elif grens.max is not None and maat > grens.max:
            melding = grens.melding or f"Het antwoord mag hooguit {grens.max}{eenheid} zijn."
        elif grens.patroon is not None and not grens.patroon.fullmatch(tekst):
            melding = grens.melding or f"“{tekst}” heeft niet de vorm die hier nodig is."
        else:
            return
        raise AntwoordError(self.id, melding)


def _cel(nummer: int, vraag: Vraag, tekst: str) -> str:
    """Return one cell as it is stored; raises TabelError, which names its row and column."""
    if not tekst and vraag.verplicht is Verplicht.ALTIJD:
        raise TabelError(nummer, f"de kolom “{vraag.label}” moet ingevuld zijn.")
    try:
        return vraag.normaliseer(tekst)
    except AntwoordError as fout:
        raise TabelError(nummer, f"kolom “{vraag.label}”: {fout.melding}") from None


def _punten(tekst: str) -> list[str]:
    regels = (regel.strip() for regel in tekst.split("\n"))
    return [regel.removeprefix("- ").strip() for regel in regels if regel.strip("- ")]


def _als_lijst(tekst: str) -> str:
    """Return lines without any list mark as bullets; a text that has marks stays as it is."""
    regels = tekst.split("\n")
    if any(re.match(r" *(- |\d{1,3}\. )", regel) for regel in regels):
        return tekst
    return "\n".join(f"- {regel.strip()}" for regel in regels if regel.strip())
