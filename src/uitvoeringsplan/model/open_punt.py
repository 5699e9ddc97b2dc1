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
    that it is about. `datum` and `klaar` are ISO dates or empty. `key` is what another reading
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
    def attribute(self) -> str:
        """What tells this point from others: its key, or the one that it would get."""
        return self.sleutel or key_of(self)


class BenoemdPunt(NamedTuple):
    """A point with its short name, and the label of its question."""

    name: str
    punt: OpenPunt
    label: str


def make_punt(punt: OpenPunt) -> OpenPunt:
    """Return a point with its texts as they are stored; raises PuntError when it says nothing."""
    cleaned = OpenPunt(
        vraag=one_line(punt.vraag),
        auteur=one_line(punt.auteur),
        datum=_day(punt.datum, "datum"),
        citaat=clean(punt.citaat),
        tekst=clean(punt.tekst),
        klaar=_day(punt.klaar, "klaar"),
        sleutel=one_line(punt.sleutel),
    )
    if not cleaned.tekst and not cleaned.citaat:
        raise PuntError("tekst", "dit punt zegt niets. Zet bij `tekst` wat er moet gebeuren.")
    return cleaned


def key_of(punt: OpenPunt, time: int = 1) -> str:
    """Return the key of a stored point: the same for each reading of the same comment.

    The quoted words are no part of it, because an answer may change around a comment. `time` tells
    equal remarks apart that somebody made more than once.
    """
    what = (punt.vraag, punt.auteur, punt.datum, punt.tekst or punt.citaat)
    parts = [*what, str(time)] if time > 1 else what
    # A sign that no cleaned text can hold keeps the parts apart.
    return LETTER + digest("\x1f".join(parts).encode(), 15)


def with_keys(punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return stored points from one source, each with a key of its own.

    The second of two equal remarks gets another key than the first, and gets it again next time.
    """
    taken: set[str] = set()
    times: dict[str, int] = {}  # so that the last of many equal ones does not try them all
    result = []
    for punt in punten:
        own = key = punt.attribute
        while key in taken:
            times[own] = times.get(own, 1) + 1
            key = key_of(punt, times[own])
        taken.add(key)
        result.append(punt._replace(sleutel=key))
    return tuple(result)


def new_punten(existing: Iterable[OpenPunt], added: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return the points of `added`, from one source, that are not there yet, each with its key.

    A point that was closed is there, so reading the same comments again does not open it.
    """
    return tuple(punt for punt, known in recognise(existing, added) if known is None)


def recognise(
    existing: Iterable[OpenPunt], coming: Iterable[OpenPunt], *, elders: bool = False
) -> list[tuple[OpenPunt, OpenPunt | None]]:
    """Return points from one source, each with its key and with the known point that it is.

    One that went out as a comment and comes back has another key; that it says the same tells, and
    of more that say the same, which words it quotes. A known point is the same as no more than one
    that comes. With `elders` the question may differ when either is about the whole plan: a
    document does not always tell what a comment is about.
    """
    coming = with_keys(coming)
    keys = {punt.sleutel for punt in coming}
    known = {punt.attribute: punt for punt in existing}
    over = _Stock(punt for name, punt in known.items() if name not in keys)
    pairs = [(punt, known.get(punt.sleutel) or over.take(punt)) for punt in coming]
    if not elders:
        return pairs
    # Only now: a point about the same question comes first.
    return [(punt, was or over.take(punt, elders=True)) for punt, was in pairs]


class _Stock:
    """Known points by what they say, each to be taken once."""

    def __init__(self, punten: Iterable[OpenPunt]) -> None:
        self._punten: dict[_Inhoud, dict[str, list[OpenPunt]]] = {}
        for punt in punten:
            self._punten.setdefault(_content(punt), {}).setdefault(punt.vraag, []).append(punt)

    def take(self, punt: OpenPunt, *, elders: bool = False) -> OpenPunt | None:
        """Return a point that says the same, the one that quotes the same words first."""
        if not self._punten:
            return None
        per_vraag = self._punten.get(_content(punt), {})
        vragen = [punt.vraag]
        if elders:
            vragen = [""] if punt.vraag else [*per_vraag]
        possible = [per_vraag[vraag] for vraag in vragen if per_vraag.get(vraag)]
        words = one_line(punt.citaat)
        for punten in possible:
            for i, candidate in enumerate(punten):
                if one_line(candidate.citaat) == words:
                    return punten.pop(i)
        return possible[0].pop(0) if possible else None


def place_new(
    new: Iterable[OpenPunt], punten: Sequence[OpenPunt], rank: Mapping[str, int]
) -> list[tuple[int, OpenPunt]]:
    """Return where in `punten` new ones belong, in the order in which they come there.

    Each stands behind the last that comes before it. The order is that of the questions (`rank`;
    the whole plan first), of one question that of the dates. Two people who add points to different
    questions so touch different places of a file.
    """

    def order(one: OpenPunt) -> tuple[int, str, str]:
        return rank.get(one.vraag, -1), one.datum, one.attribute

    # Of what comes before a point only the last place counts, so both are gone through once.
    existing = sorted((order(punt), i) for i, punt in enumerate(punten, 1))
    result = []
    had = place = 0
    for own, punt in sorted((order(punt), punt) for punt in new):
        while had < len(existing) and existing[had][0] < own:
            place = max(place, existing[had][1])
            had += 1
        result.append((place, punt))
    return result


def names_of(punten: Iterable[OpenPunt]) -> tuple[str, ...]:
    """Return a short name for each point: the first signs of its key.

    No name depends on the order, so none passes to another point when one is added. Two keys that
    begin alike have longer names; then what both begin with names neither.
    """
    keys = [punt.sleutel.casefold() for punt in with_keys(punten)]
    in_order = sorted(keys)
    equal = [*map(_equal_start, in_order, in_order[1:]), 0]
    names = {}
    for i, key in enumerate(in_order):
        length = max(_NAME, equal[i] + 1, equal[i - 1] + 1)
        while key[:length].isdecimal() and length < len(key):
            length += 1  # a name that could be read as a number is none
        names[key] = key[:length]
    return tuple(names[key] for key in keys)


def find_punt(punten: Sequence[OpenPunt], designation: str) -> int:
    """Return the index of the point with this name or key; raises PuntError.

    Any beginning of a key will do that no other key has. A number names no point: it would be that
    of another one as soon as one is added.
    """
    sought = one_line(designation).casefold()
    keys = [punt.sleutel.casefold() for punt in with_keys(punten)]
    found = [i for i, key in enumerate(keys) if key == sought]
    if not found and len(sought) >= _MIN_NAME and not sought.isdecimal():
        found = [i for i, key in enumerate(keys) if key.startswith(sought)]
    if len(found) == 1:
        return found[0]
    names = names_of(punten)
    if found:
        keuzes = ", ".join(names[i] for i in found[:_MAX_NAMES])
        raise PuntError("", f"“{designation}” kan meer dan één punt zijn. Kies uit: {keuzes}.")
    tip = "Dit plan heeft geen punten."
    if names:
        tip = f"Een punt heeft een naam, zoals {names[0]}; `uitvoeringsplan punt --alles` noemt ze."
    if names and sought.isdecimal():
        tip = f"Een nummer kan verschuiven. {tip}"
    raise PuntError("", f"“{designation}” is geen punt van dit plan. {tip}")


def _equal_start(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    end = min(len(one), len(other))
    return next((i for i in range(end) if one[i] != other[i]), end)


def _content(punt: OpenPunt) -> _Inhoud:
    """Return what a comment says, by the words of it: programs may wrap them otherwise."""
    return punt.auteur, punt.datum, one_line(punt.tekst or punt.citaat)


def _day(text: str, veld: str) -> str:
    """Return a date as it is stored; of a moment, as Word writes it, the day."""
    text = one_line(text)
    datum = read_datum(text) or (read_datum(text[:10]) if text[10:11] == "T" else None)
    if datum is None and text:
        raise PuntError(veld, f"“{text}” is geen datum. Schrijf de datum als 2027-01-31.")
    return datum.isoformat() if datum else ""
