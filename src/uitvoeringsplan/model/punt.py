"""Open points: what somebody remarked about a plan, and whether it has been dealt with.

A remark comes from a comment in Word or is typed. It is about one question, or about the whole
plan, and it stays when it is closed: `klaar` says when that was. A point is never part of the
document; it says something about the plan and not what the plan says.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import PuntError
from uitvoeringsplan.model.datum import lees_datum
from uitvoeringsplan.model.tekst import een_regel, schoon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    _Inhoud = tuple[str, ...]

# Keys begin with a letter: they stand bare in YAML, and none looks like the number of a point.
_LETTER = "p"
_KORTSTE_SLEUTEL = 4  # signs of a key that are enough to name a point
_LANGSTE_NUMMER = 5


class OpenPunt(NamedTuple):
    """One remark, with its texts as they are stored (see `maak_punt`).

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
        return self.sleutel or sleutel_van(self)


def maak_punt(punt: OpenPunt) -> OpenPunt:
    """Return a point with its texts as they are stored; raises PuntError when it says nothing."""
    schone = OpenPunt(
        vraag=een_regel(punt.vraag),
        auteur=een_regel(punt.auteur),
        datum=_dag(punt.datum, "datum"),
        citaat=schoon(punt.citaat),
        tekst=schoon(punt.tekst),
        klaar=_dag(punt.klaar, "klaar"),
        sleutel=een_regel(punt.sleutel),
    )
    if not schone.tekst and not schone.citaat:
        raise PuntError("tekst", "dit punt zegt niets. Zet bij `tekst` wat er moet gebeuren.")
    return schone


def sleutel_van(punt: OpenPunt, keer: int = 1) -> str:
    """Return the key of a stored point: the same for each reading of the same comment.

    The quoted words are no part of it, because an answer may change around a comment. `keer` tells
    equal remarks apart that somebody made more than once.
    """
    wat = (punt.vraag, punt.auteur, punt.datum, punt.tekst or punt.citaat)
    delen = [*wat, str(keer)] if keer > 1 else wat
    # A sign that no cleaned text can hold keeps the parts apart.
    return _LETTER + sha256("\x1f".join(delen).encode()).hexdigest()[:15]


def met_sleutels(punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return stored points from one source, each with a key of its own.

    The second of two equal remarks gets another key than the first, and gets it again next time.
    """
    bezet: set[str] = set()
    uit = []
    for punt in punten:
        keer, sleutel = 1, punt.kenmerk
        while sleutel in bezet:
            keer += 1
            sleutel = sleutel_van(punt, keer)
        bezet.add(sleutel)
        uit.append(punt._replace(sleutel=sleutel))
    return tuple(uit)


def nieuwe_punten(bestaand: Iterable[OpenPunt], erbij: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    """Return the points of `erbij`, from one source, that are not there yet, each with its key.

    A point that was closed is there, so reading the same comments again does not open it.
    """
    return tuple(punt for punt, bekend in herken(bestaand, erbij) if bekend is None)


def herken(
    bestaand: Iterable[OpenPunt], komend: Iterable[OpenPunt], *, elders: bool = False
) -> list[tuple[OpenPunt, OpenPunt | None]]:
    """Return points from one source, each with its key and with the known point that it is.

    One that went out as a comment and comes back has another key; that it says the same tells. A
    known point is the same as no more than one that comes. With `elders` the question may differ
    when either is about the whole plan: a document does not always tell what a comment is about.
    """
    komend = met_sleutels(komend)
    sleutels = {punt.sleutel for punt in komend}
    bekend = {punt.kenmerk: punt for punt in bestaand}
    over: dict[_Inhoud, list[OpenPunt]] = {}
    for naam, punt in bekend.items():
        if naam not in sleutels:
            over.setdefault(_inhoud(punt), []).append(punt)
    paren = [(punt, bekend.get(punt.sleutel) or _neem(over, _inhoud(punt))) for punt in komend]
    if not elders:
        return paren
    # Only now: a point about the same question comes first.
    return [(punt, was or _neem_elders(over, punt)) for punt, was in paren]


def _neem(over: dict[_Inhoud, list[OpenPunt]], inhoud: _Inhoud) -> OpenPunt | None:
    gelijk = over.get(inhoud)
    return gelijk.pop(0) if gelijk else None


def _neem_elders(over: dict[_Inhoud, list[OpenPunt]], punt: OpenPunt) -> OpenPunt | None:
    _, *wat = _inhoud(punt)
    vragen = [""] if punt.vraag else [vraag for vraag, *zegt in over if zegt == wat]
    return next((was for vraag in vragen if (was := _neem(over, (vraag, *wat)))), None)


def plaats_van(punt: OpenPunt, punten: Sequence[OpenPunt], rang: Mapping[str, int]) -> int:
    """Return where in `punten` a new one belongs: behind the last that comes before it.

    The order is that of the questions (`rang`; the whole plan first), of one question that of the
    dates. Two people who add points to different questions so touch different places of a file.
    """

    def orde(een: OpenPunt) -> tuple[int, str, str]:
        return rang.get(een.vraag, -1), een.datum, een.kenmerk

    eigen = orde(punt)
    return max((i for i, ander in enumerate(punten, 1) if orde(ander) < eigen), default=0)


def zoek_punt(punten: Sequence[OpenPunt], aanduiding: str) -> int:
    """Return the index of the point with this number (from 1) or key; raises PuntError.

    The beginning of a key is enough when no other point has it.
    """
    aanduiding = een_regel(aanduiding)
    if aanduiding.isascii() and aanduiding.isdecimal() and len(aanduiding) <= _LANGSTE_NUMMER:
        nummer = int(aanduiding)
        if 0 < nummer <= len(punten):
            return nummer - 1
    elif len(aanduiding) >= _KORTSTE_SLEUTEL:
        heel = [i for i, punt in enumerate(punten) if punt.kenmerk == aanduiding]
        begin = [i for i, punt in enumerate(punten) if punt.kenmerk.startswith(aanduiding)]
        if len(heel or begin) == 1:
            return (heel or begin)[0]
    aantal = len(punten)
    tip = f"Kies een nummer van 1 tot en met {aantal}." if aantal else "Dit plan heeft geen punten."
    raise PuntError("", f"“{aanduiding}” is geen punt van dit plan. {tip}")


def _inhoud(punt: OpenPunt) -> _Inhoud:
    """Return what a comment says, by the words of it: programs may wrap them otherwise."""
    return punt.vraag, punt.auteur, punt.datum, een_regel(punt.tekst or punt.citaat)


def _dag(tekst: str, veld: str) -> str:
    """Return a date as it is stored; of a moment, as Word writes it, the day."""
    tekst = een_regel(tekst)
    datum = lees_datum(tekst) or (lees_datum(tekst[:10]) if tekst[10:11] == "T" else None)
    if datum is None and tekst:
        raise PuntError(veld, f"“{tekst}” is geen datum. Schrijf de datum als 2027-01-31.")
    return datum.isoformat() if datum else ""
