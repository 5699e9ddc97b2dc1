"""The one door to YAML: a strict, bounded reader in which every value is text.

YAML can do far more than our files need, and most of it hurts here: `nee` would be a boolean,
`010` the number 8, a duplicate key would silently win, an alias can blow up a small file. So this
reader takes the events of PyYAML (from libyaml when it is there) and builds a plain tree itself:
mappings, lists and text, each with its place. Anchors, aliases, tags and merge keys are refused;
size, depth and number of nodes are bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.files.source_text import Bron

MAX_KNOPEN = 20_000

# The stubs of PyYAML leave room for events without a place; its parsers always give one.
Event = Any

# The reader of libyaml is some thirty times faster; the pure one is its fallback.
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


class Tekst(NamedTuple):
    """A scalar. `begin` and `einde` are offsets in the text of the file."""

    tekst: str
    regel: int
    kolom: int
    begin: int
    einde: int
    stijl: str  # "" for plain, else one of `'`, `"`, `|`, `>`


class Lijst(NamedTuple):
    """A sequence; `in_haken` when it is written between [ and ]."""

    delen: tuple[Knoop, ...]
    regel: int
    kolom: int
    einde: int
    in_haken: bool


class Kaart(NamedTuple):
    """A mapping; keys are unique and in file order; `in_haken` when between { and }."""

    paren: dict[str, tuple[Tekst, Knoop]]
    regel: int = 1
    kolom: int = 1
    einde: int = 0
    in_haken: bool = False


Knoop = Tekst | Lijst | Kaart


def lees_boom(bron: Bron) -> Kaart:
    """Return the tree of a file whose top is a mapping; an empty file is an empty mapping."""
    bouwer = _Bouwer(bron, yaml.parse(bron.tekst, Loader=_LOADER))
    try:
        knoop = bouwer.document()
    except yaml.MarkedYAMLError as fout:
        melding, regel, kolom = leg_uit(fout, bouwer.haken[-1] if bouwer.haken else None)
        raise bron.mis(melding, regel, kolom) from fout
    except yaml.YAMLError as fout:
        raise bron.mis("dit is geen geldige YAML.", 1) from fout
    if knoop is None:
        return Kaart({})
    if not isinstance(knoop, Kaart):
        raise bron.mis_bij("hier hoort een lijst van sleutels met een dubbele punt.", knoop)
    return knoop


class _Bouwer:
    """Builds the tree from events, with bounds; one per document."""

    def __init__(self, bron: Bron, events: Iterator[Event]) -> None:
        self.bron = bron
        self.events = events
        self.knopen = 0
        self.haken: list[Any] = []  # of the brackets that are open

    def document(self) -> Knoop | None:
        knoop: Knoop | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and knoop is not None:
                raise self._mis("met --- begint een tweede document; één is genoeg.", event)
            if isinstance(event, yaml.NodeEvent):
                knoop = self._knoop(event, 1)
        leeg = isinstance(knoop, Tekst) and not knoop.stijl and knoop.tekst == ""
        return None if leeg else knoop

    def _mis(self, melding: str, event: Event) -> Exception:
        plek = event.start_mark
        return self.bron.mis(melding, plek.line + 1, plek.column + 1)

    def _knoop(self, event: Event, diepte: int) -> Knoop:
        self.knopen += 1
        if self.knopen > MAX_KNOPEN:
            raise self._mis(f"het bestand heeft meer dan {MAX_KNOPEN} onderdelen.", event)
        if diepte > MAX_DIEPTE:
            raise self._mis(f"{TE_DIEP}.", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._mis(
                "verwijzingen met & en * kunnen hier niet. Begint de tekst met zo'n teken, zet"
                " haar dan tussen aanhalingstekens.",
                event,
            )
        if getattr(event, "tag", None):
            raise self._mis(
                "een label met ! kan hier niet. Begint de tekst met een uitroepteken, zet haar dan"
                " tussen aanhalingstekens.",
                event,
            )
        if isinstance(event, yaml.ScalarEvent):
            return _tekst(event)
        haak = self.bron.tekst[event.start_mark.index] in "[{"
        if haak:
            self.haken.append(event.start_mark)
        is_lijst = isinstance(event, yaml.SequenceStartEvent)
        knoop = self._lijst(event, diepte) if is_lijst else self._kaart(event, diepte)
        if haak:
            self.haken.pop()
        return knoop

    def _lijst(self, start: Event, diepte: int) -> Lijst:
        delen: list[Knoop] = []
        slot = start
        for slot in self.events:
            if isinstance(slot, yaml.SequenceEndEvent):
                break
            delen.append(self._knoop(slot, diepte + 1))
        return Lijst(tuple(delen), *_plek(start, slot))

    def _kaart(self, start: Event, diepte: int) -> Kaart:
        paren: dict[str, tuple[Tekst, Knoop]] = {}
        event = start
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            sleutel = self._knoop(event, diepte + 1)
            if not isinstance(sleutel, Tekst):
                raise self._mis("een sleutel moet een woord zijn.", event)
            if sleutel.tekst == "<<":
                raise self._mis("samenvoegen met << kan hier niet.", event)
            if eerder := paren.get(sleutel.tekst):
                raise self._mis(
                    f"“{sleutel.tekst}” staat er twee keer: op regel {eerder[0].regel} en op regel"
                    f" {sleutel.regel}. Houd er één over.",
                    event,
                )
            paren[sleutel.tekst] = (sleutel, self._knoop(next(self.events), diepte + 1))
        return Kaart(paren, *_plek(start, event))


def _plek(start: Event, slot: Event) -> tuple[int, int, int, bool]:
    """Return line, column, offset of the end, and whether a collection stands in brackets."""
    plek = start.start_mark
    in_haken = bool(getattr(start, "flow_style", False))
    return plek.line + 1, plek.column + 1, slot.end_mark.index, in_haken


def _tekst(event: Event) -> Tekst:
    begin, einde = event.start_mark, event.end_mark
    stijl = event.style or ""
    if stijl == "\0":  # how libyaml's events spell "plain"
        stijl = ""
    return Tekst(event.value, begin.line + 1, begin.column + 1, begin.index, einde.index, stijl)


MAX_DIEPTE = 12
TE_DIEP = f"dit is dieper genest dan {MAX_DIEPTE} lagen"

_GEEN_BEGIN = (
    "met dit teken kan een waarde niet beginnen; zet de tekst tussen aanhalingstekens, en gebruik"
    " spaties in plaats van tabs"
)
# Pieces of the messages of PyYAML and libyaml, and what to tell the user instead.
_UITLEG = {
    # From libyaml 0.2.6 on (in PyYAML 6.0.4), which reads ahead of what it has handed out.
    "exceeded maximum nesting depth": TE_DIEP,
    "found character '\\t'": "een tab kan hier niet; gebruik spaties",
    "found a tab": "een tab kan hier niet; gebruik spaties",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel",
    "mapping values are not allowed": "een dubbele punt met een spatie kan hier niet; zet de tekst"
    " tussen aanhalingstekens of in een blok met |",
    "found unexpected ':'": "achter deze dubbele punt hoort een spatie",
    "while parsing a flow": "deze haak wordt niet goed gesloten",
    "did not find expected key": "deze regel springt anders in dan de regels erboven",
    "expected <block end>": "deze regel springt anders in dan de regels erboven",
    "did not find expected '-'": "deze regel springt anders in dan de regels erboven",
    "found unexpected end of stream": "dit aanhalingsteken is niet gesloten",
    "cannot start any token": _GEEN_BEGIN,
    "node content": _GEEN_BEGIN,
    "unknown escape character": "een backslash heeft tussen dubbele aanhalingstekens een eigen"
    " betekenis; gebruik enkele aanhalingstekens",
    "while scanning a block scalar": "na | of > mag op deze regel niets meer staan",
    "<document start>": "hierboven is de inhoud al afgelopen; springt deze regel goed in?",
}
# Mistakes that are found further on but were made where the context began.
_BEGON_EERDER = ("could not find expected ':'", "found unexpected end of stream")


def leg_uit(fout: yaml.MarkedYAMLError, haak: Any = None) -> tuple[str, int, int]:
    """Return a Dutch sentence for a mistake in YAML, and its line and column, from 1.

    `haak` is the place of the innermost bracket that is still open, if any.
    """
    melding = f"{fout.context or ''} {fout.problem or ''}"
    plek = fout.problem_mark or fout.context_mark
    if any(deel in melding for deel in _BEGON_EERDER):
        plek = fout.context_mark or plek
    elif "while parsing a flow" in melding and haak is not None:
        plek = haak
    passend = (nl for en, nl in _UITLEG.items() if en in melding)
    zin = next(passend, "dit is geen geldige YAML")
    regel, kolom = (plek.line + 1, plek.column + 1) if plek else (1, 1)
    return f"{zin}.", regel, kolom
