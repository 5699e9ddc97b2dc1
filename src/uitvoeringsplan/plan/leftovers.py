"""What a failed or killed save left behind: written so that nothing is lost, and found again."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.atomic import als_bestand, korte_naam, slot
from uitvoeringsplan.files.lookup import PLAN_EINDE
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.plan.planbestand import lees_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.model.punt import OpenPunt
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand

_POGINGEN = 100
_OUD = 3600.0  # seconds


class Rest(NamedTuple):
    """A leftover, and the answers and points in it that the plan does not have."""

    pad: Path
    antwoorden: Mapping[str, str]
    punten: tuple[OpenPunt, ...] = ()

    def ruim_op(self) -> None:
        """Remove the leftover; one that cannot be removed stays."""
        with contextlib.suppress(OSError):
            self.pad.unlink()


def schrijf_herstel(plan: Path, data: bytes) -> Path | None:
    """Write the text of a plan that could not be saved, and return where; None when nowhere can.

    Beside the plan if possible, else in the home folder, else among the temporary files. Only the
    owner may read it.
    """
    import tempfile  # noqa: PLC0415 - seldom, and `status` should not wait for it

    stam = korte_naam(plan.name).removesuffix(PLAN_EINDE)
    for map_ in (plan.parent, Path.home(), Path(tempfile.gettempdir())):
        for i in range(1, _POGINGEN):
            pad = map_ / f"{stam}.herstel-{i}.yaml"
            try:
                nummer = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                with als_bestand(nummer) as bestand:
                    bestand.write(data)
                    bestand.flush()
                    os.fsync(bestand.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    pad.unlink()
                break
            return pad
    return None


def vind_resten(bestand: Planbestand, *, opruimen: bool = True) -> list[Rest]:
    """Return the leftovers of this plan that hold something it lacks; sweeps the others.

    Nobody on this machine is saving while we hold the lock; whoever saves on another one is done
    within the hour. A file that was cut off in the middle cannot be read as a plan and holds
    nothing that was ever acknowledged.
    """
    if not _kandidaten(bestand.pad):
        return []  # what comes just after this is of a save that goes on
    uit: list[Rest] = []
    with slot(bestand.pad) as alleen:
        for pad in _kandidaten(bestand.pad):
            rest = _lees_rest(pad, bestand, bestand.vragenlijst)
            if rest and (rest.antwoorden or rest.punten):
                uit.append(rest)
            elif opruimen and alleen and (rest is not None or _is_tijdelijk(pad)) and _is_oud(pad):
                Rest(pad, {}).ruim_op()
    return uit


def _kandidaten(plan: Path) -> list[Path]:
    """Return what looks like a leftover; of a symlink also beside the file that it names."""
    uit: list[Path] = []
    plekken = [plan]
    if os.path.islink(plan):  # noqa: PTH114 - says no where a Path would fail
        plekken.append(Path(os.path.realpath(plan)))
    for plek in plekken:
        naam = re.escape(korte_naam(plek.name))
        stam = naam.removesuffix(re.escape(PLAN_EINDE))
        vorm = re.compile(rf"\.{naam}\.\d+-\d+\.tmp|{stam}\.herstel-\d+\.yaml")
        with contextlib.suppress(OSError):
            uit += sorted(pad for pad in plek.parent.iterdir() if vorm.fullmatch(pad.name))
    return uit


def _is_tijdelijk(pad: Path) -> bool:
    return pad.suffix == ".tmp"


def _is_oud(pad: Path) -> bool:
    try:
        return time.time() - pad.stat().st_mtime > _OUD
    except OSError:
        return False


def _lees_rest(pad: Path, bestand: Planbestand, vragenlijst: Vragenlijst) -> Rest | None:
    """Return what a leftover says otherwise than the plan; None when it is no plan."""
    try:
        rest = lees_planbestand(lees_bytes(pad), pad, vragenlijst)
    except UitvoeringsplanError:
        return None
    # A rescue file was whole before anyone heard of it; a temporary file may be cut off.
    tijdelijk = _is_tijdelijk(pad)
    if tijdelijk and not _is_heel(rest, bestand):
        return None
    uit = {}
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        tekst, nu = rest.plan.tekst(vraag), bestand.plan.tekst(vraag)
        # The beginning of what the plan has: cut off just there, and nothing new in any case.
        if tekst and tekst != nu and not (tijdelijk and nu.startswith(tekst)):
            uit[vraag.id] = tekst
    # The key is the last line of a point: one without may be cut off.
    punten = [punt for punt in rest.punten if punt.sleutel or not tijdelijk]
    return Rest(pad, uit, _nieuwe_punten(bestand, punten) if punten else ())


def _nieuwe_punten(bestand: Planbestand, punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    from uitvoeringsplan.model.punt import nieuwe_punten  # noqa: PLC0415 - few plans have points

    return nieuwe_punten(bestand.punten, punten)


def _is_heel(rest: Planbestand, bestand: Planbestand) -> bool:
    """Whether a leftover has every key that the plan has, and ends as the plan does."""
    sleutels = [{*gelezen.plan.gegevens, *gelezen.plan.antwoorden} for gelezen in (rest, bestand)]
    met_regeleinde = rest.data.endswith(b"\n") or not bestand.data.endswith(b"\n")
    return sleutels[0] >= sleutels[1] and met_regeleinde
