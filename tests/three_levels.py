"""What becomes of points of three levels, everywhere in the house.

`test_list_level.py` runs this in a house in which `LEVELS` is 3 (`changed_house.py`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from text_field_driver import S_TAB, TAB, schrijf

from independent_reader import Gelezen, W
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.document.writers import write
from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.pasted_text import read_pasted
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.sentence_merge import merge_markup
from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.pdf.copy import make_copy
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.terminal.reports.changes import render_change
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon
from uitvoeringsplan.word.tracked.tracked_document import write_tracked
from uitvoeringsplan.yamltext.yaml_writer import plan_text

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan

WORTEL = Path(__file__).resolve().parents[1]
VRAAG = "borgen-budget"
PUNTEN = """\
We doen dit:

- een
  - twee
    - drie
      verder
    - vier
  - vijf
- zes"""
NUMMERS = """\
7. een
  1. twee
    4. drie
    5. vier
  2. vijf
8. zes"""
TEKST = f"{PUNTEN}\n\nEn dan:\n\n{NUMMERS}"
_OUD = "- a\n  - wel\n    - c\n    - d\n  - niet\n    - e\n    - f"
#: As it was, and what two people made of it.
SAMEN = (
    (_OUD, _OUD.replace("- c", "- cc"), _OUD.replace("niet", "nooit")),
    (_OUD, _OUD.replace("- c", "- cc"), _OUD.replace("- f", "- ff")),
)
BOTST = (  # a point of the third level hangs on what the other one changed
    (_OUD, _OUD.replace("niet", "nooit"), _OUD.replace("- f", "- ff")),
    (_OUD, _OUD.replace("- a", "- aa"), _OUD.replace("- f", "- ff")),
    (_OUD, _OUD.replace("  - niet\n", ""), _OUD.replace("- f", "- ff")),
)
GEPLAKT = (
    "•\teen\n\t•\ttwee\n\t\t•\tdrie\n\t\t\t•\tvier",
    "•\teen\no\ttwee\n▪\tdrie\n▪\tvier\n•\tvijf",
    "1.\teen\n    1.\ttwee\n        1.\tdrie",
)


def word(deel, sjabloon: bytes, plan: Plan) -> dict[str, object]:
    """Return what a document says of the points that were written in it."""
    geopend = open_sjabloon(sjabloon, "sjabloon.docx", deel)
    data = fill(geopend, deel, plan)
    gelezen = Gelezen(data)
    namen = {stijl_id: naam for naam, stijl_id in gelezen.stijl_ids().items()}
    terug = read_returned(data, "p.docx", deel, eerder=lambda *_: (plan.antwoorden[VRAAG],))
    antwoord = terug.antwoorden[VRAAG]
    anders = plan._replace(antwoorden={VRAAG: TEKST.replace("    - drie", "  - drie")})
    spoor = write_tracked(geopend, deel, anders, plan, auteur="Jan", datum="2027-01-31T00:00:00Z")
    return {
        "stijlen": [namen.get(alinea.stijl, "") for alinea in gelezen.alineas(VRAAG)],
        "bevindingen": [bevinding.rule_id for bevinding in check_docx(data, "p.docx")],
        "terug": antwoord.tekst,
        "zeker": antwoord.is_zeker,
        "bedenkingen": [b.melding for b in terug.bedenkingen if b.vraag_id == VRAAG],
        "uit spoor": read_returned(spoor, "p.docx", deel).antwoorden[VRAAG].tekst,
        "md": _van_vraag(write("md", read_document(data, "p.docx"), None).decode()),
        "html": _van_vraag(write("html", read_document(data, "p.docx"), None).decode()),
        "pdf": _punten(make_copy(data, lambda _: "", "p.docx").data) == _punten(data),
    }


def _van_vraag(tekst: str) -> str:
    begin = tekst.index("We doen dit:")
    return tekst[begin : tekst.index("zes", tekst.index("zes", begin) + 3) + 3]


def _punten(data: bytes) -> list[str]:
    """Return the words of every paragraph with its style and its place in a list."""
    document = etree.fromstring(load_package(data, "x.docx").inhoud("word/document.xml"))
    ruimte = {"w": W}
    return [
        "|".join(p.xpath("w:pPr/w:pStyle/@w:val | w:pPr/w:numPr/*/@w:val | .//w:t/text()",
                         namespaces=ruimte))
        for p in document.iter(f"{{{W}}}p")
        if p.xpath("w:pPr/w:pStyle[starts-with(@w:val, 'List')]", namespaces=ruimte)
    ]  # fmt: skip


def alles(map_: Path) -> dict[str, object]:
    """Return what became of three levels of points everywhere."""
    vragenlijst = load_vragenlijst(WORTEL / "vragen.yaml")
    deel = public_part(vragenlijst)
    vraag = deel.vraag(VRAAG)
    pad = map_ / "p.plan.yaml"
    pad.write_text(plan_text(deel, {"gemeente": "Oudermeer"}, {VRAAG: TEKST}), "utf-8")
    plan = load_plan(pad, deel).plan
    bron = WORTEL / "templates" / "bron" / f"{Path(deel.sjabloon).stem}.md"
    vers = build_sjabloon(deel, bron.read_text("utf-8"), naam=bron.name)
    verschil = compare_antwoord(vraag, "- a\n  - b\n  - c", "- a\n  - b\n    - c")
    pakket = load_package(vers, "s.docx")
    eerder = (WORTEL / "templates" / deel.sjabloon).read_bytes()
    toetsen = ((TAB,), (TAB, TAB), (TAB, TAB, TAB), (TAB, TAB, S_TAB))
    return {
        "tekst": TEKST,
        "plan": plan.tekst(vraag),
        "opmaak": canonical(TEKST),
        "te diep": canonical("- a\n  - b\n    - c\n      - d"),
        "nieuw is compleet": complete(pakket) is pakket,
        "nieuw sjabloon": word(deel, vers, plan),
        "sjabloon van eerder": word(deel, eerder, plan),
        "samen": [merge_markup(*drie) for drie in SAMEN],
        "botst": [merge_markup(*drie) for drie in BOTST],
        "geplakt": [read_pasted(tekst) for tekst in GEPLAKT],
        "veld": [schrijf(*druk, tekst="- een\n- twee").tekst for druk in toetsen],
        "gezegd": schrijf(TAB, TAB, TAB, tekst="- een\n- twee").gezegd,
        "verschil": re.sub(" +", " ", render_change(verschil, kleur=False)),
    }
