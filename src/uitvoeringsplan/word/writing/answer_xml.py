"""Answers as WordprocessingML: paragraphs, points, bold, italics and links in template styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.answer_markup import EMPHASES, Block, ListItem, Paragraph, Run, emphases
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.ooxml.names import escape_text

if TYPE_CHECKING:
    from collections.abc import Sequence


_EIGENSCHAP = r"<(?:[\w.-]+:)?([\w-]+)\b[^<>]*?(?:/>|></[^<>]*>)"
_GEEN_LETTERS = frozenset(
    (
        *("rStyle", "vanish", "specVanish", "webHidden", "rPr"),
        *(name for kind in EMPHASES for name in (kind.switch, f"{kind.switch}Cs")),
    )
)
_LETTERTYPE = "rFonts"
_OOK_IN_LINKS = frozenset(("sz", "szCs", "lang", "spacing", "w", "kern"))


class StyleIds(NamedTuple):
    """The style ids of a template that answers need, by level where there are levels."""

    punt: tuple[str, ...]
    nummer: tuple[str, ...]
    link: str
    tabel: str = ""  # of a whole table; empty when the template has none
    tabelkop: str = ""  # of the words in its header row, white on `vulling`
    vulling: str = ""  # the accent colour; empty when the template has none

    def niveau(self, punt: ListItem) -> int:
        """Return the level at which a point is written: the deepest one for what is deeper."""
        return min(punt.niveau, len(self.punt) - 1)


class Gathered:
    """What the answers of one document need outside it: numberings and addresses.

    `nummeringen` holds (numId, level, first number); ids count up from `volgende_nummering`.
    """

    def __init__(self, volgende_nummering: int, link_id: str = "uvpLink") -> None:
        self.volgende_nummering = volgende_nummering
        self.link_id = link_id  # how the ids of new relationships begin
        self.nummeringen: list[tuple[int, int, int]] = []
        self.adressen: dict[str, str] = {}  # address to relationship id

    def nummering(self, niveau: int, begin: int) -> int:
        """Return the id of a new numbering that starts at `begin`."""
        nummer = self.volgende_nummering + len(self.nummeringen)
        self.nummeringen.append((nummer, niveau, begin))
        return nummer

    def relatie(self, adres: str) -> str:
        """Return the relationship id of an address, one per address."""
        return self.adressen.setdefault(adres, f"{self.link_id}{len(self.adressen) + 1}")


class ControlLooks(NamedTuple):
    """The looks that a control gives to what is typed in it, around bold and italics.

    `links` is what of them a link takes over: it has a colour and a line of its own.
    """

    voor: str = ""
    na: str = ""
    links: str = ""


PLAIN = ControlLooks()


def read_looks(rpr: str) -> ControlLooks:
    """Return the looks in the properties of a control.

    Bold, italics and styles are left out: read back from Word they would be markup of the answer.
    Hidden words would not be there for who reads the document.
    """
    if not rpr:
        return PLAIN
    delen = [(m[1], m[0]) for m in re.finditer(_EIGENSCHAP, rpr) if m[1] not in _GEEN_LETTERS]
    return ControlLooks(
        "".join(xml for naam, xml in delen if naam == _LETTERTYPE),
        "".join(xml for naam, xml in delen if naam != _LETTERTYPE),
        "".join(xml for naam, xml in delen if naam in _OOK_IN_LINKS),
    )


def answer_xml(
    blokken: Sequence[Block],
    stijlen: StyleIds,
    vangst: Gathered,
    alinea_ppr: str = "",
    letters: ControlLooks = PLAIN,
) -> str:
    """Return the paragraphs of an answer; `alinea_ppr` are the properties of plain ones."""
    delen: list[str] = []
    lopend: dict[int, int] = {}  # level to the numbering that goes on there
    dressed: dict[tuple[object, ...], str] = {}  # few of many runs have a dress of their own
    for blok in blokken:
        if isinstance(blok, Paragraph):
            lopend.clear()
            ppr = alinea_ppr
        else:
            ppr = f"<w:pPr>{_point_properties(blok, stijlen, vangst, lopend)}</w:pPr>"
        delen += ("<w:p>", ppr)
        for stuk in blok.stukken:
            dress = stuk[1:]
            rpr = dressed.get(dress)
            if rpr is None:
                rpr = dressed[dress] = _run_properties(stuk, stijlen, letters)
            loop = run_xml(stuk.tekst, rpr)
            delen.append(link_xml(stuk.adres, loop, vangst) if stuk.adres else loop)
        delen.append("</w:p>")
    return "".join(delen)


def without_links(blokken: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with plain text for links: only the main part has our relationships."""
    return tuple(
        blok._replace(stukken=tuple(stuk._replace(adres="") for stuk in blok.stukken))
        for blok in blokken
    )


def run_xml(tekst: str, rpr: str = "") -> str:
    """Return one run with literal text; a line feed in it becomes a break."""
    begin, slot = '<w:t xml:space="preserve">', "</w:t>"
    regels = escape_text(tekst).replace("\n", f"{slot}<w:br/>{begin}")
    return f"<w:r>{rpr}{begin}{regels}{slot}</w:r>"


def point_properties(stijlen: StyleIds, niveau: int, num_id: int | None = None) -> str:
    """Return the properties of a point at a level, as inner XML; `num_id` is its numbering."""
    if num_id is None:
        return f'<w:pStyle w:val="{stijlen.punt[niveau]}"/>'
    return f'<w:pStyle w:val="{stijlen.nummer[niveau]}"/>{numbering_properties(num_id, niveau)}'


def numbering_properties(num_id: int | str, niveau: int) -> str:
    """Return what puts a paragraph or a style in a numbering."""
    return f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num_id}"/></w:numPr>'


def link_xml(adres: str, runs: str, vangst: Gathered) -> str:
    """Return runs as a link."""
    return f'<w:hyperlink r:id="{vangst.relatie(adres)}" w:history="1">{runs}</w:hyperlink>'


def _point_properties(
    punt: ListItem, stijlen: StyleIds, vangst: Gathered, lopend: dict[int, int]
) -> str:
    niveau = stijlen.niveau(punt)
    for dieper in [n for n in lopend if n > niveau]:
        del lopend[dieper]
    if punt.nummer is None:
        lopend.pop(niveau, None)
        return point_properties(stijlen, niveau)
    if niveau not in lopend:
        lopend[niveau] = vangst.nummering(niveau, punt.nummer)
    return point_properties(stijlen, niveau, lopend[niveau])


def piece_xml(stuk: Run, stijlen: StyleIds, letters: ControlLooks = PLAIN) -> str:
    """Return the run of a piece with markup, in the looks of its control."""
    return run_xml(stuk.tekst, _run_properties(stuk, stijlen, letters))


def _run_properties(stuk: Run, stijlen: StyleIds, letters: ControlLooks) -> str:
    nadruk = "".join([f"<w:{kind.switch}/>" for kind in emphases(stuk)])
    if stuk.adres:
        jas = f'<w:rStyle w:val="{stijlen.link}"/>{letters.voor}{nadruk}{letters.links}'
    else:
        jas = f"{letters.voor}{nadruk}{letters.na}"
    return f"<w:rPr>{jas}</w:rPr>" if jas else ""
