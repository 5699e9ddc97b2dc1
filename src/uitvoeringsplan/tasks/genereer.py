"""`genereer`: plans in, Word files out. A fault in one plan does not stop the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import (
    AntwoordError,
    GebruikError,
    OnbekendeVraagError,
    UitvoerError,
    UitvoeringsplanError,
)
from uitvoeringsplan.model.plan import Voortgang, voortgang
from uitvoeringsplan.model.uitgave import intern_deel, openbaar_deel
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.storage.vindplaats import (
    HUISSTIJL,
    find_huisstijl,
    find_plan,
)
from uitvoeringsplan.storage.wordbestand import (
    bewaar_word,
    keep_previous,
    lees_word,
    maak_map,
    ruim_tijdelijke_op,
)
from uitvoeringsplan.tasks.aankleden import Sjablonen
from uitvoeringsplan.tasks.bestemming import bescherm, bestemmingen, is_map
from uitvoeringsplan.tasks.omgeving import open_omgeving
from uitvoeringsplan.tasks.uitgeven import (
    DIWOO,
    FORMATEN,
    andere_formaten,
    bewaar_uitgave,
    metadata,
    vreemde_uitgave,
)
from uitvoeringsplan.tasks.vullen import INDELING, Keuze, vul_plan_in
from uitvoeringsplan.word.herkomst import is_bijgewerkt_in_word
from uitvoeringsplan.word.invullen import zonder_plaats
from uitvoeringsplan.word.sjabloon.openen import kent_indeling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.tasks.omgeving import Omgeving


class Wens(NamedTuple):
    """What the user asked for besides the Word file itself."""

    sjabloon: Path | None = None
    huisstijl: Path | None = None
    indeling: str = ""  # instead of what the plan says
    formaten: tuple[str, ...] = ()  # of `uitgeven.FORMATEN`
    intern: bool = False
    metadata: bool = False
    overschrijf: bool = False
    adres: str = ""  # of the document on the web, for the metadata
    met_punten: bool = False  # a working copy, with the open points as comments


ALLEEN_WORD = Wens()


class Puntentelling(NamedTuple):
    """How many open points became a comment, and how many found no place in the document."""

    geplaatst: int
    zonder_plaats: int


class Gemaakt(NamedTuple):
    """What became of one plan: a Word file and what comes with it, or a fault."""

    plan: Path
    word: Path | None = None
    voortgang: Voortgang | None = None
    zonder_plaats: tuple[Vraag, ...] = ()  # answered, but the template has no place for it
    erbij: tuple[Path, ...] = ()  # the other files
    ontbreekt: tuple[str, ...] = ()  # what the metadata still misses
    weggelaten: tuple[str, ...] = ()  # what of template and house style has no place, as sentences
    punten: Puntentelling | None = None  # when they were asked for
    fout: UitvoeringsplanError | None = None
    vorige: tuple[Path, ...] = ()  # where files went that were edited or not ours, and gave way


class Opdracht(NamedTuple):
    """A checked order: these plans, this template, these places."""

    omgeving: Omgeving
    deel: Vragenlijst  # what the document is about: the public or the internal part
    sjablonen: Sjablonen
    paren: tuple[tuple[Path, Path], ...]  # plan and its Word file
    wens: Wens
    naar_map: bool = False  # whether the folder of the Word files is one to make

    @property
    def bronnen(self) -> tuple[Path, ...]:
        """The files that the result depends on, besides the plans."""
        stijlen = {find_huisstijl(plan, self.wens.huisstijl) for plan, _ in self.paren}
        return (self.omgeving.vragen_pad, self.sjablonen.pad, *filter(None, stijlen))

    @property
    def gevolgd(self) -> tuple[Path, ...]:
        """The files whose change asks for new documents; also those that are not there yet."""
        eigen = (plan.with_name(HUISSTIJL) for plan, _ in self.paren)
        plannen = (plan for plan, _ in self.paren)
        return tuple(dict.fromkeys((*plannen, *eigen, *self.bronnen)))

    def vernieuwd(self, gewijzigd: Collection[Path]) -> Opdracht:
        """Return the order for what has to be made again after a change of these files.

        When only plans changed, those alone; without any change, all of them.
        """
        plannen = tuple(paar for paar in self.paren if paar[0] in gewijzigd)
        if plannen and len(plannen) == len(gewijzigd):
            return self._replace(paren=plannen)
        alle = [plan for plan, _ in self.paren]
        opdracht = neem_op(alle, vragen=self.omgeving.vragen_pad, wens=self.wens)
        return opdracht._replace(paren=self.paren, naar_map=self.naar_map)

    def voer_uit(self) -> Iterator[Gemaakt]:
        """Make the files one by one, and tell of each plan what became of it."""
        einden = (".docx", DIWOO, *(f".{formaat}" for formaat in FORMATEN))
        ruim_tijdelijke_op(word.with_suffix(einde) for _, word in self.paren for einde in einden)
        for plan, word in self.paren:
            try:
                yield self._een(plan, word)
            except UitvoeringsplanError as fout:
                yield Gemaakt(plan, fout=fout)

    def _een(self, pad: Path, word: Path) -> Gemaakt:
        lijst = self.omgeving.vragenlijst
        keuze = Keuze(self.deel, self.wens.indeling, self.wens.intern, self.wens.met_punten)
        data, heel, plan, aangekleed, punten = vul_plan_in(
            load_plan(pad, lijst), self.sjablonen, keuze
        )
        sjabloon, huisstijl, weggelaten = aangekleed
        oud = lees_word(word)
        is_bewerkt = oud is not None and data != oud and is_bijgewerkt_in_word(oud)
        if is_bewerkt and not self.wens.overschrijf:
            raise UitvoerError(
                word,
                "dit bestand is na het maken in een ander programma bewaard, of komt ergens anders"
                " vandaan. Er is niets overschreven. Hernoem het, kies met -u een andere naam, of"
                " gebruik --overschrijf; dan blijft dit ernaast bewaard als -vorige.",
            )
        if not self.wens.overschrijf:
            self._spaar_vreemde(word)
        if self.naar_map:
            maak_map(word.parent)
        vorige = keep_previous(word, oud) if is_bewerkt and oud is not None else None
        if data != oud:
            bewaar_word(word, data)
        erbij, ontbreekt, vorige_erbij = self._erbij(word, data, plan, huisstijl)
        return Gemaakt(
            pad,
            word,
            voortgang(lijst, heel),
            zonder_plaats(sjabloon, self.deel, plan),
            erbij,
            ontbreekt,
            weggelaten,
            Puntentelling(punten.geplaatst, len(punten.zonder_plaats)) if punten else None,
            vorige=(*filter(None, (vorige, *vorige_erbij)),),
        )

    def _spaar_vreemde(self, word: Path) -> None:
        """Raise UitvoerError for what would come beside the Word file over what is not ours."""
        vreemd = vreemde_uitgave(word, self.wens.formaten, metadata=self.wens.metadata)
        if vreemd is not None:
            raise UitvoerError(
                vreemd,
                "dit bestand is hier niet gemaakt, of daarna veranderd; ook een van een oudere"
                " versie van dit programma is niet te herkennen. Er is niets overschreven."
                " Hernoem het, kies met -u een andere plek, of gebruik --overschrijf; dan blijft"
                " dit ernaast bewaard als -vorige.",
            )

    def _erbij(
        self, word: Path, data: bytes, plan: Plan, huisstijl: Huisstijl | None
    ) -> tuple[tuple[Path, ...], tuple[str, ...], tuple[Path | None, ...]]:
        """Write what comes beside the Word file.

        Returns the files, what the metadata misses, and where what stood in the way went.
        """
        paden: list[Path] = []
        vorige: list[Path | None] = []
        ontbreekt: tuple[str, ...] = ()
        if self.wens.formaten:
            for uitgave in andere_formaten(word, data, self.wens.formaten, huisstijl):
                vorige.append(bewaar_uitgave(uitgave))
                paden.append(uitgave.pad)
        if self.wens.metadata:
            uitgave, ontbreekt = metadata(
                word, self.deel, plan, self.wens.formaten, self.wens.adres
            )
            vorige.append(bewaar_uitgave(uitgave))
            paden.append(uitgave.pad)
        return tuple(paden), ontbreekt, tuple(vorige)


def neem_op(
    plannen: Sequence[Path],
    *,
    uit: Path | None = None,
    vragen: Path | None = None,
    wens: Wens = ALLEEN_WORD,
) -> Opdracht:
    """Return the order for these plans (none: the only one in this folder).

    `uit` is a file or a folder (see `is_map`). Raises before anything is written when
    the question set, the template, the house style or the places cannot be used.
    """
    if {"odt", "pdf"} & set(wens.formaten):
        from uitvoeringsplan.storage.libreoffice import vind_libreoffice  # noqa: PLC0415 - rare

        vind_libreoffice()  # raises when it is not there
    omgeving = open_omgeving(vragen)
    lijst = omgeving.vragenlijst
    deel = intern_deel(lijst) if wens.intern else openbaar_deel(lijst)
    wens = wens._replace(indeling=_indeling(lijst, wens.indeling))
    if wens.intern and wens.metadata:
        raise GebruikError("Het interne document wordt niet gepubliceerd. Laat --metadata weg.")
    if wens.met_punten and (wens.formaten or wens.metadata):
        raise GebruikError(
            "Met --met-punten komt er een werkversie in Word, die je niet publiceert. Laat --naar"
            " en --metadata weg."
        )
    paden = tuple(plannen) or (find_plan(None),)
    sjablonen = Sjablonen(deel, omgeving.vragen_pad, wens.sjabloon, wens.huisstijl)
    achter = "-intern" * wens.intern + "-met-punten" * wens.met_punten
    paren = bestemmingen(paden, uit, achter)
    opdracht = Opdracht(omgeving, deel, sjablonen, paren, wens, is_map(uit, len(paren)))
    bescherm(paren, opdracht.bronnen, [f".{formaat}" for formaat in wens.formaten])
    sjabloon = sjablonen.voor(paden[0]).sjabloon  # one that cannot be used shows now
    if wens.indeling and not kent_indeling(sjabloon, INDELING):
        raise GebruikError(
            f"Het sjabloon {sjablonen.pad} heeft maar één indeling. Laat --indeling weg."
        )
    return opdracht


def _indeling(lijst: Vragenlijst, gevraagd: str) -> str:
    """Return the layout as the plan would say it; raises GebruikError for an unknown one."""
    if not gevraagd:
        return ""
    try:
        return lijst.vraag(INDELING).normaliseer(gevraagd)
    except OnbekendeVraagError:
        raise GebruikError("Deze vragenlijst kent geen indelingen. Laat --indeling weg.") from None
    except AntwoordError as fout:
        raise GebruikError(f"Bij --indeling: {fout.melding}") from None
