"""`geschiedenis`: how one answer came to be, from its first words to what stands there now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.lookup import find_plan
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.git.git_answers import lees_antwoord, lees_antwoorden
from uitvoeringsplan.git.git_history import lees_geschiedenis
from uitvoeringsplan.tasks.environment import open_omgeving

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.git.git_answers import Lezing
    from uitvoeringsplan.git.git_history import Versie
    from uitvoeringsplan.model.vraag import Vraag


class Wijziging(NamedTuple):
    """One change of an answer; of what is not committed yet, `versie` is None.

    At a merge, `oud` is the text that made way: one branch had it, and the merge has `nieuw`.
    """

    versie: Versie | None
    oud: str
    nieuw: str

    @property
    def is_samenvoeging(self) -> bool:
        """Whether two branches came together here."""
        return self.versie is not None and len(self.versie.ouders) > 1


class Onleesbaar(NamedTuple):
    """A version that cannot be read as a plan, and why; None is the file on disk."""

    versie: Versie | None
    bezwaar: str


@dataclass(frozen=True, slots=True)
class Antwoordgeschiedenis:
    """How an answer came to be: its changes, the oldest first."""

    pad: Path
    vraag: Vraag
    wijzigingen: tuple[Wijziging, ...]
    onleesbaar: tuple[Onleesbaar, ...]
    in_git: bool
    is_ondiep: bool


def lees_antwoordgeschiedenis(
    plan: Path | None, vraag_id: str, *, vragen: Path | None = None
) -> Antwoordgeschiedenis:
    """Return the changes of one answer; raises GitError and OnbekendeVraagError."""
    vraag = open_omgeving(vragen).vragenlijst.vraag(vraag_id)
    pad = find_plan(plan)
    geschiedenis = lees_geschiedenis(pad)
    versies = geschiedenis.versies
    lezingen = lees_antwoorden(geschiedenis, vraag)
    wijzigingen, laatste = _wijzigingen(versies, lezingen)
    onleesbaar = [
        Onleesbaar(versie, lezing.bezwaar)
        for versie, lezing in zip(versies, lezingen, strict=True)
        if lezing.bezwaar and all(versies[o].inhoud != versie.inhoud for o in versie.ouders)
    ]
    if nu := _op_schijf(pad, vraag, moet=not versies):
        if nu.bezwaar:
            onleesbaar.append(Onleesbaar(None, nu.bezwaar))
        elif nu.tekst != laatste:
            wijzigingen.append(Wijziging(None, laatste, nu.tekst))
    return Antwoordgeschiedenis(
        pad, vraag, tuple(wijzigingen), tuple(onleesbaar), bool(versies), geschiedenis.is_ondiep
    )


def als_json(geschiedenis: Antwoordgeschiedenis) -> dict[str, object]:
    """Return a history in the documented shape of `geschiedenis --json`."""

    def van(versie: Versie | None) -> dict[str, str]:
        if versie is None:
            return {"commit": "", "auteur": "", "datum": "", "onderwerp": ""}
        return {
            "commit": versie.commit,
            "auteur": versie.auteur,
            "datum": versie.datum,
            "onderwerp": versie.onderwerp,
        }

    return {
        "plan": str(geschiedenis.pad),
        "vraag": geschiedenis.vraag.id,
        "wijzigingen": [
            {**van(w.versie), "samenvoeging": w.is_samenvoeging, "oud": w.oud, "nieuw": w.nieuw}
            for w in geschiedenis.wijzigingen
        ],
        "onleesbaar": [{**van(o.versie), "reden": o.bezwaar} for o in geschiedenis.onleesbaar],
        "in_git": geschiedenis.in_git,
        "afgekapt": geschiedenis.is_ondiep,
    }


def _op_schijf(pad: Path, vraag: Vraag, *, moet: bool) -> Lezing | None:
    """Return the answer in the file as it is; None when the file is gone but was in git."""
    try:
        data = lees_bytes(pad)
    except BestandError:
        if moet or pad.exists():
            raise
        return None
    return lees_antwoord(data, str(pad), vraag)


def _wijzigingen(
    versies: Sequence[Versie], lezingen: Iterable[Lezing]
) -> tuple[list[Wijziging], str]:
    """Return the changes, and the answer in the last version.

    A version that cannot be read counts as if it said what the one before it says.
    """
    teksten: list[str] = []
    uit: dict[int, Wijziging] = {}
    for nummer, (versie, lezing) in enumerate(zip(versies, lezingen, strict=True)):
        voor = [teksten[ouder] for ouder in versie.ouders] or [""]
        nu = voor[0] if lezing.bezwaar else lezing.tekst
        teksten.append(nu)
        weg = voor[0] if nu not in voor else _verdrongen(versies, teksten, nummer, uit.keys())
        if weg is not None:
            uit[nummer] = Wijziging(versie, weg, nu)
    return list(uit.values()), teksten[-1] if teksten else ""


def _verdrongen(
    versies: Sequence[Versie], teksten: Sequence[str], nummer: int, veranderd: Iterable[int]
) -> str | None:
    """Return the text that a merge did not take over though its branch had changed it, or None."""
    ouders = versies[nummer].ouders
    nu = teksten[nummer]
    if all(teksten[ouder] == nu for ouder in ouders):
        return None
    gebleven = _met_alles_ervoor(versies, [o for o in ouders if teksten[o] == nu])
    for ouder in ouders:
        if teksten[ouder] != nu:
            eigen = _met_alles_ervoor(versies, [ouder]) - gebleven
            if not eigen.isdisjoint(veranderd):
                return teksten[ouder]
    return None


def _met_alles_ervoor(versies: Sequence[Versie], nummers: Sequence[int]) -> set[int]:
    gezien = set(nummers)
    open_ = list(nummers)
    while open_:
        verder = [o for o in versies[open_.pop()].ouders if o not in gezien]
        gezien.update(verder)
        open_ += verder
    return gezien
