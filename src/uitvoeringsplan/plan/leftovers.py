"""What a failed or killed save left behind: written so that nothing is lost, and found again."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.atomic import hold_lock, open_descriptor, short_name
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.files.lookup import PLAN_SUFFIX
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.plan.planbestand import read_planbestand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.model.open_punt import OpenPunt
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand

_ATTEMPTS = 100
_OLD = 3600.0  # seconds


class Leftover(NamedTuple):
    """A leftover, and the answers and points in it that the plan does not have."""

    pad: Path
    antwoorden: Mapping[str, str]
    punten: tuple[OpenPunt, ...] = ()

    def ruim_op(self) -> None:
        """Remove the leftover; one that cannot be removed stays."""
        with contextlib.suppress(OSError):
            self.pad.unlink()


def write_rescue(plan: Path, data: bytes) -> Path | None:
    """Write the text of a plan that could not be saved, and return where; None when nowhere can.

    Beside the plan if possible, else in the home folder, else among the temporary files. Only the
    owner may read it.
    """
    import tempfile  # noqa: PLC0415 - seldom, and `status` should not wait for it

    stem = short_name(plan.name).removesuffix(PLAN_SUFFIX)
    for folder in (plan.parent, Path.home(), Path(tempfile.gettempdir())):
        for i in range(1, _ATTEMPTS):
            path = folder / f"{stem}.herstel-{i}.yaml"
            try:
                number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                with open_descriptor(number) as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    path.unlink()
                break
            return path
    return None


def find_leftovers(file: Planbestand, *, sweep: bool = True) -> list[Leftover]:
    """Return the leftovers of this plan that hold something it lacks; sweeps the others.

    Nobody on this machine is saving while we hold the lock; whoever saves on another one is done
    within the hour. A file that was cut off in the middle cannot be read as a plan and holds
    nothing that was ever acknowledged.
    """
    if not _candidates(file.pad):
        return []  # what comes just after this is of a save that goes on
    out: list[Leftover] = []
    with hold_lock(file.pad) as alone:
        for path in _candidates(file.pad):
            rest = _read_leftover(path, file, file.vragenlijst)
            if rest and (rest.antwoorden or rest.punten):
                out.append(rest)
            elif sweep and alone and (rest is not None or _is_temporary(path)) and _is_old(path):
                Leftover(path, {}).ruim_op()
    return out


def _candidates(plan: Path) -> list[Path]:
    """Return what looks like a leftover; of a symlink also beside the file that it names."""
    out: list[Path] = []
    places = [plan]
    if os.path.islink(plan):  # noqa: PTH114 - says no where a Path would fail
        places.append(Path(os.path.realpath(plan)))
    for place in places:
        name = re.escape(short_name(place.name))
        stem = name.removesuffix(re.escape(PLAN_SUFFIX))
        shape = re.compile(rf"\.{name}\.\d+-\d+\.tmp|{stem}\.herstel-\d+\.yaml")
        with contextlib.suppress(OSError):
            out += sorted(path for path in place.parent.iterdir() if shape.fullmatch(path.name))
    return out


def _is_temporary(path: Path) -> bool:
    return path.suffix == ".tmp"


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except OSError:
        return False


def _read_leftover(path: Path, file: Planbestand, vragenlijst: Vragenlijst) -> Leftover | None:
    """Return what a leftover says otherwise than the plan; None when it is no plan."""
    try:
        rest = read_planbestand(load_bytes(path), path, vragenlijst)
    except UitvoeringsplanError:
        return None
    # A rescue file was whole before anyone heard of it; a temporary file may be cut off.
    temporary = _is_temporary(path)
    if temporary and not _is_whole(rest, file):
        return None
    out = {}
    for vraag in (*vragenlijst.gegevens, *vragenlijst.vragen):
        text, now = rest.plan.tekst(vraag), file.plan.tekst(vraag)
        # The beginning of what the plan has: cut off just there, and nothing new in any case.
        if text and text != now and not (temporary and now.startswith(text)):
            out[vraag.id] = text
    # The key is the last line of a point: one without may be cut off.
    punten = [punt for punt in rest.punten if punt.sleutel or not temporary]
    return Leftover(path, out, _new_punten(file, punten) if punten else ())


def _new_punten(file: Planbestand, punten: Iterable[OpenPunt]) -> tuple[OpenPunt, ...]:
    from uitvoeringsplan.model.open_punt import new_punten  # noqa: PLC0415 - few plans have points

    return new_punten(file.punten, punten)


def _is_whole(rest: Planbestand, file: Planbestand) -> bool:
    """Whether a leftover has every key that the plan has, and ends as the plan does."""
    keys = [{*reading.plan.gegevens, *reading.plan.antwoorden} for reading in (rest, file)]
    has_line_end = rest.data.endswith(b"\n") or not file.data.endswith(b"\n")
    return keys[0] >= keys[1] and has_line_end
