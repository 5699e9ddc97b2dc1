"""Where things are: the question set, the templates, the example, and the plan in a folder.

`vragen.yaml`, `templates/` and `voorbeelden/` stand at the top of the repository, because they are
the user's to read and change. In a wheel they sit inside the package. A clone and an editable
install find them beside `src/`; everything else finds them in the package.
"""

from __future__ import annotations

import os
from pathlib import Path

from uitvoeringsplan.errors import BestandError

PLAN_EINDE = ".plan.yaml"
HUISSTIJL = "huisstijl.yaml"

_PAKKET = Path(__file__).resolve().parent.parent
_MEEGELEVERD = _PAKKET / "meegeleverd"


def _meegeleverd(naam: str) -> Path:
    ingepakt = _MEEGELEVERD / naam
    if ingepakt.exists():
        return ingepakt
    return _PAKKET.parent.parent / naam


def find_vragen(optie: Path | None = None, map_: Path | None = None) -> Path:
    """Return the question set: the one asked for, the one in the folder, or the shipped one."""
    if optie is not None:
        return optie
    eigen = (map_ or Path()) / "vragen.yaml"
    return eigen if _staat_er(eigen) else _meegeleverd("vragen.yaml")


def find_sjabloon(naam: str, optie: Path | None = None, naast: Path | None = None) -> Path:
    """Return the template: the one asked for, else the one beside the question set, else shipped.

    `naam` is the file name that the question set gives; `naast` is the question set itself, whose
    own folder and its `templates` are looked in first.
    """
    if optie is not None:
        return optie
    if naast is not None:
        for map_ in (naast.parent, naast.parent / "templates"):
            if (map_ / naam).is_file():
                return map_ / naam
    return _meegeleverd(f"templates/{naam}")


def find_huisstijl(plan: Path, optie: Path | None = None) -> Path | None:
    """Return the house style asked for, else the one beside the plan; None when there is none."""
    if optie is not None:
        return optie
    eigen = plan.with_name(HUISSTIJL)
    return eigen if _staat_er(eigen) else None


def find_voorbeeld() -> Path:
    """Return the filled example plan that comes with the program."""
    return _meegeleverd("voorbeelden/oudermeer.plan.yaml")


def find_plan(optie: Path | None, map_: Path | None = None) -> Path:
    """Return the plan asked for, or the only one in the folder; raises BestandError otherwise."""
    if optie is not None:
        return optie
    map_ = map_ or Path()
    plannen = plannen_in(map_)
    if len(plannen) == 1:
        return plannen[0]
    waar = Path(os.path.abspath(map_))  # noqa: PTH100 - resolve() would hide a symlink's name
    if not plannen:
        raise BestandError(
            waar,
            f"in deze map staat geen plan (een bestand dat eindigt op {PLAN_EINDE})."
            " Begin er een met `uitvoeringsplan nieuw`, of geef de naam van het bestand.",
        )
    namen = ", ".join(plan.name for plan in plannen)
    raise BestandError(
        waar, f"in deze map staan meer plannen: {namen}. Noem het plan dat je bedoelt."
    )


def plannen_in(map_: Path) -> list[Path]:
    """Return the plans in a folder, by name; hidden files are not plans."""
    return sorted(
        pad for pad in map_.glob(f"*{PLAN_EINDE}") if pad.is_file() and not pad.name.startswith(".")
    )


def _staat_er(pad: Path) -> bool:
    """Whether there is something to read; what is no file after all gets its sentence there.

    A link to nowhere is something too: passing over it would leave out what was meant to count.
    """
    return os.path.lexists(pad) and not pad.is_dir()
