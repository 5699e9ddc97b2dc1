"""Many plans with random answers, through the gates for Word files.

    python veel_plannen.py [AANTAL]

Both layouts, every status, the public and the internal document, with and without the open points
as comments, and three templates: our own, our own in a house style, and a stranger's with hardly
any styles. Every tenth plan also gets a document with the changes since the plan before it tracked.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from gereedschap import POORTEN
from willekeurig_plan import LIJST, MEGABYTE, maak_plan

from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.tasks.compare_plans import compare_plans, write_changes
from uitvoeringsplan.tasks.generate import Request, take_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WOORD_POORTEN = ("Open XML SDK", "ooxml-integrity", "eigen controles")

WOORD_POORTEN = ("Open XML SDK", "ooxml-integrity", "eigen controles")


@dataclass(frozen=True)
class Proef:
    """One document: the plan it is made from and what was asked for.

    With `oud` it shows the changes since that plan.
    """

    plan: Path
    word: Path
    wens: Request
    oud: Path | None = None


def vreemd_sjabloon(lijst: Vragenlijst, pad: Path) -> Path:
    """Write a template that knows nothing of us: with controls, and hardly any styles."""
    document = docx.Document()
    document.core_properties.language = "nl-NL"
    for naam in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Table Grid"):
        document.styles[naam].delete()
    for kleur in document.styles.element.findall(".//{*}color"):  # too light, but not ours
        kleur.getparent().remove(kleur)
    grijs = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    taal = parse_xml(f'<w:lang {nsdecls("w")} w:val="nl-NL"/>')
    rpr = document.styles.element.find(".//{*}rPrDefault/{*}rPr")
    for oud in rpr.findall("{*}lang"):
        rpr.remove(oud)
    rpr.append(taal)
    document.add_heading("Plan", 1)
    for nummer, vraag in enumerate(lijst.vaste_vragen, 1):
        document.add_paragraph(vraag.label)
        document.element.body.insert_element_before(
            parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{vraag.label}"/>'
                f'<w:tag w:val="{vraag.id}"/><w:id w:val="{nummer}"/><w:showingPlcHdr/></w:sdtPr>'
                f'<w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="{grijs.style_id}"/></w:rPr>'
                "<w:t>Klik of tik om tekst in te voeren.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
            "w:sectPr",
        )
    document.save(str(pad))
    return pad


def huisstijl(pad: Path) -> Path:
    """Write a house style."""
    pad.write_text(
        'kleuren:\n  accent: "#7A1F3D"\nletters:\n  koppen: Georgia\nadres: |\n  Postbus 1\n',
        encoding="utf-8",
    )
    return pad


def proeven(aantal: int, map_: Path) -> list[Proef]:
    """Return what is to be made: the wishes go round so that every combination comes by."""
    vreemd = vreemd_sjabloon(public_part(LIJST), map_ / "vreemd.docx")
    stijl = huisstijl(map_ / "stijl.yaml")
    wensen = (
        Request(indeling="tabel"),
        Request(indeling="koppen"),
        Request(sjabloon=vreemd),
        Request(indeling="tabel", huisstijl=stijl),
        Request(intern=True),
        Request(indeling="koppen", huisstijl=stijl),
        Request(indeling="tabel", met_punten=True),
        Request(indeling="koppen", met_punten=True),
        Request(sjabloon=vreemd, met_punten=True),
        Request(intern=True, met_punten=True),
    )
    uit = []
    for nummer in range(aantal):
        plan = maak_plan(nummer, map_)
        uit.append(Proef(plan, plan.with_suffix(".docx"), wensen[nummer % len(wensen)]))
        if nummer % 10 == 9:
            word = plan.with_name(f"{plan.stem}-wijzigingen.docx")
            uit.append(Proef(plan, word, Request(), uit[-2].plan))
    return uit


def keur(proef: Proef) -> list[str]:
    """Make one document and return what the gates say of it."""
    if proef.oud:
        vergelijking = compare_plans(str(proef.oud), str(proef.plan))
        write_changes(
            vergelijking, proef.word, author="An", datum="2027-01-31T00:00:00Z", overwrite=False
        )
    else:
        (gemaakt,) = take_order([proef.plan], out=proef.word, request=proef.wens).run()
        if gemaakt.fout:
            return [f"maken: {gemaakt.fout}"]
    return [f"{poort}: {fout}" for poort in WOORD_POORTEN for fout in POORTEN[poort](proef.word)]


def main(opties: Sequence[str]) -> int:
    """Return an exit code."""
    aantal = int(opties[0]) if opties else 200
    begin = time.monotonic()
    met_fout = 0
    soorten: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as map_, ThreadPoolExecutor(2) as helpers:
        alle = proeven(aantal, Path(map_))
        for proef, fouten in zip(alle, helpers.map(keur, alle), strict=True):
            if fouten:
                met_fout += 1
                print(f"fout  {proef.plan.name}, {proef.wens}", *fouten[:5], sep="\n      ")
                soorten.update(fout[:90] for fout in fouten)
        grootste = max(proef.plan.stat().st_size for proef in alle)
    for soort, keer in soorten.most_common(10):
        print(f"{keer:5}  {soort}")
    gevolgd = sum(proef.oud is not None for proef in alle)
    print(
        f"{len(alle) - met_fout} van de {len(alle)} documenten zonder bevinding: {aantal} plannen,"
        f" en {gevolgd} keer bijgehouden wijzigingen; het grootste plan is"
        f" {grootste / MEGABYTE:.1f} MB ({time.monotonic() - begin:.0f} s)"
    )
    return 1 if met_fout else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
