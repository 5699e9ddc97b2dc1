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

ROOT = Path(__file__).resolve().parents[1]
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
NUMBERS = """\
7. een
  1. twee
    4. drie
    5. vier
  2. vijf
8. zes"""
TEXT = f"{PUNTEN}\n\nEn dan:\n\n{NUMBERS}"
_OLD = "- a\n  - wel\n    - c\n    - d\n  - niet\n    - e\n    - f"
#: As it was, and what two people made of it.
TOGETHER = (
    (_OLD, _OLD.replace("- c", "- cc"), _OLD.replace("niet", "nooit")),
    (_OLD, _OLD.replace("- c", "- cc"), _OLD.replace("- f", "- ff")),
)
BOTST = (  # a point of the third level hangs on what the other one changed
    (_OLD, _OLD.replace("niet", "nooit"), _OLD.replace("- f", "- ff")),
    (_OLD, _OLD.replace("- a", "- aa"), _OLD.replace("- f", "- ff")),
    (_OLD, _OLD.replace("  - niet\n", ""), _OLD.replace("- f", "- ff")),
)
PASTED = (
    "•\teen\n\t•\ttwee\n\t\t•\tdrie\n\t\t\t•\tvier",
    "•\teen\no\ttwee\n▪\tdrie\n▪\tvier\n•\tvijf",
    "1.\teen\n    1.\ttwee\n        1.\tdrie",
)


def word(part, sjabloon: bytes, plan: Plan) -> dict[str, object]:
    """Return what a document says of the points that were written in it."""
    opened = open_sjabloon(sjabloon, "sjabloon.docx", part)
    data = fill(opened, part, plan)
    reading = Gelezen(data)
    names = {style_id: name for name, style_id in reading.style_ids().items()}
    terug = read_returned(data, "p.docx", part, earlier=lambda *_: (plan.antwoorden[VRAAG],))
    antwoord = terug.antwoorden[VRAAG]
    otherwise = plan._replace(antwoorden={VRAAG: TEXT.replace("    - drie", "  - drie")})
    spoor = write_tracked(opened, part, otherwise, plan, auteur="Jan", datum="2027-01-31T00:00:00Z")
    return {
        "stijlen": [names.get(paragraph.style, "") for paragraph in reading.paragraphs(VRAAG)],
        "bevindingen": [bevinding.rule_id for bevinding in check_docx(data, "p.docx")],
        "terug": antwoord.text,
        "zeker": antwoord.is_certain,
        "bedenkingen": [b.message for b in terug.doubts if b.vraag_id == VRAAG],
        "uit spoor": read_returned(spoor, "p.docx", part).antwoorden[VRAAG].text,
        "md": _start_vraag(write("md", read_document(data, "p.docx"), None).decode()),
        "html": _start_vraag(write("html", read_document(data, "p.docx"), None).decode()),
        "pdf": _punten(make_copy(data, lambda _: "", "p.docx").data) == _punten(data),
    }


def _start_vraag(text: str) -> str:
    start = text.index("We doen dit:")
    return text[start : text.index("zes", text.index("zes", start) + 3) + 3]


def _punten(data: bytes) -> list[str]:
    """Return the words of every paragraph with its style and its place in a list."""
    document = etree.fromstring(load_package(data, "x.docx").content("word/document.xml"))
    space = {"w": W}
    return [
        "|".join(p.xpath("w:pPr/w:pStyle/@w:val | w:pPr/w:numPr/*/@w:val | .//w:t/text()",
                         namespaces=space))
        for p in document.iter(f"{{{W}}}p")
        if p.xpath("w:pPr/w:pStyle[starts-with(@w:val, 'List')]", namespaces=space)
    ]  # fmt: skip


def everything(map_: Path) -> dict[str, object]:
    """Return what became of three levels of points everywhere."""
    vragenlijst = load_vragenlijst(ROOT / "vragen.yaml")
    part = public_part(vragenlijst)
    vraag = part.vraag(VRAAG)
    path = map_ / "p.plan.yaml"
    path.write_text(plan_text(part, {"gemeente": "Oudermeer"}, {VRAAG: TEXT}), "utf-8")
    plan = load_plan(path, part).plan
    source = ROOT / "templates" / "bron" / f"{Path(part.sjabloon).stem}.md"
    fresh = build_sjabloon(part, source.read_text("utf-8"), name=source.name)
    verschil = compare_antwoord(vraag, "- a\n  - b\n  - c", "- a\n  - b\n    - c")
    package = load_package(fresh, "s.docx")
    earlier = (ROOT / "templates" / part.sjabloon).read_bytes()
    keys = ((TAB,), (TAB, TAB), (TAB, TAB, TAB), (TAB, TAB, S_TAB))
    return {
        "tekst": TEXT,
        "plan": plan.text(vraag),
        "opmaak": canonical(TEXT),
        "te diep": canonical("- a\n  - b\n    - c\n      - d"),
        "nieuw is compleet": complete(package) is package,
        "nieuw sjabloon": word(part, fresh, plan),
        "sjabloon van eerder": word(part, earlier, plan),
        "samen": [merge_markup(*three) for three in TOGETHER],
        "botst": [merge_markup(*three) for three in BOTST],
        "geplakt": [read_pasted(text) for text in PASTED],
        "veld": [schrijf(*press, text="- een\n- twee").text for press in keys],
        "gezegd": schrijf(TAB, TAB, TAB, text="- een\n- twee").said,
        "verschil": re.sub(" +", " ", render_change(verschil, kleur=False)),
    }
