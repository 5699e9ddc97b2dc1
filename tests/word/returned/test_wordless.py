"""What gives no words itself is told of, with the words that are in it."""

from __future__ import annotations

import pytest
from lxml import etree

from package_builder import W
from uitvoeringsplan.document.paragraph_content import read_items
from uitvoeringsplan.word.returned.wordless import without_words

SPACES = f'xmlns:w="{W}" xmlns:x="urn:vreemd"'


class _NoFields:
    """A reader in whose paragraphs every field is read."""

    def unread(self, _items, _style_id):
        return ["PAGE"]


def told(xml: str) -> list[str]:
    items = read_items(etree.fromstring(f"<w:p {SPACES}>{xml}</w:p>"))
    return without_words(items, "", _NoFields())


@pytest.mark.parametrize(
    ("xml", "zin"),
    [
        (
            "<w:r><w:footnoteReference/></w:r>",
            "staat een voetnoot. Dat kan niet mee; de tekst wel.",
        ),
        ("<w:r><w:endnoteReference/></w:r>", "een eindnoot"),
        ('<w:r><w:br w:type="page"/></w:r>', "een pagina-einde"),
        ("<w:r><w:pgNum/></w:r>", "een paginanummer"),
        ("<w:r><w:dayLong/></w:r>", "een datum"),
        ("<x:nieuw><w:r><w:t>erin</w:t></w:r></x:nieuw>", "kent (nieuw) met “erin”. Dat kan"),
        ("<w:r><w:drawing><w:p><w:t>op een vorm</w:t></w:p></w:drawing></w:r>", "“op een vorm”"),
        ('<w:fldSimple w:instr="PAGE"/>', "een veld dat Word zelf invult (“PAGE”)"),
    ],
)
def test_wat_geen_woorden_geeft_wordt_genoemd(xml, zin):
    (one,) = told(xml)
    assert zin in one


def test_gewone_woorden_zeggen_niets_en_iets_dubbels_een_keer():
    assert told('<w:r><w:t>a</w:t><w:br/><w:tab/></w:r><w:bookmarkStart w:name="x"/>') == []
    assert len(told("<w:r><w:footnoteReference/><w:footnoteReference/></w:r>")) == 1
