"""Reads the fixed text of a plan from its small markup (see the head of `templates/bron/*.md`).

The result knows nothing of Word: parts with blocks, blocks with pieces of text and fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from uitvoeringsplan.errors import InhoudError, Plaats, bedoel_je
from uitvoeringsplan.model.opmaak import Stuk, lees_stukken

DELEN = ("koptekst", "voettekst", "voorblad", "tekst")
LIGGINGEN = ("liggend", "staand")

_COMMENTAAR = re.compile(r"<!--.*?-->", re.DOTALL)
_OPDRACHT = re.compile(r"\{\{ *([a-z]+)(?:: *([a-z0-9-]+))? *\}\}")
_ANTWOORDPLEK = re.compile(r"\[\[ *([a-z0-9-]+) *\]\]")
_KOP = re.compile(r"(#+) +(.*?)( +\{-\})?")
_NUMMER = re.compile(r"\d+\. +(.*)")
_INGEVOEGD = re.compile(r"\{\{ *([a-z0-9-]+) *\}\}|\[([^\[\]]+)\]\(#([a-z0-9-]+)\)")
_REST = re.compile(r"\{\{|\}\}|\[\[|\]\]|\]\(")
_PLAATSHOUDER = 0xE000  # private use: stands for a field or reference while emphasis is read


class BronError(InhoudError):
    """The source text of a template breaks a rule of its markup, or does not fit the questions."""


@dataclass(frozen=True, slots=True)
class Veld:
    """The place of a field of the plan inside a paragraph."""

    id: str
    vet: bool = False
    cursief: bool = False


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A reference to a place in the document itself."""

    tekst: str
    anker: str


Inhoud = tuple[Stuk | Veld | Verwijzing, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading of level 1 or 2."""

    niveau: int
    tekst: str
    genummerd: bool
    regel: int


@dataclass(frozen=True, slots=True)
class Tekst:
    """A paragraph: plain (`alinea`), or a `punt`, `nummer` or `citaat`."""

    vorm: str
    inhoud: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class Paar:
    """One line with a left and a right half."""

    links: Inhoud
    rechts: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class Antwoordplek:
    """The place of a question with its answer."""

    vraag_id: str
    regel: int


@dataclass(frozen=True, slots=True)
class Tabel:
    """The place of the table with the rows of a chapter."""

    hoofdstuk_id: str
    regel: int


@dataclass(frozen=True, slots=True)
class Ligging:
    """From here on the pages lie or stand."""

    liggend: bool
    regel: int


Blok = Kop | Tekst | Paar | Antwoordplek | Tabel | Ligging


@dataclass(frozen=True)
class Bron:
    """The whole source: per part its blocks."""

    naam: str
    delen: dict[str, tuple[Blok, ...]]

    def fout(self, melding: str, regel: int) -> BronError:
        """Return the error that points at a line of this source."""
        return BronError(self.naam, melding, Plaats(regel, 1))


def lees_bron(brontekst: str, naam: str = "brontekst") -> Bron:
    """Return the parts of a source text; raises BronError with file and line."""
    kaal = _COMMENTAAR.sub(lambda vondst: "\n" * vondst[0].count("\n"), brontekst)
    lezer = _Lezer(naam)
    for nummer, regel in enumerate(kaal.splitlines(), start=1):
        lezer.lees(regel.strip(), nummer)
    return lezer.klaar()


class _Lezer:
    """Reads line by line; only plain text goes on over more than one line."""

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self._delen: dict[str, list[Blok]] = {}
        self._deel: list[Blok] | None = None
        self._alinea: list[str] = []
        self._begin = 0

    def lees(self, regel: str, nummer: int) -> None:
        """Take in one line."""
        blok = self._blok(regel, nummer) if regel else None
        if regel and blok is None:
            self._begin = self._begin if self._alinea else nummer
            self._alinea.append(regel)
            return
        self._sluit_alinea()
        if isinstance(blok, str):
            if blok in self._delen:
                raise self._fout(f"Het deel “{blok}” staat er twee keer in.", nummer, regel)
            self._deel = self._delen.setdefault(blok, [])
        elif blok is not None:
            self._voeg_toe(blok, nummer)

    def klaar(self) -> Bron:
        """Return the source after its last line."""
        self._sluit_alinea()
        for deel in DELEN:
            if deel not in self._delen:
                raise self._fout(f"Het deel “{deel}” ontbreekt. Begin het met {{{{ {deel} }}}}.", 1)
        return Bron(self._naam, {deel: tuple(blokken) for deel, blokken in self._delen.items()})

    def _blok(self, regel: str, nummer: int) -> Blok | str | None:  # noqa: PLR0911
        """Return the block of a line, the name of the part it opens, or None for plain text."""
        if (vondst := _OPDRACHT.fullmatch(regel)) and (vondst[2] or vondst[1] in DELEN + LIGGINGEN):
            return self._opdracht(vondst[1], vondst[2], regel, nummer)
        if vondst := _ANTWOORDPLEK.fullmatch(regel):
            return Antwoordplek(vondst[1], nummer)
        if vondst := _KOP.fullmatch(regel):
            if len(vondst[1]) > 2:
                raise self._fout("Er zijn twee niveaus van koppen: # en ##.", nummer, regel)
            return Kop(len(vondst[1]), vondst[2], not vondst[3], nummer)
        if vondst := _NUMMER.fullmatch(regel):
            return Tekst("nummer", self._inhoud(vondst[1], nummer), nummer)
        for teken, vorm in (("- ", "punt"), ("> ", "citaat")):
            if regel.startswith(teken):
                return Tekst(vorm, self._inhoud(regel.removeprefix(teken), nummer), nummer)
        if " :: " in regel:
            links, rechts = regel.split(" :: ", 1)
            return Paar(self._inhoud(links, nummer), self._inhoud(rechts, nummer), nummer)
        return None

    def _opdracht(self, naam: str, waarde: str | None, regel: str, nummer: int) -> Blok | str:
        if waarde and naam == "tabel":
            return Tabel(waarde, nummer)
        if waarde:
            melding = f"“{naam}” is geen opdracht.{bedoel_je(naam, ['tabel'])}"
            raise self._fout(melding, nummer, regel)
        return Ligging(naam == "liggend", nummer) if naam in LIGGINGEN else naam

    def _sluit_alinea(self) -> None:
        if self._alinea:
            tekst, self._alinea = " ".join(self._alinea), []
            inhoud = self._inhoud(tekst, self._begin)
            self._voeg_toe(Tekst("alinea", inhoud, self._begin), self._begin)

    def _voeg_toe(self, blok: Blok, nummer: int) -> None:
        if self._deel is None:
            raise self._fout("Deze tekst staat voor het eerste deel.", nummer)
        self._deel.append(blok)

    def _inhoud(self, tekst: str, nummer: int) -> Inhoud:
        """Return the pieces of a paragraph; emphasis may run over fields and references."""
        ingevoegd: list[re.Match[str]] = []

        def bewaar(vondst: re.Match[str]) -> str:
            ingevoegd.append(vondst)
            return chr(_PLAATSHOUDER + len(ingevoegd) - 1)

        uit: list[Stuk | Veld | Verwijzing] = []
        for stuk in lees_stukken(_INGEVOEGD.sub(bewaar, tekst)):
            if rest := _REST.search(stuk.tekst):
                raise self._fout(f"Er staat een losse “{rest[0]}” in de tekst.", nummer, tekst)
            for deel in re.split(r"([\ue000-\uf8ff])", stuk.tekst):
                if deel and "\ue000" <= deel <= "\uf8ff":
                    veld, woorden, anker = ingevoegd[ord(deel) - _PLAATSHOUDER].groups()
                    uit.append(
                        Veld(veld, stuk.vet, stuk.cursief) if veld else Verwijzing(woorden, anker)
                    )
                elif deel:
                    uit.append(Stuk(deel, stuk.vet, stuk.cursief, stuk.adres))
        return tuple(uit)

    def _fout(self, melding: str, nummer: int, regel: str = "") -> BronError:
        return BronError(self._naam, melding, Plaats(nummer, 1, regel))
