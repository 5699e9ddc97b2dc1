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

WORTEL = Path(__file__).resolve().parents[1]
VRAAG = "borgen-budget"
TEKST = """\
Een ^^groot **vet** woord^^ en **vet *beide* ^^groot^^**.

- Met een ^^[handleiding](https://x.nl)^^ en \\^\\^niet\\^\\^.
- Slot."""


def alles(_: Path) -> dict[str, object]:
    """Return what became of the new emphasis."""
    deel = public_part(load_vragenlijst(WORTEL / "vragen.yaml"))
    vraag = deel.vraag(VRAAG)
    plan = Plan(deel.soort, deel.versie, {"gemeente": "Oudermeer"}, {VRAAG: TEKST})
    sjabloon = (WORTEL / "templates" / deel.sjabloon).read_bytes()
    data = fill(open_sjabloon(sjabloon, "s.docx", deel), deel, plan)
    terug = read_returned(data, "p.docx", deel)
    verschil = compare_antwoord(vraag, "een twee", "een ^^twee^^")
    letters = ".//w:r[w:rPr/w:caps]/w:t/text()"
    return {
        "tekst": TEKST,
        "opmaak": canonical(TEKST),
        "in word": [
            str(woord)
            for veld in Gelezen(data).velden(VRAAG)
            for woord in veld.xpath(letters, namespaces=NS)
        ],
        "bevindingen": [bevinding.rule_id for bevinding in check_docx(data, "p.docx")],
        "terug": terug.antwoorden[VRAAG].tekst,
        "zeker": terug.antwoorden[VRAAG].is_zeker,
        "md": write("md", read_document(data, "p.docx"), None).decode(),
        "html": write("html", read_document(data, "p.docx"), None).decode(),
        "veld": schrijf(tekst="a ^^b^^ **c**").met("underscore"),
        "anders": fingerprint("^^a^^") != fingerprint("a"),
        "verschil": render_change(verschil, kleur=False),
        "json": as_json([verschil]),
        "maker": etree.tostring(run("x", jas=Run("", proefnadruk=True))).decode(),
    }
