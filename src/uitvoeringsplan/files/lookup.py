"""Where things are: the question set, the templates, the example, and the plan in a folder.

`vragen.yaml`, `templates/` and `voorbeelden/` stand at the top of the repository, because they are
the user's to read and change. In a wheel they sit inside the package. A clone and an editable
install find them beside `src/`; everything else finds them in the package.
"""

from __future__ import annotations

import os
from pathlib import Path

from uitvoeringsplan.errors import BestandError

PLAN_SUFFIX = ".plan.yaml"
HUISSTIJL = "huisstijl.yaml"

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "meegeleverd"


def _shipped(name: str) -> Path:
    packed = _SHIPPED / name
    if packed.exists():
        return packed
    return _PACKAGE.parent.parent / name


def find_vragen(option: Path | None = None, folder: Path | None = None) -> Path:
    """Return the question set: the one asked for, the one in the folder, or the shipped one."""
    if option is not None:
        return option
    own = (folder or Path()) / "vragen.yaml"
    return own if _is_there(own) else _shipped("vragen.yaml")


def find_sjabloon(name: str, option: Path | None = None, beside: Path | None = None) -> Path:
    """Return the template: the one asked for, else the one beside the question set, else shipped.

    `name` is the file name that the question set gives; `beside` is the question set itself, whose
    own folder and its `templates` are looked in first.
    """
    if option is not None:
        return option
    if beside is not None:
        for folder in (beside.parent, beside.parent / "templates"):
            if (folder / name).is_file():
                return folder / name
    return _shipped(f"templates/{name}")


def find_huisstijl(plan: Path, option: Path | None = None) -> Path | None:
    """Return the house style asked for, else the one beside the plan; None when there is none."""
    if option is not None:
        return option
    own = plan.parent / HUISSTIJL
    return own if _is_there(own) else None


def find_voorbeeld() -> Path:
    """Return the filled example plan that comes with the program."""
    return _shipped("voorbeelden/oudermeer.plan.yaml")


def find_plan(option: Path | None) -> Path:
    """Return the plan asked for, or the only one in this folder; raises BestandError otherwise."""
    if option is not None:
        return option
    plannen = find_plannen(Path())
    if len(plannen) == 1:
        return plannen[0]
    where = Path(os.path.abspath(os.curdir))  # noqa: PTH100 - resolve() would hide a symlink's name
    if not plannen:
        raise BestandError(
            where,
            f"in deze map staat geen plan (een bestand dat eindigt op {PLAN_SUFFIX})."
            " Begin er een met `uitvoeringsplan nieuw`, of geef de naam van het bestand.",
        )
    names = ", ".join(plan.name for plan in plannen)
    raise BestandError(
        where, f"in deze map staan meer plannen: {names}. Noem het plan dat je bedoelt."
    )


def find_plannen(folder: Path) -> list[Path]:
    """Return the plans in a folder, by name; hidden files are not plans."""
    return sorted(
        path
        for path in folder.glob(f"*{PLAN_SUFFIX}")
        if path.is_file() and not path.name.startswith(".")
    )


def _is_there(path: Path) -> bool:
    """Whether there is something to read; what is no file after all gets its sentence there.

    A link to nowhere is something too: passing over it would leave out what was meant to count.
    """
    return os.path.lexists(path) and not path.is_dir()
