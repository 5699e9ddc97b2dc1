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
from gereedschap import GATES
from willekeurig_plan import LIJST, MEGABYTE, make_plan

from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.tasks.compare_plans import compare_plans, write_changes
from uitvoeringsplan.tasks.generate import Request, take_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WORD_GATES = ("Open XML SDK", "ooxml-integrity", "eigen controles")

WORD_GATES = ("Open XML SDK", "ooxml-integrity", "eigen controles")


@dataclass(frozen=True)
class Proef:
    """One document: the plan it is made from and what was asked for.

    With `old` it shows the changes since that plan.
    """

    plan: Path
    word: Path
    wens: Request
    old: Path | None = None


def foreign_sjabloon(lijst: Vragenlijst, path: Path) -> Path:
    """Write a template that knows nothing of us: with controls, and hardly any styles."""
    document = docx.Document()
    document.core_properties.language = "nl-NL"
    for name in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "Table Grid"):
        document.styles[name].delete()
    for kleur in document.styles.element.findall(".//{*}color"):  # too light, but not ours
        kleur.getparent().remove(kleur)
    grey = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    taal = parse_xml(f'<w:lang {nsdecls("w")} w:val="nl-NL"/>')
    rpr = document.styles.element.find(".//{*}rPrDefault/{*}rPr")
    for old in rpr.findall("{*}lang"):
        rpr.remove(old)
    rpr.append(taal)
    document.add_heading("Plan", 1)
    for number, vraag in enumerate(lijst.fixed_vragen, 1):
        document.add_paragraph(vraag.label)
        document.element.body.insert_element_before(
            parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{vraag.label}"/>'
                f'<w:tag w:val="{vraag.id}"/><w:id w:val="{number}"/><w:showingPlcHdr/></w:sdtPr>'
                f'<w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="{grey.style_id}"/></w:rPr>'
                "<w:t>Klik of tik om tekst in te voeren.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
            "w:sectPr",
        )
    document.save(str(path))
    return path


def huisstijl(path: Path) -> Path:
    """Write a house style."""
    path.write_text(
        'kleuren:\n  accent: "#7A1F3D"\nletters:\n  koppen: Georgia\nadres: |\n  Postbus 1\n',
        encoding="utf-8",
    )
    return path


def trials(count: int, map_: Path) -> list[Proef]:
    """Return what is to be made: the wishes go round so that every combination comes by."""
    foreign = foreign_sjabloon(public_part(LIJST), map_ / "vreemd.docx")
    style = huisstijl(map_ / "stijl.yaml")
    wensen = (
        Request(indeling="tabel"),
        Request(indeling="koppen"),
        Request(sjabloon=foreign),
        Request(indeling="tabel", huisstijl=style),
        Request(intern=True),
        Request(indeling="koppen", huisstijl=style),
        Request(indeling="tabel", met_punten=True),
        Request(indeling="koppen", met_punten=True),
        Request(sjabloon=foreign, met_punten=True),
        Request(intern=True, met_punten=True),
    )
    result = []
    for number in range(count):
        plan = make_plan(number, map_)
        result.append(Proef(plan, plan.with_suffix(".docx"), wensen[number % len(wensen)]))
        if number % 10 == 9:
            word = plan.with_name(f"{plan.stem}-wijzigingen.docx")
            result.append(Proef(plan, word, Request(), result[-2].plan))
    return result


def keur(trial: Proef) -> list[str]:
    """Make one document and return what the gates say of it."""
    if trial.old:
        comparison = compare_plans(str(trial.old), str(trial.plan))
        write_changes(
            comparison, trial.word, author="An", datum="2027-01-31T00:00:00Z", overwrite=False
        )
    else:
        (made,) = take_order([trial.plan], out=trial.word, request=trial.wens).run()
        if made.error:
            return [f"maken: {made.error}"]
    return [f"{gate}: {error}" for gate in WORD_GATES for error in GATES[gate](trial.word)]


def main(options: Sequence[str]) -> int:
    """Return an exit code."""
    count = int(options[0]) if options else 200
    start = time.monotonic()
    met_fout = 0
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as map_, ThreadPoolExecutor(2) as helpers:
        every = trials(count, Path(map_))
        for trial, errors in zip(every, helpers.map(keur, every), strict=True):
            if errors:
                met_fout += 1
                print(f"fout  {trial.plan.name}, {trial.wens}", *errors[:5], sep="\n      ")
                kinds.update(error[:90] for error in errors)
        grootste = max(trial.plan.stat().st_size for trial in every)
    for kind, round_ in kinds.most_common(10):
        print(f"{round_:5}  {kind}")
    gevolgd = sum(trial.old is not None for trial in every)
    print(
        f"{len(every) - met_fout} van de {len(every)} documenten zonder bevinding: {count} plannen,"
        f" en {gevolgd} keer bijgehouden wijzigingen; het grootste plan is"
        f" {grootste / MEGABYTE:.1f} MB ({time.monotonic() - start:.0f} s)"
    )
    return 1 if met_fout else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
