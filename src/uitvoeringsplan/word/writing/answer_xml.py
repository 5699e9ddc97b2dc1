"""Answers as WordprocessingML: paragraphs, points, bold, italics and links in template styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import EMPHASES, Block, ListItem, Paragraph, Run, emphases
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_text
from uitvoeringsplan.ooxml.relationships import free_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_PROPERTY = r"<(?:[\w.-]+:)?([\w-]+)\b[^<>]*?(?:/>|></[^<>]*>)"
_NO_LETTERS = frozenset(
    (
        *("rStyle", "vanish", "specVanish", "webHidden", "rPr"),
        *(name for kind in EMPHASES for name in (kind.switch, f"{kind.switch}Cs")),
    )
)
_LETTERTYPE = "rFonts"
_ALSO_IN_LINKS = frozenset(("sz", "szCs", "lang", "spacing", "w", "kern"))


class StyleIds(NamedTuple):
    """The style ids of a template that answers need, by level where there are levels."""

    punt: tuple[str, ...]
    number: tuple[str, ...]
    link: str
    tabel: str = ""  # of a whole table; empty when the template has none
    table_head: str = ""  # of the words in its header row, white on `filling`
    filling: str = ""  # the accent colour; empty when the template has none

    def level(self, punt: ListItem) -> int:
        """Return the level at which a point is written: the deepest one for what is deeper."""
        return min(punt.level, len(self.punt) - 1)


class Gathered:
    """What the answers of one document need outside it: numberings and addresses.

    `numberings` holds (numId, level, first number); ids count up from `following_numbering`.
    """

    def __init__(self, following_numbering: int, ids: Iterator[str] | None = None) -> None:
        self.following_numbering = following_numbering
        self._ids = free_ids(()) if ids is None else ids  # of new relationships
        self.numberings: list[tuple[int, int, int]] = []
        self.addresses: dict[str, str] = {}  # address to relationship id

    def numbering(self, level: int, start: int) -> int:
        """Return the id of a new numbering that starts at `start`."""
        number = self.following_numbering + len(self.numberings)
        self.numberings.append((number, level, start))
        return number

    def relationship(self, adres: str) -> str:
        """Return the relationship id of an address, one per address."""
        if adres not in self.addresses:
            self.addresses[adres] = next(self._ids)
        return self.addresses[adres]


class ControlLooks(NamedTuple):
    """The looks that a control gives to what is typed in it, around bold and italics.

    `links` is what of them a link takes over: it has a colour and a line of its own.
    """

    before: str = ""
    after: str = ""
    links: str = ""


PLAIN = ControlLooks()


def read_looks(rpr: str) -> ControlLooks:
    """Return the looks in the properties of a control.

    Bold, italics and styles are left out: read back from Word they would be markup of the answer.
    Hidden words would not be there for who reads the document.
    """
    if not rpr:
        return PLAIN
    parts = [(m[1], m[0]) for m in re.finditer(_PROPERTY, rpr) if m[1] not in _NO_LETTERS]
    return ControlLooks(
        "".join(xml for name, xml in parts if name == _LETTERTYPE),
        "".join(xml for name, xml in parts if name != _LETTERTYPE),
        "".join(xml for name, xml in parts if name in _ALSO_IN_LINKS),
    )


def answer_xml(
    blocks: Sequence[Block],
    styles: StyleIds,
    gathered: Gathered,
    paragraph_ppr: str = "",
    letters: ControlLooks = PLAIN,
) -> str:
    """Return the paragraphs of an answer; `paragraph_ppr` are the properties of plain ones."""
    parts: list[str] = []
    running: dict[int, int] = {}  # level to the numbering that goes on there
    dressed: dict[tuple[object, ...], str] = {}  # few of many runs have a dress of their own
    for block in blocks:
        if isinstance(block, Paragraph):
            running.clear()
            ppr = paragraph_ppr
        else:
            ppr = f"<w:pPr>{_point_properties(block, styles, gathered, running)}</w:pPr>"
        parts += ("<w:p>", ppr)
        for run in block.runs:
            dress = run[1:]
            rpr = dressed.get(dress)
            if rpr is None:
                rpr = dressed[dress] = _run_properties(run, styles, letters)
            loop = run_xml(run.text, rpr)
            parts.append(link_xml(run.adres, loop, gathered) if run.adres else loop)
        parts.append("</w:p>")
    return "".join(parts)


def without_links(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with plain text for links: only the main part has our relationships."""
    return tuple(
        block._replace(runs=tuple(run._replace(adres="") for run in block.runs)) for block in blocks
    )


def run_xml(text: str, rpr: str = "") -> str:
    """Return one run with literal text; a line feed in it becomes a break."""
    start, slot = '<w:t xml:space="preserve">', "</w:t>"
    lines = escape_text(text).replace("\n", f"{slot}<w:br/>{start}")
    return f"<w:r>{rpr}{start}{lines}{slot}</w:r>"


def point_properties(styles: StyleIds, level: int, num_id: int | None = None) -> str:
    """Return the properties of a point at a level, as inner XML; `num_id` is its numbering."""
    if num_id is None:
        return f'<w:pStyle w:val="{styles.punt[level]}"/>'
    return f'<w:pStyle w:val="{styles.number[level]}"/>{numbering_properties(num_id, level)}'


def numbering_properties(num_id: int | str, level: int) -> str:
    """Return what puts a paragraph or a style in a numbering."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


def link_xml(adres: str, runs: str, gathered: Gathered) -> str:
    """Return runs as a link."""
    return f'<w:hyperlink r:id="{gathered.relationship(adres)}" w:history="1">{runs}</w:hyperlink>'


def _point_properties(
    punt: ListItem, styles: StyleIds, gathered: Gathered, running: dict[int, int]
) -> str:
    level = styles.level(punt)
    for deeper in [n for n in running if n > level]:
        del running[deeper]
    if punt.number is None:
        running.pop(level, None)
        return point_properties(styles, level)
    if level not in running:
        running[level] = gathered.numbering(level, punt.number)
    return point_properties(styles, level, running[level])


def piece_xml(run: Run, styles: StyleIds, letters: ControlLooks = PLAIN) -> str:
    """Return the run of a piece with markup, in the looks of its control."""
    return run_xml(run.text, _run_properties(run, styles, letters))


def _run_properties(run: Run, styles: StyleIds, letters: ControlLooks) -> str:
    emphasis = "".join([f"<w:{kind.switch}/>" for kind in emphases(run)])
    if run.adres:
        dress = f'<w:rStyle w:val="{styles.link}"/>{letters.before}{emphasis}{letters.links}'
    else:
        dress = f"{letters.before}{emphasis}{letters.after}"
    return f"<w:rPr>{dress}</w:rPr>" if dress else ""
