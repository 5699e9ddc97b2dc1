"""What becomes of words that stand out in a new way, everywhere in the house.

`test_new_emphasis.py` runs this in a house that knows one more way (`changed_house.py`).
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from text_field_driver import schrijf

from independent_reader import NS, Gelezen
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.document.writers import write
from uitvoeringsplan.maker.elements import run
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.plan_differences import as_json, compare_antwoord
from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.terminal.reports.changes import render_change
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

ROOT = Path(__file__).resolve().parents[1]
VRAAG = "borgen-budget"
TEXT = """\
Een ^^groot **vet** woord^^ en **vet *beide* ^^groot^^**.

- Met een ^^[handleiding](https://x.nl)^^ en \\^\\^niet\\^\\^.
- Slot."""


def everything(_: Path) -> dict[str, object]:
    """Return what became of the new emphasis."""
    part = public_part(load_vragenlijst(ROOT / "vragen.yaml"))
    vraag = part.vraag(VRAAG)
    plan = Plan(part.soort, part.versie, {"gemeente": "Oudermeer"}, {VRAAG: TEXT})
    sjabloon = (ROOT / "templates" / part.sjabloon).read_bytes()
    data = fill(open_sjabloon(sjabloon, "s.docx", part), part, plan)
    terug = read_returned(data, "p.docx", part)
    verschil = compare_antwoord(vraag, "een twee", "een ^^twee^^")
    letters = ".//w:r[w:rPr/w:caps]/w:t/text()"
    return {
        "tekst": TEXT,
        "opmaak": canonical(TEXT),
        "in word": [
            str(word)
            for veld in Gelezen(data).velden(VRAAG)
            for word in veld.xpath(letters, namespaces=NS)
        ],
        "bevindingen": [bevinding.rule_id for bevinding in check_docx(data, "p.docx")],
        "terug": terug.antwoorden[VRAAG].text,
        "zeker": terug.antwoorden[VRAAG].is_certain,
        "md": write("md", read_document(data, "p.docx"), None).decode(),
        "html": write("html", read_document(data, "p.docx"), None).decode(),
        "veld": schrijf(text="a ^^b^^ **c**").met("underscore"),
        "anders": fingerprint("^^a^^") != fingerprint("a"),
        "verschil": render_change(verschil, kleur=False),
        "json": as_json([verschil]),
        "maker": etree.tostring(run("x", dress=Run("", proefnadruk=True))).decode(),
    }
