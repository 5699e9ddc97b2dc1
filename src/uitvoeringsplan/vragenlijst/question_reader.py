"""One question of `vragen.yaml`: its keys, and what must hold besides their form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import AntwoordError, did_you_mean
from uitvoeringsplan.model.types import TYPES, column_types
from uitvoeringsplan.model.vraag import (
    NEEDED_FOR_BEELD,
    NO_CONTROLE,
    Asking,
    Beeldsoort,
    Controle,
    Hulpmiddel,
    Kolom,
    Shape,
    Verplicht,
    Vraag,
)
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.vragenlijst.schema import Each, Key, OneOf, Reader, SpoiledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uitvoeringsplan.files.file_reading import SourceText
    from uitvoeringsplan.model.voorwaarde import Voorwaarde
    from uitvoeringsplan.model.vraag import VraagType
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.vragenlijst.condition_reader import PlacedVoorwaarde
    from uitvoeringsplan.vragenlijst.schema import Schema
    from uitvoeringsplan.yamltext.nodes import MappingNode, Node

ID_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)
# Word keeps 40 characters of a bookmark's name, and four are ours.
MAX_ID = 36


class Vraaglezer(Reader):
    """Reads questions; remembers the ids and conditions it has seen."""

    def __init__(self, source: SourceText) -> None:
        super().__init__(source)
        self.ids: dict[str, Node] = {}
        self.unread: set[str] = set()  # the ids of questions with a mistake in them
        self.hulpmiddelen: dict[str, Hulpmiddel] = {}
        self.voorwaarden: list[PlacedVoorwaarde] = []

    def as_vraag(self, node: Node) -> Vraag:
        """Return the question in a node, its default in the form of its type."""
        mapping = self.as_group(node)
        try:
            vraag = Vraag(**self.read(mapping, VRAAG))
            self._check(vraag, mapping)
        except SpoiledError as spoiled:
            self.unread |= {spoiled.values["id"]} if "id" in spoiled.values else set()
            raise
        return vraag._replace(standaard=vraag.normalise(vraag.standaard))

    def new_id(self, mapping: MappingNode, key: str) -> str:
        """Return an id that no other question or chapter has."""
        name = self.name(mapping, key)
        node = mapping.pairs[key][1]
        if name in self.ids:
            raise self.source.error_at(
                f"het id “{name}” is al gebruikt op regel {self.ids[name].line}.", node
            )
        self.ids[name] = node
        return name

    def name(self, mapping: MappingNode, key: str) -> str:
        """Return an id."""
        name = self.text(mapping, key)
        if not _ID.fullmatch(name) or len(name) > MAX_ID:
            raise self.source.error_at(
                f"een id bestaat uit kleine letters en cijfers met streepjes ertussen, begint met"
                f" een letter en is hooguit {MAX_ID} tekens lang.",
                mapping.pairs[key][1],
            )
        return name

    def check_voorwaarden(self, lijst: Vragenlijst) -> None:
        """Raise when a condition asks for what no answer can be; all questions must be known."""
        if self.voorwaarden:
            from uitvoeringsplan.vragenlijst.condition_reader import find_mistakes  # noqa: PLC0415

            for mistake in find_mistakes(self.source, lijst, self.voorwaarden, self.unread):
                self.keep(mistake)

    def kolommen(self, mapping: MappingNode, key: str) -> tuple[Kolom, ...]:
        """Return the columns of a table."""
        seen: set[str] = set()

        def as_kolom(node: Node) -> Kolom:
            group = self.as_group(node)
            kolom = Kolom(**self.read(group, KOLOM))
            if kolom.id in seen:
                raise self.source.error_at(
                    f"deze tabel heeft al een kolom met het id “{kolom.id}”.", group.pairs["id"][1]
                )
            seen.add(kolom.id)
            self._check(kolom.vraag, group)
            return kolom

        return self.each(mapping, key, as_kolom)

    def voorwaarde(self, mapping: MappingNode, key: str) -> Voorwaarde | None:
        """Return a condition."""
        text = self.text(mapping, key)
        if not text:
            return None
        # Only a question set with conditions pays for reading them.
        from uitvoeringsplan.vragenlijst.condition_reader import (  # noqa: PLC0415
            PlacedVoorwaarde,
            read_condition,
        )

        node = mapping.pairs[key][1]
        voorwaarde = read_condition(self.source, node, text)
        self.voorwaarden.append(PlacedVoorwaarde(self.text(mapping, "id"), node, voorwaarde))
        return voorwaarde

    def as_hulpmiddel(self, node: Node) -> Hulpmiddel:
        """Return the tool that a node names."""
        key = self.as_text(node)
        if key not in self.hulpmiddelen:
            raise self.source.error_at(
                f"het hulpmiddel “{key}” staat niet onder `hulpmiddelen` bovenaan."
                f"{did_you_mean(key, self.hulpmiddelen)}",
                node,
            )
        return self.hulpmiddelen[key]

    def controle(self, mapping: MappingNode, key: str) -> Controle:
        """Return the bounds of an answer."""
        return Controle(**self.read(self.group(mapping, key), CONTROLE))

    def patroon(self, mapping: MappingNode, key: str) -> re.Pattern[str] | None:
        """Return a pattern."""
        text = self.text(mapping, key)
        try:
            return re.compile(text) if text else None
        except re.error as error:
            raise self.source.error_at(
                "dit patroon is geen geldige reguliere expressie.", mapping.pairs[key][1]
            ) from error

    def _check(self, vraag: Vraag, mapping: MappingNode) -> None:
        is_spoiled = False
        for objection in _objections_to(vraag):
            is_spoiled = True
            place = mapping.pairs[objection.key][1] if objection.key else mapping
            self.keep(self.source.error_at(objection.message, place))
        if is_spoiled:
            raise SpoiledError({"id": vraag.id})


CONTROLE: Schema = {
    "min": Key(
        Reader.whole, meaning="De ondergrens: van een getal, van het aantal rijen of tekens."
    ),
    "max": Key(
        Reader.whole, meaning="De bovengrens: van een getal, van het aantal rijen of tekens."
    ),
    "patroon": Key(
        Vraaglezer.patroon, meaning="Een reguliere expressie waar het hele antwoord bij past."
    ),
    "melding": Key(Reader.text, meaning="Wat iemand leest als het antwoord niet past."),
    "hoofdletters": Key(
        Reader.yes_by_default,
        meaning="`nee`: een antwoord van één regel wordt in kleine letters bewaard.",
    ),
}
KOLOM: Schema = {
    "id": Key(Vraaglezer.name, is_needed=True, meaning="De vaste naam van de kolom."),
    "label": Key(Reader.line, is_needed=True, meaning="Wat boven de kolom staat."),
    "type": Key(
        OneOf(column_types, TYPES.__getitem__, "regel"),
        meaning="Wat er in een cel past. Zonder `type` is dat een regel tekst.",
    ),
    "keuzes": Key(Each(Reader.as_line), meaning="Waaruit je kiest, bij het type `keuze`."),
    "verplicht": Key(Reader.yes, meaning="`ja`: elke rij heeft hier iets."),
    "functie": Key(
        Reader.yes,
        field="is_functie",
        meaning="`ja`: hier hoort een functie of een team, en geen naam van een persoon.",
    ),
}
VRAAG: Schema = {
    "id": Key(
        Vraaglezer.new_id,
        is_needed=True,
        meaning="De vaste naam van de vraag. Verander haar nooit: antwoorden en Word hangen eraan.",
    ),
    "label": Key(Reader.text, is_needed=True, meaning="Het korte opschrift in het document."),
    "vraag": Key(
        Reader.text, is_needed=True, meaning="De hele vraag, zoals het gesprek haar stelt."
    ),
    "type": Key(
        OneOf(lambda: TYPES, TYPES.__getitem__, "tekst"),
        is_needed=True,
        meaning="Wat voor antwoord erbij hoort.",
    ),
    "verplicht": Key(
        OneOf(lambda: Verplicht, Verplicht, Verplicht.NEE),
        meaning="Of er een antwoord moet zijn, en vanaf welke status.",
    ),
    "toelichting": Key(Reader.text, meaning="Uitleg bij de vraag."),
    "voorbeeld": Key(Reader.text, meaning="Een voorbeeld van een goed antwoord."),
    "hulpmiddelen": Key(
        Each(Vraaglezer.as_hulpmiddel),
        meaning="De namen van hulpmiddelen die helpen; ze staan onder `hulpmiddelen` bovenaan.",
    ),
    "standaard": Key(Reader.text, meaning="Wat geldt als er niets is ingevuld."),
    "keuzes": Key(
        Each(Reader.as_line),
        meaning="Waaruit je kiest, bij de types `keuze` en `meerkeuze`.",
    ),
    "kolommen": Key(
        Vraaglezer.kolommen, meaning="De kolommen van een tabel, van links naar rechts."
    ),
    "sorteer": Key(Reader.text, meaning="De kolom waarop het document de rijen ordent."),
    "beeld": Key(
        OneOf(lambda: ("", *Beeldsoort), lambda n: Beeldsoort(n) if n else None, ""),
        meaning="Wat het document van een tabel tekent.",
    ),
    "leeg": Key(Reader.text, meaning="Wat een vastgesteld plan zegt als er geen antwoord is."),
    "als": Key(
        Vraaglezer.voorwaarde,
        meaning="Wanneer de vraag meedoet, zoals `status = vastgesteld` of `budget is ingevuld`.",
    ),
    "controle": Key(Vraaglezer.controle, meaning="Grenzen aan het antwoord."),
    "was": Key(Each(Reader.as_text), meaning="Namen die de vraag in eerdere versies had."),
    "functie": Key(
        Reader.yes,
        field="is_functie",
        meaning="`ja`: het antwoord is een functie of een team, en geen naam van een persoon.",
    ),
}


class _Objection(NamedTuple):
    """What is wrong with a question, and the key of it that says so."""

    key: str
    message: str


def _objections_to(vraag: Vraag) -> Iterator[_Objection]:
    """Yield what makes a question impossible to answer, or to leave at its default."""
    if vraag.is_functie and not vraag.type.holds_names:
        names = _names_of(lambda one: one.holds_names)
        yield _Objection("functie", f"`functie` kan alleen bij het type {names}.")
    if vraag.type.has_choices != bool(vraag.keuzes):
        names = _names_of(lambda one: one.has_choices)
        yield _Objection("", f"`keuzes` hoort bij het type {names}, en alleen daarbij.")
    elif (vraag.type.shape is Shape.TABLE) != bool(vraag.kolommen):
        names = _names_of(lambda one: one.shape is Shape.TABLE)
        yield _Objection("", f"`kolommen` hoort bij het type {names}, en alleen daarbij.")
    else:  # without these, what the rest says would be no help
        yield from _objections_to_tabel(vraag)
        yield from _objections_to_values(vraag)


def _objections_to_tabel(vraag: Vraag) -> Iterator[_Objection]:
    kolommen = [kolom.id for kolom in vraag.kolommen]
    if vraag.sorteer and vraag.sorteer not in kolommen:
        yield _Objection(
            "sorteer",
            f"“{vraag.sorteer}” is geen kolom van deze"
            f" tabel.{did_you_mean(vraag.sorteer, kolommen)}",
        )
    for name in NEEDED_FOR_BEELD[vraag.beeld] if vraag.beeld else ():
        if name not in kolommen:
            yield _Objection(
                "beeld",
                f"voor een {vraag.beeld} mist deze tabel de kolom “{name}”.",
            )


def _objections_to_values(vraag: Vraag) -> Iterator[_Objection]:
    bound = vraag.controle
    if bound.min is not None and bound.max is not None and bound.min > bound.max:
        yield _Objection(
            "controle",
            f"`min` ({bound.min}) is meer dan `max` ({bound.max}), dus geen antwoord past.",
        )
    # A choice, given as an answer, must come back as itself.
    roomy = vraag._replace(controle=NO_CONTROLE)
    sign = "- " if vraag.type.asking is Asking.CHOICES else ""
    for keuze in vraag.keuzes:
        double = vraag.keuzes.count(keuze) > 1
        if not keuze or double or roomy.normalise(sign + keuze) != sign + keuze:
            yield _Objection(
                "keuzes", f"“{keuze}” kan hier niet: leeg, alleen streepjes, of al genoemd."
            )
    try:
        vraag.normalise(vraag.standaard)
    except AntwoordError as error:
        yield _Objection("standaard", f"deze `standaard` past niet bij de vraag: {error.message}")


def _names_of(fits: Callable[[VraagType], bool]) -> str:
    """Return the types that are so as they stand in a sentence."""
    *before, last = (name for name, one in TYPES.items() if fits(one))
    return f"{', '.join(before)} of {last}" if before else last
