"""`genereer`: plans in, Word files out. A fault in one plan does not stop the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError, UitvoerError, UitvoeringsplanError
from uitvoeringsplan.model.plan import Voortgang, voortgang
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.storage.vindplaats import PLAN_EINDE, find_plan, find_sjabloon
from uitvoeringsplan.storage.wordbestand import bewaar_word, lees_word
from uitvoeringsplan.tasks.omgeving import open_omgeving
from uitvoeringsplan.word.herkomst import is_bijgewerkt_in_word
from uitvoeringsplan.word.invullen import vul_in
from uitvoeringsplan.word.sjabloon import Sjabloon, open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from uitvoeringsplan.tasks.omgeving import Omgeving


class Gemaakt(NamedTuple):
    """What became of one plan: a Word file and how far the plan is, or a fault."""

    plan: Path
    word: Path | None = None
    voortgang: Voortgang | None = None
    fout: UitvoeringsplanError | None = None


class Opdracht(NamedTuple):
    """A checked order: these plans, this template, these places."""

    omgeving: Omgeving
    sjabloon: Sjabloon
    paren: tuple[tuple[Path, Path], ...]  # plan and its Word file
    overschrijf: bool

    def voer_uit(self) -> Iterator[Gemaakt]:
        """Make the Word files one by one, and tell of each what became of it."""
        for plan, word in self.paren:
            try:
                yield self._een(plan, word)
            except UitvoeringsplanError as fout:
                yield Gemaakt(plan, fout=fout)

    def _een(self, pad: Path, word: Path) -> Gemaakt:
        lijst = self.omgeving.vragenlijst
        plan = load_plan(pad, lijst).plan
        data = vul_in(self.sjabloon, lijst, plan)
        oud = lees_word(word)
        if oud is not None and not self.overschrijf and is_bijgewerkt_in_word(oud):
            raise UitvoerError(
                word,
                "dit bestand is na het maken in een ander programma bewaard, of komt ergens anders"
                " vandaan. Er is niets overschreven. Hernoem het, kies met -u een andere naam, of"
                " gebruik --overschrijf als het weg mag.",
            )
        if data != oud:
            bewaar_word(word, data)
        return Gemaakt(pad, word, voortgang(lijst, plan))


def neem_op(
    plannen: Sequence[Path],
    *,
    uit: Path | None = None,
    sjabloon: Path | None = None,
    vragen: Path | None = None,
    overschrijf: bool = False,
) -> Opdracht:
    """Return the order for these plans (none: the only one in this folder).

    `uit` is a file, or a folder when there are more plans. Raises before anything is written when
    the question set, the template or the places cannot be used.
    """
    omgeving = open_omgeving(vragen)
    paden = tuple(plannen) or (find_plan(None),)
    pad = find_sjabloon(omgeving.vragenlijst.sjabloon, sjabloon, omgeving.vragen_pad)
    data = lees_word(pad)
    if data is None:
        raise BestandError(pad, "dit sjabloon bestaat niet. Controleer de naam en de map.")
    return Opdracht(
        omgeving,
        open_sjabloon(data, str(pad), omgeving.vragenlijst),
        _beschermd(_paren(paden, uit), pad),
        overschrijf,
    )


def _paren(plannen: tuple[Path, ...], uit: Path | None) -> tuple[tuple[Path, Path], ...]:
    naar_map = uit is not None and (uit.is_dir() or len(plannen) > 1)
    if uit is not None and naar_map and not uit.is_dir():
        raise UitvoerError(
            uit, "dit is geen map. Bij meer dan één plan is -u de map waar de Word-bestanden komen."
        )
    paren: dict[Path, Path] = {}
    for plan in plannen:
        naam = plan.name.removesuffix(PLAN_EINDE).removesuffix(".yaml") + ".docx"
        word = plan.with_name(naam) if uit is None else uit / naam if naar_map else uit
        if word in paren.values() and plan not in paren:
            ander = next(p for p, w in paren.items() if w == word)
            raise UitvoerError(
                word, f"{ander} en {plan} krijgen dezelfde naam. Geef een van de twee een andere."
            )
        paren[plan] = word
    return tuple(paren.items())


def _beschermd(
    paren: tuple[tuple[Path, Path], ...], sjabloon: Path
) -> tuple[tuple[Path, Path], ...]:
    """Return the pairs; raises when a Word file would take the place of what it is made from."""
    bronnen = (sjabloon, *(plan for plan, _ in paren))
    namen = {bron.name for bron in bronnen}
    for _, word in paren:
        if word.name in namen and word.resolve() in {bron.resolve() for bron in bronnen}:
            raise UitvoerError(
                word,
                "dit is het plan of het sjabloon zelf. Kies met -u een andere naam voor het"
                " Word-bestand.",
            )
    return paren
