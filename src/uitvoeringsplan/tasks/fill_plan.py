"""A plan to the bytes of its document: its template, its drawings, and filling the one in.

The template is the right one, in the house style that lies beside the plan.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.lookup import find_huisstijl, find_sjabloon
from uitvoeringsplan.files.word_file import lees_word
from uitvoeringsplan.model.uitgave import plan_voor
from uitvoeringsplan.model.velden import INDELING
from uitvoeringsplan.model.vraag import Beeldsoort
from uitvoeringsplan.word.invullen import vul_in
from uitvoeringsplan.word.maakopties import with_options
from uitvoeringsplan.word.sjabloon.openen import Sjabloon, open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.drawing.tekening import Tekening, Vormgeving
    from uitvoeringsplan.model.huisstijl import Huisstijl
    from uitvoeringsplan.model.plan import Plan
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.word.opmerkingen.schrijven import Punten

SJABLOON, HUISSTIJL, INTERN, MET_PUNTEN = "sjabloon", "huisstijl", "intern", "met-punten"


class Keuze(NamedTuple):
    """How a document is asked for; `deel` is the part of the question set that it is about."""

    deel: Vragenlijst
    indeling: str = ""  # instead of what the plan says
    intern: bool = False
    met_punten: bool = False  # a working copy, with the open points as comments


class Gevuld(NamedTuple):
    """A finished document, and what it was made of."""

    data: bytes
    heel: Plan  # with what the public document leaves out
    plan: Plan
    aangekleed: Aangekleed
    punten: Punten | None


def vul_plan_in(bestand: Planbestand, sjablonen: Sjablonen, keuze: Keuze) -> Gevuld:
    """Return the document of a plan. The same files and options give the same bytes.

    Raises SjabloonError, HuisstijlError or BestandError.
    """
    aangekleed = sjablonen.voor(bestand.pad)
    heel = bestand.plan
    opties = sjablonen.opties(aangekleed.huisstijl)
    if keuze.indeling and keuze.indeling != heel.gegevens.get(INDELING):
        heel = replace(heel, gegevens={**heel.gegevens, INDELING: keuze.indeling})
        opties[INDELING] = keuze.indeling
    opties |= {INTERN: "ja"} if keuze.intern else {}
    opties |= {MET_PUNTEN: "ja"} if keuze.met_punten else {}
    plan = plan_voor(keuze.deel, bestand.vragenlijst, heel)
    beelden = teken(aangekleed.sjabloon, keuze.deel, plan, aangekleed.huisstijl)
    punten = _open_punten(bestand) if keuze.met_punten else None
    data = vul_in(aangekleed.sjabloon, keuze.deel, plan, beelden, punten)
    return Gevuld(with_options(data, opties), heel, plan, aangekleed, punten)


def _open_punten(bestand: Planbestand) -> Punten:
    from uitvoeringsplan.word.opmerkingen.schrijven import Punten  # noqa: PLC0415 - rare

    return Punten(punt for punt in bestand.punten if punt.is_open)


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


_BIJSCHRIFT = 2.8  # cm above a drawing, for the heading and the sentence that lead up to it


def teken(
    sjabloon: Sjabloon, vragenlijst: Vragenlijst, plan: Plan, huisstijl: Huisstijl | None = None
) -> dict[str, list[Tekening]]:
    """Return the drawings by the id of their question, as large as their place in the template."""
    uit: dict[str, list[Tekening]] = {}
    for plek in (plek for deel in sjabloon.delen for plek in deel.plekken):
        vraag = vragenlijst.vraag(plek.vraag_id)
        waarde = plan.waarde(vraag)
        if not waarde or vraag.beeld is None or vraag.id in uit:
            continue
        # Few plans have a drawing; the others should not wait for what draws them.
        from uitvoeringsplan.drawing.tekening import STANDAARD, Vormgeving  # noqa: PLC0415
        from uitvoeringsplan.model.tabel import gesorteerd  # noqa: PLC0415

        rijen = gesorteerd(vraag, waarde)
        if vraag.beeld is Beeldsoort.TIJDLIJN and not _is_planning(vraag, rijen):
            continue
        breed, hoog = plek.ruimte
        vorm = Vormgeving(
            (huisstijl and huisstijl.accent) or STANDAARD.accent,
            (huisstijl and huisstijl.tekst) or STANDAARD.tekst,
            round(breed, 1),
            round(hoog - _BIJSCHRIFT, 1),
        )
        uit[vraag.id] = _drawings(vraag, rijen, vorm)
    return uit


def _drawings(vraag: Vraag, rijen: Sequence[Sequence[str]], vorm: Vormgeving) -> list[Tekening]:
    """Return the drawings of one kind; the other kind is not loaded."""
    if vraag.beeld is Beeldsoort.TIJDLIJN:
        from uitvoeringsplan.drawing.tijdlijn import teken_tijdlijn  # noqa: PLC0415

        return teken_tijdlijn(vraag.kolommen, rijen, vorm)
    from uitvoeringsplan.drawing.tegenstellingen import teken_tegenstellingen  # noqa: PLC0415

    return teken_tegenstellingen(vraag.kolommen, rijen, vorm)


def _is_planning(vraag: Vraag, rijen: Iterable[Sequence[str]]) -> bool:
    """Whether more than one row has a date: a line in time of one action shows nothing."""
    datums = [i for i, kolom in enumerate(vraag.kolommen) if kolom.id in ("start", "gereed")]
    return sum(any(rij[i] for i in datums) for rij in rijen) > 1
