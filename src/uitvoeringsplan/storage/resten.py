"""What a failed or killed save left behind: written so that nothing is lost, and found again."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.storage.planbestand import lees_planbestand
from uitvoeringsplan.storage.slot import slot
from uitvoeringsplan.storage.vindplaats import PLAN_EINDE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.storage.planbestand import Planbestand

_POGINGEN = 100


class Rest(NamedTuple):
    """A leftover, and the answers in it that the plan does not have."""

    pad: Path
    antwoorden: Mapping[str, str]

    def ruim_op(self) -> None:
        """Remove the leftover; one that cannot be removed stays."""
        with contextlib.suppress(OSError):
            self.pad.unlink()


def schrijf_herstel(plan: Path, data: bytes) -> Path | None:
    """Write the text of a plan that could not be saved, and return where; None when nowhere can.

    Beside the plan if possible, else in the home folder, else among the temporary files. Only the
    owner may read it.
    """
    stam = plan.name.removesuffix(PLAN_EINDE)
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
                with os.fdopen(nummer, "wb") as bestand:
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
    """Return the leftovers of this plan that hold an answer it lacks; sweeps the others.

    Nobody is saving while we hold the lock, so whatever lies there is left over. A file that was
    cut off in the middle cannot be read as a plan and holds nothing that was ever acknowledged.
    """
    uit: list[Rest] = []
    with slot(bestand.pad):
        for pad in _kandidaten(bestand.pad):
            nieuw = _nieuwe_antwoorden(pad, bestand, bestand.vragenlijst)
            if nieuw:
                uit.append(Rest(pad, nieuw))
            elif opruimen and (nieuw is not None or pad.suffix == ".tmp"):
                Rest(pad, {}).ruim_op()
    return uit


def _kandidaten(plan: Path) -> list[Path]:
    stam = re.escape(plan.name.removesuffix(PLAN_EINDE))
    naam = re.escape(plan.name)
    vorm = re.compile(rf"\.{naam}\.\d+-\d+\.tmp|{stam}\.herstel-\d+\.yaml")
    try:
        return sorted(pad for pad in plan.parent.iterdir() if vorm.fullmatch(pad.name))
    except OSError:
        return []


def _nieuwe_antwoorden(
    pad: Path, bestand: Planbestand, vragenlijst: Vragenlijst
) -> dict[str, str] | None:
    """Return the answers in a leftover that differ from the plan; None when it is no plan."""
    try:
        rest = lees_planbestand(pad.read_bytes(), pad, vragenlijst)
    except (OSError, UitvoeringsplanError):
        return None
    if not _is_heel(rest, bestand):
        return None
    return {
        vraag.id: tekst
        for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen)
        if (tekst := rest.plan.tekst(vraag)) and tekst != bestand.plan.tekst(vraag)
    }


def _is_heel(rest: Planbestand, bestand: Planbestand) -> bool:
    """Whether a leftover has everything that the plan has, so was not cut off while it was made."""
    sleutels = [{*gelezen.plan.gegevens, *gelezen.plan.antwoorden} for gelezen in (rest, bestand)]
    return sleutels[0] >= sleutels[1] and rest.data[-1:] == b"\n"
