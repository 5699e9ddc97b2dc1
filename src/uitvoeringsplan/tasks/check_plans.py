"""`controleer`: whether a plan is ready for the college and the web. Nothing is written.

A plan that cannot be read is a finding about that plan, and does not stop the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.checks.plan.keuring import Ernaast, Gemaakt, Keuring
from uitvoeringsplan.checks.plan.rules import NOT_COUNTED, UNREADABLE, check_plan
from uitvoeringsplan.errors import BestandError, InhoudError, UitvoeringsplanError
from uitvoeringsplan.files.file_reading import leesmeldingen
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.files.word_file import lees_word
from uitvoeringsplan.model.bevinding import Bevinding, Ernst
from uitvoeringsplan.model.fingerprint import antwoordafdruk
from uitvoeringsplan.model.uitgave import intern_deel, openbaar_deel, plan_voor
from uitvoeringsplan.model.velden import INDELING
from uitvoeringsplan.plan.line_numbers import regel_van, regel_van_punt
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.destinations import bestemmingen
from uitvoeringsplan.tasks.environment import open_omgeving
from uitvoeringsplan.tasks.fill_plan import (
    HUISSTIJL,
    INTERN,
    MET_PUNTEN,
    SJABLOON,
    Keuze,
    Sjablonen,
    vul_plan_in,
)
from uitvoeringsplan.word.herkomst import afdrukken, is_bijgewerkt_in_word
from uitvoeringsplan.word.invullen import zonder_plaats
from uitvoeringsplan.word.maakopties import read_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from uitvoeringsplan.files.file_reading import Leesmelding
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand

_VOLGORDE = tuple(Ernst)


class Gecontroleerd(NamedTuple):
    """One plan with its findings, the heaviest first and then by line."""

    pad: Path
    bevindingen: tuple[Bevinding, ...]

    def aantal(self, ernst: Ernst) -> int:
        """Return how many findings weigh this much."""
        return sum(een.ernst is ernst for een in self.bevindingen)


def controleer(
    plannen: Sequence[Path],
    *,
    vragen: Path | None = None,
    sjabloon: Path | None = None,
    huisstijl: Path | None = None,
) -> Iterator[Gecontroleerd]:
    """Return the findings about these plans (none: the only one in this folder), one by one.

    `sjabloon` and `huisstijl` are those that `genereer` gets. Raises BestandError,
    VragenlijstError or SjabloonError for what holds for all of them.
    """
    maker = _Maker(vragen, sjabloon, huisstijl)
    for pad in dict.fromkeys(plannen or [find_plan(None)]):
        yield Gecontroleerd(pad, tuple(sorted(_bevindingen(maker, pad), key=_orde)))


def _bevindingen(maker: _Maker, pad: Path) -> Iterator[Bevinding]:
    gemeld: list[Leesmelding] = []
    try:
        with leesmeldingen(gemeld.append):
            bestand = load_plan(pad, maker.heel)
    except (BestandError, InhoudError) as fout:
        plaats = fout.plaats if isinstance(fout, InhoudError) else None
        melding = fout.melding[:1].lower() + fout.melding[1:]
        line = plaats.regel if plaats else None
        yield Bevinding(Ernst.FOUT, melding, rule_id=UNREADABLE.id, line=line)
        return
    for een in gemeld:
        weight = Ernst.WAARSCHUWING
        yield Bevinding(weight, een.melding, rule_id=NOT_COUNTED.id, line=een.regel)
    gemaakt = maker.document(bestand)
    keuring = Keuring(
        str(pad),
        maker.heel,
        bestand.plan,
        bestand.punten,
        gemaakt,
        _ernaast(bestand, maker, gemaakt.data),
    )
    for bevinding in check_plan(keuring):
        yield bevinding._replace(line=_line(bestand, bevinding))


def _line(bestand: Planbestand, bevinding: Bevinding) -> int | None:
    """Return the line in the plan that a finding is about, from 1; None when it is about none."""
    if bevinding.punt:
        return regel_van_punt(bestand, bevinding.punt)
    vraag = bevinding.vraag
    return regel_van(bestand, vraag.id, bevinding.woorden) if vraag else None


def _orde(bevinding: Bevinding) -> tuple[int, int]:
    return _VOLGORDE.index(bevinding.ernst), bevinding.line or 0


class _Maker:
    """Makes the document of a plan as `genereer` does, in memory; templates are opened once."""

    def __init__(self, vragen: Path | None, sjabloon: Path | None, huisstijl: Path | None) -> None:
        self._omgeving = open_omgeving(vragen)
        self._eigen = sjabloon, huisstijl
        self._vragen = vragen
        self.heel: Vragenlijst = self._omgeving.vragenlijst
        self.deel: Vragenlijst = openbaar_deel(self.heel)
        self._sjablonen: dict[bool, Sjablonen] = {False: self._maak_sjablonen(self.deel)}

    def document(self, bestand: Planbestand) -> Gemaakt:
        """Return what comes of a plan; what stands in the way is said in words."""
        try:
            gevuld = vul_plan_in(bestand, self._sjablonen[False], Keuze(self.deel))
        except UitvoeringsplanError as fout:
            return Gemaakt(bezwaar=str(fout).split("\n", 1)[0])  # without the line pointed at
        sjabloon = gevuld.aangekleed.sjabloon
        return Gemaakt(gevuld.data, zonder_plaats(sjabloon, self.deel, gevuld.plan))

    def opnieuw(self, bestand: Planbestand, opties: Mapping[str, str]) -> Opnieuw:
        """Return what comes of a plan with the options that a document was made with."""
        intern = INTERN in opties
        deel = intern_deel(self.heel) if intern else self.deel
        if intern not in self._sjablonen:
            self._sjablonen[intern] = self._maak_sjablonen(deel)
        keuze = Keuze(deel, opties.get(INDELING, ""), intern, MET_PUNTEN in opties)
        gevuld = vul_plan_in(bestand, self._sjablonen[intern], keuze)
        nu = self._sjablonen[intern].opties(gevuld.aangekleed.huisstijl)
        eigen = tuple(
            naam
            for naam in (SJABLOON, HUISSTIJL)
            if naam in opties and opties[naam] != nu.get(naam)
        )
        return Opnieuw(gevuld.data, deel, gevuld.plan, eigen)

    def words_again(self, word: Path, opties: Mapping[str, str]) -> tuple[str, ...]:
        """Return the words behind `genereer` and the plan that make a file with these options."""
        uit: list[str] = ["--indeling", opties[INDELING]] if INDELING in opties else []
        for naam, pad in zip((SJABLOON, HUISSTIJL), self._eigen, strict=True):
            uit += [f"--{naam}", str(pad)] if naam in opties and pad is not None else []
        soort = [f"--{naam}" for naam in (INTERN, MET_PUNTEN) if naam in opties]
        uit += [*soort, "-u", str(word)] if soort else []  # else it would get a name of its own
        return (*uit, "--vragen", str(self._vragen)) if self._vragen is not None else tuple(uit)

    def _maak_sjablonen(self, deel: Vragenlijst) -> Sjablonen:
        return Sjablonen(deel, self._omgeving.vragen_pad, *self._eigen)


class Opnieuw(NamedTuple):
    """A document made again; `eigen` are the options whose files are others than at the time."""

    data: bytes
    deel: Vragenlijst
    plan: Plan
    eigen: tuple[str, ...]


def _ernaast(bestand: Planbestand, maker: _Maker, gemaakt: bytes) -> Ernaast | None:
    """Return what is known of the Word file beside a plan; None when there is none."""
    ((_, word),) = bestemmingen((bestand.pad,), None)
    try:
        data = lees_word(word)
    except UitvoeringsplanError as fout:
        return Ernaast(str(word), bezwaar=_zonder_naam(fout, word))
    if data is None:
        return None
    if data == gemaakt:
        return Ernaast(str(word), is_actueel=True)
    if not is_bijgewerkt_in_word(data):
        return _onbewerkt(word, data, bestand, maker)
    # Reading a file back takes most of the reader; few plans have one that was edited.
    from uitvoeringsplan.tasks.read_back import lees_in  # noqa: PLC0415

    try:
        inlezing = lees_in(bestand, word)
    except UitvoeringsplanError as fout:
        return Ernaast(str(word), is_bewerkt=True, bezwaar=_zonder_naam(fout, word))
    wegen = (weg for weg in inlezing.driewegen if weg.verandert or weg in inlezing.botsingen)
    vragen = [*(weg.vraag for weg in wegen), *(vraag for vraag, _ in inlezing.geweigerd)]
    anders = tuple({vraag.id: vraag for vraag in vragen}.values())
    return Ernaast(
        str(word),
        is_bewerkt=True,
        anders=anders,
        opmerkingen=inlezing.nieuwe_punten,
        afgehandeld=len(inlezing.afgehandeld),
        vreemd=inlezing.vreemd,
        twijfels=inlezing.twijfels,
        buiten=inlezing.vast.verschillen,
        opties=maker.words_again(word, read_options(data)),
        is_nagekeken=inlezing.vast.is_bekend,
    )


def _onbewerkt(word: Path, data: bytes, bestand: Planbestand, maker: _Maker) -> Ernaast:
    """Return what is known of a file that nobody edited, and that is not what a plain run makes."""
    opties = read_options(data)
    woorden = maker.words_again(word, opties)
    if not opties:
        plan = plan_voor(maker.deel, bestand.vragenlijst, bestand.plan)
        return Ernaast(str(word), anders=_veranderd(data, maker.deel, plan), opties=woorden)
    try:
        opnieuw = maker.opnieuw(bestand, opties)
    except UitvoeringsplanError as fout:
        return Ernaast(str(word), bezwaar=str(fout).split("\n", 1)[0])
    anders = _veranderd(data, opnieuw.deel, opnieuw.plan)
    return Ernaast(
        str(word),
        is_actueel=data == opnieuw.data,
        anders=anders,
        eigen=opnieuw.eigen,
        opties=woorden,
    )


def _veranderd(data: bytes, deel: Vragenlijst, plan: Plan) -> tuple[Vraag, ...]:
    """Return the questions whose answers are not those that a file of ours was made from."""
    toen = afdrukken(data)
    return tuple(
        vraag
        for vraag in (*deel.gegevens, *deel.vragen)
        if vraag.id in toen and toen[vraag.id] != antwoordafdruk(vraag, plan.tekst(vraag))
    )


def _zonder_naam(fout: UitvoeringsplanError, pad: Path) -> str:
    return str(fout).removeprefix(f"{pad}: ")
