"""Places that take more than words read as their answer in words."""

from __future__ import annotations

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Vragenlijst
from uitvoeringsplan.ooxml.names import W14
from uitvoeringsplan.ooxml.tree import fragment
from uitvoeringsplan.word.returned.typed_places import write_out

BOX = (
    f'<w:sdt><w:sdtPr><w:tag w:val="{{}}"/><q:checkbox xmlns:q="{W14}"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
)
SIZE = Vraag(id="maat", label="Maat", vraag="?", type=TYPES["keuze"], keuzes=("Klein", "Groot"))
LIJST = Vragenlijst(
    soort="proef", versie="1", titel="Proef", sjabloon="p.docx", gegevens=(SIZE,), hoofdstukken=()
)


def _read(*boxes: tuple[str, str]) -> list[str]:
    (paragraph,) = fragment(f"<w:p>{''.join(BOX.format(*one) for one in boxes)}</w:p>")
    ids = {"maat": "maat"}
    write_out(paragraph, LIJST, lambda name: ids.get(name, ""), lambda _: "x")
    return ["".join(one.itertext()) for one in paragraph]


def test_elk_vakje_van_een_vraag_zegt_het_antwoord_van_alle_samen():
    assert _read(("maat#1", "☐"), ("maat#2", "☒")) == ["Groot", "Groot"]
    assert _read(("maat#1", "☐"), ("maat#2", "☐")) == ["", ""]


def test_twee_vakjes_waar_er_een_mag_worden_allebei_gezegd():
    assert _read(("maat#1", "☒"), ("maat#2", "☒")) == ["Klein; Groot", "Klein; Groot"]


def test_een_veld_van_een_ander_blijft_zoals_het_is():
    assert _read(("vreemd", "☒")) == ["☒"]
