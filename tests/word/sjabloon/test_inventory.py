"""What there is to know of a template: what is in it by its place, and what documents share."""

from __future__ import annotations

import pytest

from uitvoeringsplan.model.answer_markup import LEVELS
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.invulvelden import Invulveld
from uitvoeringsplan.word.sjabloon.conditions import Keuzedeel
from uitvoeringsplan.word.sjabloon.inventory import take_inventory


def inventory(data: bytes):
    return take_inventory(load_package(data, "s.docx"))


def test_elk_veld_en_elke_voorwaarde_staat_er_op_volgorde_in(builder):
    piece = builder.part("concept = ja", builder.block("eerste"))
    (part,) = inventory(builder.docx(piece, builder.block("tweede"))).parts
    assert [(c.place, c.inside, type(c.what)) for c in part.controls] == [
        (0, 1, Keuzedeel),
        (1, 0, Invulveld),
        (2, 0, Invulveld),
    ]
    assert [field.tag for field in part.fields] == ["eerste", "tweede"]
    assert [choice.voorwaarde.ids for choice in part.choices] == [("concept",)]


def test_een_koptekst_die_in_elk_document_gelijk_is_hoeft_niemand_te_kennen(builder):
    fixed = inventory(builder.pack(builder.with_header("<w:p/>")))
    assert [part.name for part in fixed.parts] == ["word/document.xml"]
    field = f"<w:p>{builder.line('gemeente')}</w:p>"
    met_veld = inventory(builder.pack(builder.with_header(field)))
    assert [part.name for part in met_veld.parts] == ["word/document.xml", "word/kop.xml"]


@pytest.mark.parametrize(
    ("taken", "free"),
    [((), 1), ((0,), 1), ((1, 2, 90), 91), ((90, 2**31 - 1), 91), ((20_000, 2**31 - 1), 1)],
)
def test_vanaf_welk_nummer_er_bladwijzers_bij_kunnen(builder, taken, free):
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/><w:bookmarkEnd w:id="{n}"/>' for n in taken
    )
    blocks = builder.block("eerste"), builder.block("tweede")
    assert inventory(builder.docx(f"<w:p>{marks}</w:p>", *blocks)).bookmarks == free


def test_stijlen_en_de_lijst_voor_nummers_staan_erbij(builder):
    known = inventory(builder.docx(builder.block("eerste"), builder.block("tweede")))
    assert known.document == "word/document.xml"
    deeper = (f"Opsomteken{level}" for level in range(2, LEVELS + 1))
    assert known.styles.punt == ("Opsomteken", *deeper)
    assert known.numbering == ("word/numbering.xml", "5", 8)
    assert known.lists[0].keys() >= {"7"}
