"""`vergelijk`: two versions of a plan side by side, from files, Word files and git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError, GitError
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.git.git_command import toon, werkboom
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import Vraagverschil, vergelijk_plannen
from uitvoeringsplan.model.uitgave import openbaar_deel, plan_voor
from uitvoeringsplan.plan.planbestand import lees_en_meld
from uitvoeringsplan.tasks.environment import Omgeving, open_omgeving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.model.vastetekst import VasteTekst
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.returned.result import Teruggelezen

LAATSTE = "HEAD"


class Kant(NamedTuple):
    """One side: how it was named, the plan in it, and the questions that it has nothing to say on.

    `pad` is the file; `rev` the version of it in git, empty for the one on disk.
    """

    naam: str
    plan: Plan
    pad: Path
    rev: str = ""
    zonder: frozenset[str] = frozenset()
    vast: VasteTekst | None = None  # of a Word file
    twijfels: tuple[str, ...] = ()  # about what of it has no place in a plan
    vreemd: tuple[str, ...] = ()  # why it may be of another plan than the other side


class Vergelijking(NamedTuple):
    """Two sides, and what changed from the one to the other."""

    omgeving: Omgeving
    oud: Kant
    nieuw: Kant
    verschillen: tuple[Vraagverschil, ...]

    @property
    def is_alles_bekeken(self) -> bool:
        """Whether nothing that a reader sees was left out of the comparison."""
        return all(
            not kant.twijfels and (kant.vast is None or kant.vast.is_gelijk)
            for kant in (self.oud, self.nieuw)
        )


def vergelijk(oud: str = "", nieuw: str = "", *, vragen: Path | None = None) -> Vergelijking:
    """Return what changed; each side is a plan, a Word file or `REV:path` in git.

    With one side or none, that plan (or the only one here) is held against the last commit.
    Raises BestandError, GebruikError, GitError, ProjectbestandError or SjabloonError.
    """
    omgeving = open_omgeving(vragen)
    lijst = omgeving.vragenlijst
    if not nieuw:
        nieuw = oud or str(find_plan(None))
        oud = f"{LAATSTE}:{nieuw}"
    van, naar = _kanten(oud, nieuw, lijst)
    zonder = van.zonder | naar.zonder
    return Vergelijking(
        omgeving, van, naar, vergelijk_plannen(lijst, van.plan, naar.plan, zonder=zonder)
    )


def schrijf_wijzigingen(
    vergelijking: Vergelijking, uit: Path, *, auteur: str, datum: str, overschrijf: bool
) -> Path | None:
    """Write the document of the new side with the changes tracked; raises as `genereer` does.

    It has the house style of the new side. Answers that one of the sides does not show count as
    unchanged. Returns where a file went that was not ours or was edited, and had to give way.
    """
    from uitvoeringsplan.tasks.destinations import replace  # noqa: PLC0415 - idem
    from uitvoeringsplan.tasks.fill_plan import Sjablonen, teken  # noqa: PLC0415 - idem
    from uitvoeringsplan.word.wijzigingen.document import met_wijzigingen  # noqa: PLC0415 - idem

    kanten = (vergelijking.oud, vergelijking.nieuw)
    if uit.exists() and any(not kant.rev and kant.pad.samefile(uit) for kant in kanten):
        raise BestandError(uit, "dit is een van de twee die je vergelijkt. Kies een andere naam.")
    if uit.exists() and not overschrijf:
        raise BestandError(uit, "dit bestand bestaat al. Kies een andere naam, of --overschrijf.")
    heel = vergelijking.omgeving.vragenlijst
    deel = openbaar_deel(heel)
    sjablonen = Sjablonen(deel, vergelijking.omgeving.vragen_pad)
    sjabloon, huisstijl, _ = sjablonen.voor(vergelijking.nieuw.pad)
    oud, nieuw = (
        plan_voor(deel, heel, plan) for plan in _aangevuld(vergelijking.oud, vergelijking.nieuw)
    )
    document = met_wijzigingen(
        sjabloon,
        deel,
        oud,
        nieuw,
        auteur=auteur,
        datum=datum,
        beelden=teken(sjabloon, deel, nieuw, huisstijl),
    )
    return replace(uit, document)


def wie_en_wanneer(vergelijking: Vergelijking) -> tuple[str, str]:
    """Return author and moment of the last commit of the new side; empty when git has none."""
    kant = vergelijking.nieuw
    try:
        boom = werkboom(kant.pad)
        commit = boom.commit(kant.rev or LAATSTE)
        gezegd = boom.lees("log", "-1", "--format=%aN%n%aI", commit, "--", boom.naam)
    except GitError:
        return "", ""
    auteur, _, datum = gezegd.decode("utf-8", "replace").strip().partition("\n")
    return auteur, datum


class _Bron(NamedTuple):
    """The bytes of one side."""

    naam: str
    data: bytes
    pad: Path
    rev: str

    @property
    def is_word(self) -> bool:
        return self.pad.suffix.lower() == ".docx"


def _kanten(oud: str, nieuw: str, lijst: Vragenlijst) -> tuple[Kant, Kant]:
    """Return both sides; a Word file is read with the plan on the other side as what it was."""
    links, rechts = _open(oud), _open(nieuw)
    plan_links, plan_rechts = (
        None if bron.is_word else _van_plan(bron, lijst) for bron in (links, rechts)
    )
    return (
        plan_links or _van_word(links, lijst, plan_rechts),
        plan_rechts or _van_word(rechts, lijst, plan_links),
    )


def _open(naam: str) -> _Bron:
    pad = Path(naam)
    rev, _, rest = naam.partition(":")
    if rev and rest and not pad.exists():
        return _Bron(naam, toon(rev, Path(rest)), Path(rest), rev)
    return _Bron(naam, lees_bytes(pad), pad, "")


def _van_plan(bron: _Bron, lijst: Vragenlijst) -> Kant:
    plan = lees_en_meld(bron.data, Path(bron.naam), lijst).plan
    return Kant(bron.naam, plan, bron.pad, bron.rev)


def _van_word(bron: _Bron, lijst: Vragenlijst, ander: Kant | None) -> Kant:
    # Only for Word files.
    from uitvoeringsplan.tasks.plan_identity import doubts_about_plan  # noqa: PLC0415
    from uitvoeringsplan.tasks.teruglezen import (  # noqa: PLC0415
        doubt_sentences,
        lees_document,
        ontbrekende_vragen,
        over_het_geheel,
    )

    def eerder(vraag_id: str, _afdruk: str | None) -> tuple[str, ...]:
        return (ander.plan.tekst(lijst.vraag(vraag_id)),) if ander else ()

    deel, terug = lees_document(bron.data, bron.naam, lijst, eerder=eerder)
    versie = ander.plan.vragenlijst if ander else lijst.versie
    over = over_het_geheel(versie, terug, ontbrekende_vragen(deel, terug))
    # Of a question that stands there twice, the text that somebody changed.
    gelezen = {
        id_: een.anders[0] if een.is_ongewijzigd and een.anders else een.tekst
        for id_, een in terug.antwoorden.items()
    }
    ingevuld = terug.herkomst.antwoorden
    # A default that nobody filled in stands in the document, and is no answer.
    teksten = {
        id_: "" if tekst == lijst.vraag(id_).standaard and not ingevuld.get(id_) else tekst
        for id_, tekst in gelezen.items()
    }
    velden = lijst.veld_ids
    plan = Plan(
        lijst.soort,
        lijst.versie,
        {id_: tekst for id_, tekst in teksten.items() if id_ in velden},
        {id_: tekst for id_, tekst in teksten.items() if id_ not in velden},
    )
    alle = {vraag.id for vraag in (*lijst.gegevens, *lijst.vragen)}
    return Kant(
        bron.naam,
        plan,
        bron.pad,
        bron.rev,
        frozenset(alle - gelezen.keys()),
        terug.vast,
        (*doubt_sentences(lijst, (*over, *terug.bedenkingen)), *_not_compared(terug)),
        doubts_about_plan(ander.plan, deel, terug) if ander else (),
    )


def _not_compared(terug: Teruggelezen) -> Iterator[str]:
    """Return sentences about what a reader sees in Word and no comparison of answers shows."""
    if terug.heeft_wijzigingen:
        yield "Er staan nog bijgehouden wijzigingen open. Ze tellen hier als aangenomen."
    if aantal := len(terug.opmerkingen):
        er = "Er staat 1 opmerking" if aantal == 1 else f"Er staan {aantal} opmerkingen"
        yield f"{er} in het bestand. Hier tellen alleen antwoorden; `inlezen` leest opmerkingen."


def _aangevuld(oud: Kant, nieuw: Kant) -> tuple[Plan, Plan]:
    """Return both plans, each with the answers of the other that it does not show."""

    def met(kant: Kant, ander: Kant) -> Plan:
        return Plan(
            kant.plan.soort,
            kant.plan.vragenlijst,
            {
                **{k: v for k, v in ander.plan.gegevens.items() if k in kant.zonder},
                **kant.plan.gegevens,
            },
            {
                **{k: v for k, v in ander.plan.antwoorden.items() if k in kant.zonder},
                **kant.plan.antwoorden,
            },
        )

    return met(oud, nieuw), met(nieuw, oud)
