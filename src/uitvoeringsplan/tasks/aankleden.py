"""A template in the house style of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.word.sjabloon.openen import Sjabloon, open_sjabloon

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


class Aangekleed(NamedTuple):
    """A template in a house style, and what of that style found no place, as sentences."""

    sjabloon: Sjabloon
    huisstijl: Huisstijl | None = None
    weggelaten: tuple[str, ...] = ()


def kleed_aan(data: bytes, pad: Path, deel: Vragenlijst, stijlpad: Path | None) -> Aangekleed:
    """Return the template in `data` for a part of the question set, in the style of a file.

    Raises SjabloonError, HuisstijlError or BestandError.
    """
    if stijlpad is None:
        return Aangekleed(open_sjabloon(data, str(pad), deel))
    # Few plans have a house style yet, and it costs imports.
    from uitvoeringsplan.storage.huisstijlbestand import load_huisstijl  # noqa: PLC0415
    from uitvoeringsplan.word.huisstijl.toepassen import weggelaten  # noqa: PLC0415
    from uitvoeringsplan.word.pakket import lees_pakket  # noqa: PLC0415

    huisstijl = load_huisstijl(stijlpad)
    sjabloon = open_sjabloon(data, str(pad), deel, huisstijl)
    return Aangekleed(sjabloon, huisstijl, weggelaten(lees_pakket(data, str(pad)), huisstijl))
