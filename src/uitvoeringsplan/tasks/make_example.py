"""`voorbeeld`: a filled example plan, and the Word file that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.atomic import schrijf_atomair
from uitvoeringsplan.files.file_reading import reden
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.tasks.generate import Gemaakt, neem_op

if TYPE_CHECKING:
    from pathlib import Path


def maak_voorbeeld(map_: Path) -> Gemaakt:
    """Write the example and its Word file into a folder, which is made when it is not there.

    An example that someone has changed is left alone; raises BestandError then.
    """
    bron = find_voorbeeld()
    data = lees_bytes(bron)
    doel = map_ / bron.name
    if map_.exists() and not map_.is_dir():
        raise BestandError(map_, "dit is een bestand, geen map. Kies een andere map.")
    try:
        map_.mkdir(parents=True, exist_ok=True)
        if doel.exists() and lees_bytes(doel) != data:
            raise BestandError(
                doel,
                "dit bestand bestaat al en is veranderd. Kies een andere map, of hernoem het.",
            )
        if not doel.exists():
            schrijf_atomair(doel, data)
    except OSError as fout:
        raise BestandError(
            doel,
            f"hier kan het voorbeeld niet komen ({reden(fout)}). Kies een andere map.",
        ) from fout
    gemaakt = next(iter(neem_op([doel]).voer_uit()))
    if gemaakt.fout:
        raise gemaakt.fout
    return gemaakt
