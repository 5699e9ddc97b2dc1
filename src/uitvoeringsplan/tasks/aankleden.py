"""The template of a plan: the right one, in the house style that lies beside the plan."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.lookup import find_huisstijl, find_sjabloon
from uitvoeringsplan.files.word_file import lees_word
from uitvoeringsplan.word.sjabloon.openen import Sjabloon, open_sjabloon

if TYPE_CHECKING:
    from pathlib import Path

    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.vragenlijst import Vragenlijst


class Aangekleed(NamedTuple):
    """A template in a house style, and what of the two is not in a document, as sentences."""

    sjabloon: Sjabloon
    huisstijl: Huisstijl | None = None
    weggelaten: tuple[str, ...] = ()


class Sjablonen:
    """The template for one part of the question set, opened once in every house style."""

    def __init__(
        self,
        deel: Vragenlijst,
        vragen_pad: Path,
        sjabloon: Path | None = None,
        huisstijl: Path | None = None,
    ) -> None:
        """Find the template: `sjabloon`, or the one of the set. Raises BestandError.

        `huisstijl` goes before the one beside a plan.
        """
        self.pad = find_sjabloon(deel.sjabloon, sjabloon, vragen_pad)
        data = lees_word(self.pad)
        if data is None:
            raise BestandError(self.pad, "dit sjabloon bestaat niet. Controleer de naam en de map.")
        self._deel, self._data, self._huisstijl = deel, data, huisstijl
        self._eigen_sjabloon = sjabloon is not None
        self._aangekleed: dict[Path | None, Aangekleed] = {}

    def voor(self, plan: Path) -> Aangekleed:
        """Return the template for a plan; raises SjabloonError, HuisstijlError or BestandError."""
        stijlpad = find_huisstijl(plan, self._huisstijl)
        if stijlpad not in self._aangekleed:
            self._aangekleed[stijlpad] = _kleed_aan(self._data, self.pad, self._deel, stijlpad)
        return self._aangekleed[stijlpad]

    def opties(self, huisstijl: Huisstijl | None) -> dict[str, str]:
        """Return what was asked for by option, with fingerprints; `huisstijl` is that of a plan."""
        uit = {}
        if self._eigen_sjabloon:
            uit["sjabloon"] = sha256(self._data).hexdigest()[:16]
        if self._huisstijl is not None and huisstijl is not None:
            wat = repr(huisstijl._replace(pad=""))  # all that it says, its pictures too
            uit["huisstijl"] = sha256(wat.encode()).hexdigest()[:16]
        return uit


def _kleed_aan(data: bytes, pad: Path, deel: Vragenlijst, stijlpad: Path | None) -> Aangekleed:
    if stijlpad is None:
        sjabloon = open_sjabloon(data, str(pad), deel)
        return Aangekleed(sjabloon, weggelaten=sjabloon.weggelaten)
    # Few plans have a house style yet, and it costs imports.
    from uitvoeringsplan.ooxml.package import lees_pakket  # noqa: PLC0415
    from uitvoeringsplan.vragenlijst.huisstijlbestand import load_huisstijl  # noqa: PLC0415
    from uitvoeringsplan.word.huisstijl.toepassen import weggelaten  # noqa: PLC0415

    huisstijl = load_huisstijl(stijlpad)
    sjabloon = open_sjabloon(data, str(pad), deel, huisstijl)
    van_stijl = weggelaten(lees_pakket(data, str(pad)), huisstijl)
    return Aangekleed(sjabloon, huisstijl, (*sjabloon.weggelaten, *van_stijl))
