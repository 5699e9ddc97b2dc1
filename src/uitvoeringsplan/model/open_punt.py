"""Open points: what somebody remarked about a plan, and whether it has been dealt with.

A remark comes from a comment in Word or is typed. It is about one question, or about the whole
plan, and it stays when it is closed: `klaar` says when that was. A point is never part of the
document; it says something about the plan and not what the plan says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import PuntError
from uitvoeringsplan.model.checksum import digest
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.datum import read_datum
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    _Inhoud = tuple[str, ...]

# Keys begin with a letter: they stand bare in YAML, and none looks like a number.
LETTER = "p"
_MIN_NAME = 4  # signs of a key with which somebody may mean a point
_MAX_NAMES = 5  # in a sentence
_NAME = 6  # signs of a key that name a point, when no other key begins with them


class OpenPunt(NamedTuple):
    """One remark, with its texts as they are stored (see `make_punt`).

    `vraag` is the id of a question or field, or empty for the whole plan. `citaat` holds the words
    that it is about. `datum` and `klaar` are ISO dates or empty. `sleutel` is what another reading
    of the same comment recognises it by; a point that was typed into the file may have none.
    """

    vraag: str = ""
    auteur: str = ""
    datum: str = ""
    citaat: str = ""
    tekst: str = ""
    klaar: str = ""
    sleutel: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something with it."""
        return not self.klaar

    @property
    def kenmerk(self) -> str:
        """What tells this point from others: its key, or the one that it would get."""
        return self.sleutel or key_of(self)


class BenoemdPunt(NamedTuple):
    """A point with its short name, and the label of its question."""

    naam: str
    punt: OpenPunt
    label: str


def make_punt(punt: OpenPunt) -> OpenPunt:
    """Return a point with its texts as they are stored; raises PuntError when it says nothing."""
    schone = OpenPunt(
        vraag=one_line(punt.vraag),
        auteur=one_line(punt.auteur),
        datum=_day(punt.datum, "datum"),
        citaat=clean(punt.citaat),
        tekst=clean(punt.tekst),
        klaar=_day(punt.klaar, "klaar"),
        sleutel=one_line(punt.sleutel),
    )
    if not schone.tekst and not schone.citaat:
        raise PuntError("tekst", "dit punt zegt niets. Zet bij `tekst` wat er moet gebeuren.")
    return schone


def key_of(punt: OpenPunt, keer: int = 1) -> str:
    """Return the key of a stored point: the same for each reading of the same comment.

    The quoted words are no part of it, because an answer may change around a comment. `keer` tells
    equal remarks apart that somebody made more than once.
    """
    wat = (punt.vraag, punt.auteur, punt.datum, punt.tekst or punt.citaat)
    delen = [*wat, str(keer)] if keer > 1 else wat
    # A sign that no cleaned text can hold keeps the parts apart.
    return LETTER + digest("\x1f".join(delen).encode(), 15)


def with_keys(punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return stored points from one source, each with a key of its own.

    The second of two equal remarks gets another key than the first, and gets it again next time.
    """
    bezet: set[str] = set()
    keren: dict[str, int] = {}  # so that the last of many equal ones does not try them all
    uit = []
    for punt in punten:
        eigen = sleutel = punt.kenmerk
        while sleutel in bezet:
            keren[eigen] = keren.get(eigen, 1) + 1
            sleutel = key_of(punt, keren[eigen])
        bezet.add(sleutel)
        uit.append(punt._replace(sleutel=sleutel))
    return tuple(uit)


def new_punten(bestaand: Iterable[OpenPunt], erbij: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return the points of `erbij`, from one source, that are not there yet, each with its key.

    A point that was closed is there, so reading the same comments again does not open it.
    """
    return tuple(punt for punt, bekend in recognise(bestaand, erbij) if bekend is None)


def recognise(
    bestaand: Iterable[OpenPunt], komend: Iterable[OpenPunt], *, elders: bool = False
) -> list[tuple[OpenPunt, OpenPunt | None]]:
    """Return points from one source, each with its key and with the known point that it is.

    One that went out as a comment and comes back has another key; that it says the same tells, and
    of more that say the same, which words it quotes. A known point is the same as no more than one
    that comes. With `elders` the question may differ when either is about the whole plan: a
    document does not always tell what a comment is about.
    """
    komend = with_keys(komend)
    sleutels = {punt.sleutel for punt in komend}
    bekend = {punt.kenmerk: punt for punt in bestaand}
    over = _Stock(punt for naam, punt in bekend.items() if naam not in sleutels)
    paren = [(punt, bekend.get(punt.sleutel) or over.neem(punt)) for punt in komend]
    if not elders:
        return paren
    # Only now: a point about the same question comes first.
    return [(punt, was or over.neem(punt, elders=True)) for punt, was in paren]


class _Stock:
    """Known points by what they say, each to be taken once."""

    def __init__(self, punten: Iterable[OpenPunt]) -> None:
        self._punten: dict[_Inhoud, dict[str, list[OpenPunt]]] = {}
        for punt in punten:
            self._punten.setdefault(_content(punt), {}).setdefault(punt.vraag, []).append(punt)

    def neem(self, punt: OpenPunt, *, elders: bool = False) -> OpenPunt | None:
        """Return a point that says the same, the one that quotes the same words first."""
        if not self._punten:
            return None
        per_vraag = self._punten.get(_content(punt), {})
        vragen = [punt.vraag]
        if elders:
            vragen = [""] if punt.vraag else [*per_vraag]
        mogelijk = [per_vraag[vraag] for vraag in vragen if per_vraag.get(vraag)]
        woorden = one_line(punt.citaat)
        for punten in mogelijk:
            for i, kandidaat in enumerate(punten):
                if one_line(kandidaat.citaat) == woorden:
                    return punten.pop(i)
        return mogelijk[0].pop(0) if mogelijk else None


def place_new(
    nieuw: Iterable[OpenPunt], punten: Sequence[OpenPunt], rang: Mapping[str, int]
) -> list[tuple[int, OpenPunt]]:
    """Return where in `punten` new ones belong, in the order in which they come there.

    Each stands behind the last that comes before it. The order is that of the questions (`rang`;
    the whole plan first), of one question that of the dates. Two people who add points to different
    questions so touch different places of a file.
    """

    def orde(een: OpenPunt) -> tuple[int, str, str]:
        return rang.get(een.vraag, -1), een.datum, een.kenmerk

    # Of what comes before a point only the last place counts, so both are gone through once.
    bestaand = sorted((orde(punt), i) for i, punt in enumerate(punten, 1))
    uit = []
    gehad = plek = 0
    for eigen, punt in sorted((orde(punt), punt) for punt in nieuw):
        while gehad < len(bestaand) and bestaand[gehad][0] < eigen:
            plek = max(plek, bestaand[gehad][1])
            gehad += 1
        uit.append((plek, punt))
    return uit


def names_of(punten: Iterable[OpenPunt]) -> tuple[str, ...]:
    """Return a short name for each point: the first signs of its key.

    No name depends on the order, so none passes to another point when one is added. Two keys that
    begin alike have longer names; then what both begin with names neither.
    """
    sleutels = [punt.sleutel.casefold() for punt in with_keys(punten)]
    op_volgorde = sorted(sleutels)
    gelijk = [*map(_equal_begin, op_volgorde, op_volgorde[1:]), 0]
    namen = {}
    for i, sleutel in enumerate(op_volgorde):
        lengte = max(_NAME, gelijk[i] + 1, gelijk[i - 1] + 1)
        while sleutel[:lengte].isdecimal() and lengte < len(sleutel):
            lengte += 1  # a name that could be read as a number is none
        namen[sleutel] = sleutel[:lengte]
    return tuple(namen[sleutel] for sleutel in sleutels)


def find_punt(punten: Sequence[OpenPunt], aanduiding: str) -> int:
    """Return the index of the point with this name or key; raises PuntError.

    Any beginning of a key will do that no other key has. A number names no point: it would be that
    of another one as soon as one is added.
    """
    gezocht = one_line(aanduiding).casefold()
    sleutels = [punt.sleutel.casefold() for punt in with_keys(punten)]
    gevonden = [i for i, sleutel in enumerate(sleutels) if sleutel == gezocht]
    if not gevonden and len(gezocht) >= _MIN_NAME and not gezocht.isdecimal():
        gevonden = [i for i, sleutel in enumerate(sleutels) if sleutel.startswith(gezocht)]
    if len(gevonden) == 1:
        return gevonden[0]
    namen = names_of(punten)
    if gevonden:
        keuzes = ", ".join(namen[i] for i in gevonden[:_MAX_NAMES])
        raise PuntError("", f"“{aanduiding}” kan meer dan één punt zijn. Kies uit: {keuzes}.")
    tip = "Dit plan heeft geen punten."
    if namen:
        tip = f"Een punt heeft een naam, zoals {namen[0]}; `uitvoeringsplan punt --alles` noemt ze."
    if namen and gezocht.isdecimal():
        tip = f"Een nummer kan verschuiven. {tip}"
    raise PuntError("", f"“{aanduiding}” is geen punt van dit plan. {tip}")


def _equal_begin(een: str, ander: str) -> int:
    """Return how many signs two texts begin with alike."""
    tot = min(len(een), len(ander))
    return next((i for i in range(tot) if een[i] != ander[i]), tot)


def _content(punt: OpenPunt) -> _Inhoud:
    """Return what a comment says, by the words of it: programs may wrap them otherwise."""
    return punt.auteur, punt.datum, one_line(punt.tekst or punt.citaat)


def _day(tekst: str, veld: str) -> str:
    """Return a date as it is stored; of a moment, as Word writes it, the day."""
    tekst = one_line(tekst)
    datum = read_datum(tekst) or (read_datum(tekst[:10]) if tekst[10:11] == "T" else None)
    if datum is None and tekst:
        raise PuntError(veld, f"“{tekst}” is geen datum. Schrijf de datum als 2027-01-31.")
    return datum.isoformat() if datum else ""
