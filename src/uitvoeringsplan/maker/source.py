"""Reads the fixed text of a plan from its small markup (see the head of `templates/bron/*.md`).

The result knows nothing of Word: parts with blocks, blocks with pieces of text and fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from uitvoeringsplan.errors import InhoudError, Plaats, bedoel_je
from uitvoeringsplan.model.answer_markup import PLAIN, Run, read_runs


@dataclass(frozen=True, slots=True)
class SourceField:
    """The place of a field of the plan inside a paragraph."""

    id: str
    jas: Run = PLAIN  # how it looks; it has no words yet


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a place in the document itself."""

    tekst: str
    anker: str


Inhoud = tuple[Run | SourceField | Reference, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    niveau: int
    tekst: str
    genummerd: bool
    regel: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A paragraph: plain (`alinea`), or a `punt`, `nummer` or `citaat`."""

    vorm: str
    inhoud: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One line with a left and a right half."""

    links: Inhoud
    rechts: Inhoud
    regel: int


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """The place of a question with its answer."""

    vraag_id: str
    regel: int


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The place of the rows of a chapter (`tabel` or `koppen`), or of a drawing (`beeld`)."""

    soort: str
    id: str
    regel: int


@dataclass(frozen=True, slots=True)
class Orientation:
    """From here on the pages lie or stand."""

    liggend: bool
    regel: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next heading starts a page."""

    regel: int


@dataclass(frozen=True, slots=True)
class ConditionStart:
    """What follows, up to its `ConditionEnd`, is there when the condition holds."""

    voorwaarde: str
    regel: int


@dataclass(frozen=True, slots=True)
class ConditionEnd:
    """The end of the last `ConditionStart` that is still open."""

    regel: int


Blok = (
    Heading
    | SourceText
    | Pair
    | AnswerPlace
    | SourcePlace
    | Orientation
    | PageBreak
    | ConditionStart
    | ConditionEnd
)


DELEN = ("koptekst", "voettekst", "voorblad", "tekst")
LIGGINGEN = ("liggend", "staand")
#: Commands with the id of a chapter or question behind them.
PLEKKEN = ("tabel", "koppen", "beeld")

_LOS = (*DELEN, *LIGGINGEN, "nieuwepagina", "einde")  # commands without anything behind them

_COMMENTAAR = re.compile(r"<!--.*?-->", re.DOTALL)
_OPDRACHT = re.compile(r"\{\{ *([a-z]+)(?:: *([a-z0-9-]+))? *\}\}")
_ALS = re.compile(r"\{\{ *als: *(.+?) *\}\}")
_ANTWOORDPLEK = re.compile(r"\[\[ *([a-z0-9-]+) *\]\]")
_KOP = re.compile(r"(#+) +(.*?)( +\{-\})?")
_NUMMER = re.compile(r"\d+\. +(.*)")
_INGEVOEGD = re.compile(r"\{\{ *([a-z0-9-]+) *\}\}|\[([^\[\]]+)\]\(#([a-z0-9-]+)\)")
_REST = re.compile(r"\{\{|\}\}|\[\[|\]\]|\]\(")
_PLAATSHOUDER = 0xE000  # private use: stands for a field or reference while emphasis is read


class SourceError(InhoudError):
    """The source text of a template breaks a rule of its markup, or does not fit the questions."""


@dataclass(frozen=True)
class Source:
    """The whole source: per part its blocks."""

    naam: str
    delen: dict[str, tuple[Blok, ...]]

    def fout(self, melding: str, regel: int) -> SourceError:
        """Return the error that points at a line of this source."""
        return SourceError(self.naam, melding, Plaats(regel, 1))


def read_source(brontekst: str, naam: str = "brontekst") -> Source:
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
        self._open: list[int] = []  # lines of the conditions that are not closed yet

    def lees(self, regel: str, nummer: int) -> None:
        """Take in one line."""
        if regel.startswith("? "):
            self._als_ingevuld(regel.removeprefix("? "), nummer)
            return
        blok = self._blok(regel, nummer) if regel else None
        if regel and blok is None:
            self._begin = self._begin if self._alinea else nummer
            self._alinea.append(regel)
            return
        self._sluit_alinea()
        self._tel_open(blok, nummer, regel)
        if isinstance(blok, str):
            if blok in self._delen:
                raise self._fout(f"Het deel “{blok}” staat er twee keer in.", nummer, regel)
            self._deel = self._delen.setdefault(blok, [])
        elif blok is not None:
            self._voeg_toe(blok, nummer)

    def _als_ingevuld(self, regel: str, nummer: int) -> None:
        """Take in a line that an adopted plan leaves out when its field is empty."""
        blok = self._blok(regel, nummer)
        velden = (
            [d.id for d in blok.rechts if isinstance(d, SourceField)]
            if isinstance(blok, Pair)
            else []
        )
        if not velden:
            raise self._fout("Achter een vraagteken hoort: naam :: {{ gegeven }}.", nummer, regel)
        self.lees(f"{{{{ als: {velden[0]} is ingevuld of concept = ja }}}}", nummer)
        self.lees(regel, nummer)
        self.lees("{{ einde }}", nummer)

    def _tel_open(self, blok: Blok | str | None, nummer: int, regel: str) -> None:
        if isinstance(blok, ConditionStart):
            self._open.append(nummer)
        elif isinstance(blok, ConditionEnd):
            if not self._open:
                raise self._fout("Hier is geen {{ als: … }} om af te sluiten.", nummer, regel)
            self._open.pop()
        elif isinstance(blok, str) and self._open:
            raise self._fout("Deze {{ als: … }} wordt niet afgesloten.", self._open[-1])

    def klaar(self) -> Source:
        """Return the source after its last line."""
        self._sluit_alinea()
        if self._open:
            raise self._fout("Deze {{ als: … }} wordt niet afgesloten.", self._open[-1])
        for deel in DELEN:
            if deel not in self._delen:
                raise self._fout(f"Het deel “{deel}” ontbreekt. Begin het met {{{{ {deel} }}}}.", 1)
        return Source(self._naam, {deel: tuple(blokken) for deel, blokken in self._delen.items()})

    def _blok(self, regel: str, nummer: int) -> Blok | str | None:  # noqa: PLR0911
        """Return the block of a line, the name of the part it opens, or None for plain text."""
        if vondst := _ALS.fullmatch(regel):
            return ConditionStart(vondst[1], nummer)
        if (vondst := _OPDRACHT.fullmatch(regel)) and (vondst[2] or vondst[1] in _LOS):
            return self._opdracht(vondst[1], vondst[2], regel, nummer)
        if vondst := _ANTWOORDPLEK.fullmatch(regel):
            return AnswerPlace(vondst[1], nummer)
        if vondst := _KOP.fullmatch(regel):
            if len(vondst[1]) > 2:
                raise self._fout("Er zijn twee niveaus van koppen: # en ##.", nummer, regel)
            return Heading(len(vondst[1]), vondst[2], not vondst[3], nummer)
        if vondst := _NUMMER.fullmatch(regel):
            return SourceText("nummer", self._inhoud(vondst[1], nummer), nummer)
        for teken, vorm in (("- ", "punt"), ("> ", "citaat")):
            if regel.startswith(teken):
                return SourceText(vorm, self._inhoud(regel.removeprefix(teken), nummer), nummer)
        if " :: " in regel:
            links, rechts = regel.split(" :: ", 1)
            return Pair(self._inhoud(links, nummer), self._inhoud(rechts, nummer), nummer)
        return None

    def _opdracht(self, naam: str, waarde: str | None, regel: str, nummer: int) -> Blok | str:
        if waarde and naam in PLEKKEN:
            return SourcePlace(naam, waarde, nummer)
        if waarde:
            melding = f"“{naam}” is geen opdracht.{bedoel_je(naam, [*PLEKKEN, 'als'])}"
            raise self._fout(melding, nummer, regel)
        if naam in LIGGINGEN:
            return Orientation(naam == "liggend", nummer)
        los: dict[str, Blok] = {"nieuwepagina": PageBreak(nummer), "einde": ConditionEnd(nummer)}
        return los.get(naam, naam)

    def _sluit_alinea(self) -> None:
        if self._alinea:
            tekst, self._alinea = " ".join(self._alinea), []
            inhoud = self._inhoud(tekst, self._begin)
            self._voeg_toe(SourceText("alinea", inhoud, self._begin), self._begin)

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

        uit: list[Run | SourceField | Reference] = []
        for stuk in read_runs(_INGEVOEGD.sub(bewaar, tekst)):
            if rest := _REST.search(stuk.tekst):
                raise self._fout(f"Er staat een losse “{rest[0]}” in de tekst.", nummer, tekst)
            for deel in re.split(r"([\ue000-\uf8ff])", stuk.tekst):
                if deel and "\ue000" <= deel <= "\uf8ff":
                    veld, woorden, anker = ingevoegd[ord(deel) - _PLAATSHOUDER].groups()
                    uit.append(
                        SourceField(veld, stuk._replace(tekst="", adres=""))
                        if veld
                        else Reference(woorden, anker)
                    )
                elif deel:
                    uit.append(stuk._replace(tekst=deel))
        return tuple(uit)

    def _fout(self, melding: str, nummer: int, regel: str = "") -> SourceError:
        return SourceError(self._naam, melding, Plaats(nummer, 1, regel))
