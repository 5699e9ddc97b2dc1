"""Where things are: the question sets, the templates, the example, and the plan in a folder.

A question set is a file that is called `vragen.yaml`, or that ends in `.vragen.yaml`, with its
templates beside it. It may stand in the folder itself, or in a folder of its own in there.

`vragen.yaml`, `templates/` and `voorbeelden/` stand at the top of the repository, because they are
the user's to read and change. In a wheel they sit inside the package. A clone and an editable
install find them beside `src/`; everything else finds them in the package.
"""

from __future__ import annotations

import os
from pathlib import Path

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.named_tuple import NamedTuple

PLAN_SUFFIX = ".plan.yaml"
HUISSTIJL = "huisstijl.yaml"
VRAGEN = "vragen.yaml"
VRAGEN_SUFFIX = f".{VRAGEN}"
SETS_VARIABLE = "UITVOERINGSPLAN_SETS"  # the folders of a region, as in PATH
_SHIPPED_SETS = (VRAGEN,)

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "meegeleverd"


def _shipped(name: str) -> Path:
    packed = _SHIPPED / name
    if packed.exists():
        return packed
    return _PACKAGE.parent.parent / name


class SetFile(NamedTuple):
    """A file that is a question set by its name, and how near it is: 0 for the nearest."""

    path: Path
    nearness: int
    is_beside: bool = False  # in the folder of the plan, or in the current one
    is_apart: bool = False  # in a folder of its own, inside the folder that was looked in
    is_shipped: bool = False


class SetFiles(NamedTuple):
    """The question sets that there are, the nearest first, and the folders that are not there.

    Those are of `UITVOERINGSPLAN_SETS`, each with the reason.
    """

    files: tuple[SetFile, ...]
    away: tuple[tuple[Path, OSError], ...] = ()


def find_sets(
    folder: Path, looked: dict[Path, list[tuple[Path, bool]] | OSError] | None = None
) -> SetFiles:
    """Return the question sets for a plan in `folder`.

    First come those in that folder, then those in the current one, then those in every folder of
    `UITVOERINGSPLAN_SETS`, and the shipped ones last. In a folder its own files go before those
    in folders inside it. `looked` holds what was in the folders of an earlier plan, so that a
    shared drive is asked once.
    """
    looked = {} if looked is None else looked
    files: list[SetFile] = []
    away = []
    seen = set()
    for place, is_named in _places(folder):
        if place not in looked:
            try:
                looked[place] = _sets_in(place)
            except OSError as error:
                looked[place] = error
        found = looked[place]
        if isinstance(found, OSError):
            if is_named:
                away.append((place, found))
            continue
        nearness = files[-1].nearness + 1 if files else 0
        for path, is_apart in found:
            # One file may be reached from two folders.
            if (real := os.path.realpath(path)) not in seen:
                seen.add(real)
                files.append(SetFile(path, nearness + is_apart, not is_named, is_apart))
    nearness = files[-1].nearness + 1 if files else 0
    for name in _SHIPPED_SETS:
        shipped = _shipped(name)
        if not seen or os.path.realpath(shipped) not in seen:
            files.append(SetFile(shipped, nearness, is_shipped=True))
    return SetFiles(tuple(files), tuple(away))


def _places(folder: Path) -> list[tuple[Path, bool]]:
    """Return where question sets may be, the nearest first, and whether the user named it."""
    places = [(folder, False)]
    if folder != Path():
        places.append((Path(), False))
    # The command prompt of Windows keeps quotes around a name.
    names = (n.strip().strip('"') for n in os.environ.get(SETS_VARIABLE, "").split(os.pathsep))
    named = (Path(os.path.expanduser(name)) for name in names if name)  # noqa: PTH111 - `~x` may be
    return [*places, *((path, True) for path in named)]


def _sets_in(place: Path) -> list[tuple[Path, bool]]:
    """Return the question sets in a folder, and whether each has a folder of its own in there.

    A file is itself. Raises OSError.
    """
    if place.is_file():
        return [(place, False)]
    names, folders = [], []
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                folders.append(entry.name)
            elif entry.name == VRAGEN or entry.name.endswith(VRAGEN_SUFFIX):
                names.append(entry.name)
    inside = (place / name / VRAGEN for name in sorted(folders))
    own = sorted(names, key=lambda name: (name != VRAGEN, name))
    return [
        *((place / name, False) for name in own),
        *((path, True) for path in inside if _is_there(path)),
    ]


def find_vragen(option: Path | None = None, folder: Path | None = None) -> Path:
    """Return the question set: the one asked for, the one in the folder, or the shipped one.

    What is asked for may be the folder that it stands in.
    """
    if option is not None:
        return _set_of(option) if option.is_dir() else option
    own = (folder or Path()) / VRAGEN
    return own if _is_there(own) else _shipped(VRAGEN)


def _set_of(folder: Path) -> Path:
    """Return the question set in a folder; one of another name only when there is no other."""
    try:
        own = [path for path, is_apart in _sets_in(folder) if not is_apart]
    except OSError:  # said where it is read
        own = []
    return own[0] if len(own) == 1 else folder / VRAGEN


def find_sjabloon(name: str, option: Path | None = None, beside: Path | None = None) -> Path:
    """Return the template: the one asked for, else the one beside the question set, else shipped.

    `name` is the file name that the question set gives; `beside` is the question set itself, whose
    own folder and its `templates` are looked in first. One that is nowhere should be there.
    """
    if option is not None:
        return option
    shipped = _shipped(f"templates/{name}")
    if beside is None:
        return shipped
    for folder in (beside.parent, beside.parent / "templates"):
        if (folder / name).is_file():
            return folder / name
    return shipped if shipped.is_file() else beside.parent / name


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
