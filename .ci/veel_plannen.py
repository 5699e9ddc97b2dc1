"""Many plans with random answers, through the gates for Word files.

    python veel_plannen.py [AANTAL]

Every type of answer, both layouts, every status, the public and the internal document, and three
templates: our own, our own in a house style, and a stranger's with hardly any styles. From an
empty plan to one of a megabyte. The draw is fixed: the same number gives the same plans.
"""

from __future__ import annotations

import random
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

from uitvoeringsplan.errors import AntwoordError
from uitvoeringsplan.model.tabel import schrijf_tabel
from uitvoeringsplan.model.uitgave import openbaar_deel
from uitvoeringsplan.model.vraag import Kolom, Vraag, VraagType
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.storage.yamlschrijver import plantekst
from uitvoeringsplan.tasks.genereer import Wens, neem_op

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WOORD_POORTEN = ("Open XML SDK", "ooxml-integrity", "eigen controles")
LIJST = load_vragenlijst(Path("vragen.yaml"))
WOORDEN = (
    "gemeente", "wijk", "**vet**", "*schuin*", "[KIS](https://www.kis.nl/?a=1&b=2)", "€ 12.000",
    "Súdwest-Fryslân", "<tag>", "a & b", "“citaat”", "x" * 60, "ʼs-Hertogenbosch", "İstanbul",
    "2 < 3 > 1", "]]>", "**", "[los", "een\u00a0vast\u00a0woord", "日本", "🙂", "a–b", "|", "\\|",
)  # fmt: skip
MEGABYTE = 2**20


@dataclass(frozen=True)
class Proef:
    """One document: the plan it is made from and what was asked for."""

    plan: Path
    word: Path
    wens: Wens


def zin(toeval: random.Random, woorden: int) -> str:
    """Return one line of words."""
    return " ".join(toeval.choice(WOORDEN) for _ in range(toeval.randint(1, woorden)))


def antwoord(toeval: random.Random, vraag: Vraag, grootte: int) -> str:
    """Return a random answer of the type of the question, of about `grootte` paragraphs."""
    match vraag.type:
        case VraagType.TABEL:
            rijen = (
                [cel(toeval, kolom) for kolom in vraag.kolommen]
                for _ in range(toeval.randint(1, grootte))
            )
            return schrijf_tabel(rijen)
        case VraagType.LIJST:
            return "\n".join(f"- {zin(toeval, 12)}" for _ in range(grootte))
        case VraagType.TEKST:
            vormen = ("{}\n", "{}\n", "- {}", "  - {}", "1. {}", "  1. {}", "{}")
            return "\n".join(toeval.choice(vormen).format(zin(toeval, 30)) for _ in range(grootte))
    return cel(toeval, vraag)


def cel(toeval: random.Random, vraag: Kolom | Vraag) -> str:
    """Return a random answer of one line; one that is required is never empty."""
    moet = isinstance(vraag, Kolom) and vraag.verplicht
    if not moet and toeval.random() < 0.2:
        return ""
    match vraag.type:
        case VraagType.KEUZE | VraagType.MEERKEUZE:
            return toeval.choice(vraag.keuzes)
        case VraagType.DATUM:
            jaar, maand, dag = (
                toeval.randint(1995, 2060),
                toeval.randint(1, 12),
                toeval.randint(1, 28),
            )
            return f"{jaar}-{maand:02}-{dag:02}"
        case VraagType.GETAL:
            return str(toeval.randint(2020, 2040))
        case VraagType.JANEE:
            return toeval.choice(("ja", "nee"))
    return zin(toeval, 5)


def past(vraag: Vraag, tekst: str) -> str:
    """Return the text as the plan stores it, or nothing when the question does not take it."""
    try:
        return vraag.normaliseer(tekst)
    except AntwoordError:
        return ""


def maak_plan(nummer: int, map_: Path) -> Path:
    """Write the plan with this number: the first is empty, every 25th has a megabyte of answers."""
    toeval = random.Random(nummer)  # noqa: S311 - a fixed draw, nothing secret
    deel = 0.0 if nummer == 0 else toeval.random()
    gegevens = {
        veld.id: past(veld, antwoord(toeval, veld, 2))
        for veld in LIJST.gegevens
        if toeval.random() < deel
    }
    antwoorden = {
        vraag.id: past(vraag, antwoord(toeval, vraag, toeval.randint(1, 8)))
        for vraag in LIJST.vragen
        if toeval.random() < deel
    }
    if nummer % 25 == 24:
        groot = LIJST.vaste_vragen[nummer % 20]
        antwoorden[groot.id] = past(groot, f"{zin(toeval, 30)}\n\n" * (MEGABYTE // 400))
    pad = map_ / f"plan-{nummer:03}.plan.yaml"
    pad.write_text(plantekst(LIJST, gegevens, antwoorden), encoding="utf-8")
    return pad


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
    vreemd = vreemd_sjabloon(openbaar_deel(LIJST), map_ / "vreemd.docx")
    stijl = huisstijl(map_ / "stijl.yaml")
    wensen = (
        Wens(indeling="tabel"),
        Wens(indeling="koppen"),
        Wens(sjabloon=vreemd),
        Wens(indeling="tabel", huisstijl=stijl),
        Wens(intern=True),
        Wens(indeling="koppen", huisstijl=stijl),
    )
    uit = []
    for nummer in range(aantal):
        plan = maak_plan(nummer, map_)
        uit.append(Proef(plan, plan.with_suffix(".docx"), wensen[nummer % len(wensen)]))
    return uit


def keur(proef: Proef) -> list[str]:
    """Make one document and return what the gates say of it."""
    (gemaakt,) = neem_op([proef.plan], uit=proef.word, wens=proef.wens).voer_uit()
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
    print(
        f"{aantal - met_fout} van de {aantal} documenten zonder bevinding; het grootste plan is"
        f" {grootste / MEGABYTE:.1f} MB ({time.monotonic() - begin:.0f} s)"
    )
    return 1 if met_fout else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
