"""Files from outside: read, or refused with one sentence, and never more than the bounds allow."""

from __future__ import annotations

import pytest

from attack_parts import keuzes, start_outside
from attacks import AAN_DE_POORT, INSIDE
from docx_builder import GOOD, document, docx
from package_builder import W
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.ooxml.names import REL_STYLES
from uitvoeringsplan.ooxml.tree import MAX_DEPTH
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.reading import read_returned

KLEINSTE = 100_000  # bytes; no file of these tests comes near what a bound is for


def refusal(data: bytes, lijst) -> str:
    """Return the sentence that a file is refused with; empty when it is read."""
    assert len(data) < KLEINSTE
    try:
        read_returned(data, "terug.docx", lijst)
    except SjabloonError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", [*INSIDE, "geen zip", "entiteit", "kapotte XML"])
def test_wat_niet_gelezen_wordt_is_geweigerd_met_een_zin(real_lijst, name):
    make, word = (INSIDE | AAN_DE_POORT)[name]
    zin = refusal(make(), real_lijst)
    assert word in zin
    assert zin.startswith("terug.docx: ")
    assert zin.endswith(".")
    assert zin.isprintable()  # one line, and nothing in it that a terminal obeys
    assert len(zin) < 250


@pytest.mark.parametrize("name", ["x", "w:customXml"])
def test_wat_te_diep_genest_is_wordt_niet_gelezen(real_lijst, name):
    def make(depth: int) -> bytes:
        around = depth - 2  # the document and its body are around it
        return docx(document=document(f"<{name}>" * around + f"</{name}>" * around))

    def with_styles(depth: int) -> bytes:
        around = depth - 1
        return docx(styles=f'<w:styles xmlns:w="{W}">{"<x>" * around}{"</x>" * around}</w:styles>')

    for one in (make, with_styles):
        assert "te diep genest" not in refusal(one(MAX_DEPTH), real_lijst)
        assert "te diep genest" in refusal(one(MAX_DEPTH + 1), real_lijst)


def test_dubbele_tekst_is_een_keer_gelezen(real_lijst):
    def reading(data: bytes) -> dict[str, str]:
        antwoorden = read_returned(data, "x.docx", real_lijst).antwoorden
        return {name: one.text for name, one in antwoorden.items()}

    assert reading(docx(document=keuzes())) == {"lokale-ambitie": "één keer"}
    assert reading(start_outside()) == {"lokale-ambitie": "uitkomst"}
    utf16 = docx(document=GOOD.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert reading(utf16) == {"lokale-ambitie": "Het antwoord."}


@pytest.mark.parametrize("file", ["openbaar", "intern"])
def test_onze_eigen_documenten_mogen_naar_binnen(
    sjabloon, real_lijst, intern_sjabloon, interne_lijst, plannen, file
):
    if file == "openbaar":
        data = fill(sjabloon, real_lijst, plannen["vol"])
    else:
        data = fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    inside = let_in(data, "x.docx")
    assert inside.document == "word/document.xml"
    assert inside.parts(REL_STYLES) == ["word/styles.xml"]
    assert inside.package.content("word/document.xml").startswith(b"<?xml")
