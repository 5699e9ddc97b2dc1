"""`voorbeeld`: a filled example plan, and the Word file that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import write_atomic
from uitvoeringsplan.files.file_reading import load_bytes, reason
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.tasks.generate import MadePlan, take_order

if TYPE_CHECKING:
    from pathlib import Path


def make_example(folder: Path) -> MadePlan:
    """Write the example and its Word file into a folder, which is made when it is not there.

    An example that someone has changed is left alone; raises BestandError then.
    """
    source = find_voorbeeld()
    data = load_bytes(source)
    target = folder / source.name
    if folder.exists() and not folder.is_dir():
        raise BestandError(folder, "dit is een bestand, geen map. Kies een andere map.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists() and load_bytes(target) != data:
            raise BestandError(
                target,
                "dit bestand bestaat al en is veranderd. Kies een andere map, of hernoem het.",
            )
        if not target.exists():
            write_atomic(target, data)
    except OSError as error:
        raise BestandError(
            target,
            f"hier kan het voorbeeld niet komen ({reason(error)}). Kies een andere map.",
        ) from error
    made = next(iter(take_order([target]).run()))
    if made.error:
        raise made.error
    return made
