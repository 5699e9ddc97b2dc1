"""Reads the fixed text of a plan from its small markup (see the head of `templates/bron/*.md`).

The result knows nothing of Word: parts with blocks, blocks with pieces of text and fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from uitvoeringsplan.errors import InhoudError, Plaats, did_you_mean
from uitvoeringsplan.model.answer_markup import PLAIN, Run, read_runs


@dataclass(frozen=True, slots=True)
class SourceField:
    """The place of a field of the plan inside a paragraph."""

    id: str
    dress: Run = PLAIN  # how it looks; it has no words yet


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a place in the document itself."""

    text: str
    anchor: str


Inhoud = tuple[Run | SourceField | Reference, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    level: int
    text: str
    numbered: bool
    line: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A paragraph: plain (`alinea`), or a `punt`, `number` or `citaat`."""

    form: str
    content: Inhoud
    line: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One line with a left and a right half."""

    links: Inhoud
    right: Inhoud
    line: int


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """The place of a question with its answer."""

    vraag_id: str
    line: int


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The place of the rows of a chapter (`tabel` or `koppen`), or of a drawing (`beeld`)."""

    kind: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Orientation:
    """From here on the pages lie or stand."""

    landscape: bool
    line: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next heading starts a page."""

    line: int


@dataclass(frozen=True, slots=True)
class ConditionStart:
    """What follows, up to its `ConditionEnd`, is there when the condition holds."""

    voorwaarde: str
    line: int


@dataclass(frozen=True, slots=True)
class ConditionEnd:
    """The end of the last `ConditionStart` that is still open."""

    line: int


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


PARTS = ("koptekst", "voettekst", "voorblad", "tekst")
LIGGINGEN = ("liggend", "staand")
#: Commands with the id of a chapter or question behind them.
PLACES = ("tabel", "koppen", "beeld")

_LOS = (*PARTS, *LIGGINGEN, "nieuwepagina", "einde")  # commands without anything behind them

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMAND = re.compile(r"\{\{ *([a-z]+)(?:: *([a-z0-9-]+))? *\}\}")
_ALS = re.compile(r"\{\{ *als: *(.+?) *\}\}")
_ANTWOORDPLEK = re.compile(r"\[\[ *([a-z0-9-]+) *\]\]")
_KOP = re.compile(r"(#+) +(.*?)( +\{-\})?")
_NUMBER = re.compile(r"\d+\. +(.*)")
_INSERTED = re.compile(r"\{\{ *([a-z0-9-]+) *\}\}|\[([^\[\]]+)\]\(#([a-z0-9-]+)\)")
_REST = re.compile(r"\{\{|\}\}|\[\[|\]\]|\]\(")
_PLAATSHOUDER = 0xE000  # private use: stands for a field or reference while emphasis is read


class SourceError(InhoudError):
    """The source text of a template breaks a rule of its markup, or does not fit the questions."""


@dataclass(frozen=True)
class Source:
    """The whole source: per part its blocks."""

    name: str
    parts: dict[str, tuple[Blok, ...]]

    def error(self, message: str, line: int) -> SourceError:
        """Return the error that points at a line of this source."""
        return SourceError(self.name, message, Plaats(line, 1))


def read_source(source_text: str, name: str = "brontekst") -> Source:
    """Return the parts of a source text; raises BronError with file and line."""
    bare = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source_text)
    reader = _Lezer(name)
    for number, line in enumerate(bare.splitlines(), start=1):
        reader.read(line.strip(), number)
    return reader.ready()


class _Lezer:
    """Reads line by line; only plain text goes on over more than one line."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: dict[str, list[Blok]] = {}
        self._part: list[Blok] | None = None
        self._paragraph: list[str] = []
        self._start = 0
        self._open: list[int] = []  # lines of the conditions that are not closed yet

    def read(self, line: str, number: int) -> None:
        """Take in one line."""
        if line.startswith("? "):
            self._as_filled(line.removeprefix("? "), number)
            return
        block = self._block(line, number) if line else None
        if line and block is None:
            self._start = self._start if self._paragraph else number
            self._paragraph.append(line)
            return
        self._close_paragraph()
        self._tel_open(block, number, line)
        if isinstance(block, str):
            if block in self._parts:
                raise self._error(f"Het deel “{block}” staat er twee keer in.", number, line)
            self._part = self._parts.setdefault(block, [])
        elif block is not None:
            self._add(block, number)

    def _as_filled(self, line: str, number: int) -> None:
        """Take in a line that an adopted plan leaves out when its field is empty."""
        block = self._block(line, number)
        fields = (
            [d.id for d in block.right if isinstance(d, SourceField)]
            if isinstance(block, Pair)
            else []
        )
        if not fields:
            raise self._error("Achter een vraagteken hoort: naam :: {{ gegeven }}.", number, line)
        self.read(f"{{{{ als: {fields[0]} is ingevuld of concept = ja }}}}", number)
        self.read(line, number)
        self.read("{{ einde }}", number)

    def _tel_open(self, block: Blok | str | None, number: int, line: str) -> None:
        if isinstance(block, ConditionStart):
            self._open.append(number)
        elif isinstance(block, ConditionEnd):
            if not self._open:
                raise self._error("Hier is geen {{ als: … }} om af te sluiten.", number, line)
            self._open.pop()
        elif isinstance(block, str) and self._open:
            raise self._error("Deze {{ als: … }} wordt niet afgesloten.", self._open[-1])

    def ready(self) -> Source:
        """Return the source after its last line."""
        self._close_paragraph()
        if self._open:
            raise self._error("Deze {{ als: … }} wordt niet afgesloten.", self._open[-1])
        for part in PARTS:
            if part not in self._parts:
                raise self._error(
                    f"Het deel “{part}” ontbreekt. Begin het met {{{{ {part} }}}}.", 1
                )
        return Source(self._name, {part: tuple(blocks) for part, blocks in self._parts.items()})

    def _block(self, line: str, number: int) -> Blok | str | None:  # noqa: PLR0911
        """Return the block of a line, the name of the part it opens, or None for plain text."""
        if found := _ALS.fullmatch(line):
            return ConditionStart(found[1], number)
        if (found := _COMMAND.fullmatch(line)) and (found[2] or found[1] in _LOS):
            return self._command(found[1], found[2], line, number)
        if found := _ANTWOORDPLEK.fullmatch(line):
            return AnswerPlace(found[1], number)
        if found := _KOP.fullmatch(line):
            if len(found[1]) > 2:
                raise self._error("Er zijn twee niveaus van koppen: # en ##.", number, line)
            return Heading(len(found[1]), found[2], not found[3], number)
        if found := _NUMBER.fullmatch(line):
            return SourceText("nummer", self._content(found[1], number), number)
        for sign, form in (("- ", "punt"), ("> ", "citaat")):
            if line.startswith(sign):
                return SourceText(form, self._content(line.removeprefix(sign), number), number)
        if " :: " in line:
            links, right = line.split(" :: ", 1)
            return Pair(self._content(links, number), self._content(right, number), number)
        return None

    def _command(self, name: str, value: str | None, line: str, number: int) -> Blok | str:
        if value and name in PLACES:
            return SourcePlace(name, value, number)
        if value:
            message = f"“{name}” is geen opdracht.{did_you_mean(name, [*PLACES, 'als'])}"
            raise self._error(message, number, line)
        if name in LIGGINGEN:
            return Orientation(name == "liggend", number)
        los: dict[str, Blok] = {"nieuwepagina": PageBreak(number), "einde": ConditionEnd(number)}
        return los.get(name, name)

    def _close_paragraph(self) -> None:
        if self._paragraph:
            text, self._paragraph = " ".join(self._paragraph), []
            content = self._content(text, self._start)
            self._add(SourceText("alinea", content, self._start), self._start)

    def _add(self, block: Blok, number: int) -> None:
        if self._part is None:
            raise self._error("Deze tekst staat voor het eerste deel.", number)
        self._part.append(block)

    def _content(self, text: str, number: int) -> Inhoud:
        """Return the pieces of a paragraph; emphasis may run over fields and references."""
        inserted: list[re.Match[str]] = []

        def save(found: re.Match[str]) -> str:
            inserted.append(found)
            return chr(_PLAATSHOUDER + len(inserted) - 1)

        result: list[Run | SourceField | Reference] = []
        for run in read_runs(_INSERTED.sub(save, text)):
            if rest := _REST.search(run.text):
                raise self._error(f"Er staat een losse “{rest[0]}” in de tekst.", number, text)
            for part in re.split(r"([\ue000-\uf8ff])", run.text):
                if part and "\ue000" <= part <= "\uf8ff":
                    field, words, anchor = inserted[ord(part) - _PLAATSHOUDER].groups()
                    result.append(
                        SourceField(field, run._replace(text="", adres=""))
                        if field
                        else Reference(words, anchor)
                    )
                elif part:
                    result.append(run._replace(text=part))
        return tuple(result)

    def _error(self, message: str, number: int, line: str = "") -> SourceError:
        return SourceError(self._name, message, Plaats(number, 1, line))
