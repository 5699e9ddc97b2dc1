"""Whether a template fits the question set: each question one place, where paragraphs can come."""

from __future__ import annotations

import pytest
from refused_templates import error_of

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def test_vragen_van_hoofdstukken_naar_keuze_hebben_geen_veld_nodig(real_lijst, builder):
    """A template that was made before those questions were there still works."""
    fixed = [builder.block(vraag.id) for vraag in real_lijst.fixed_vragen]
    sjabloon = open_sjabloon(builder.docx(*fixed), "x.docx", real_lijst)
    assert len(sjabloon.parts[0].fields) == 20
    with pytest.raises(SjabloonError, match="geen invulveld voor “handhaving-criteria”"):
        open_sjabloon(builder.docx(*fixed[:-1]), "x.docx", real_lijst)


def test_gegevens_mogen_ontbreken_en_vaker_staan(builder):
    paragraph = f"<w:p>{builder.line('gemeente')}</w:p>"
    builder.open(
        builder.docx(paragraph, paragraph, builder.block("eerste"), builder.block("tweede"))
    )


def test_een_vraag_zonder_veld(builder):
    message = error_of(builder.docx(builder.block("eerste")), builder)
    assert "geen invulveld voor “tweede”" in message
    assert "code (tag)" in message


def test_veel_vragen_zonder_veld_worden_niet_allemaal_genoemd(real_lijst, builder):
    with pytest.raises(SjabloonError, match=r"“borgen-budget” en nog 15\."):
        open_sjabloon(builder.docx(f"<w:p>{builder.line('gemeente')}</w:p>"), "x.docx", real_lijst)


def test_een_veld_zonder_vraag(builder):
    message = error_of(builder.docx(*map(builder.block, ("eerste", "tweede", "tweedde"))), builder)
    assert "“tweedde” hoort bij geen vraag" in message
    assert "Bedoel je “tweede”?" in message


def test_een_vraag_met_twee_velden(builder):
    sjabloon = builder.open(builder.docx(*map(builder.block, ("eerste", "tweede", "eerste"))))
    with pytest.raises(SjabloonError, match="voor “eerste” is er meer dan één invulveld"):
        fill(sjabloon, builder.lijst, builder.plan())


def test_een_vraag_midden_in_een_alinea(builder):
    message = error_of(
        builder.docx(builder.block("eerste"), f"<w:p>{builder.line('tweede')}</w:p>"), builder
    )
    assert "“tweede” staat midden in een alinea" in message


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_een_vraag_in_een_kop_of_voettekst(builder, kind):
    document = builder.document(builder.block("eerste"))
    parts = builder.with_header(builder.block("tweede"), kind=kind, document=document)
    assert "“tweede” staat in een kop- of voettekst" in error_of(builder.pack(parts), builder)


def test_een_vraag_binnen_een_ander_veld(builder):
    inside = builder.block("tweede")
    outside = builder.block("eerste").replace("</w:sdtContent>", f"{inside}</w:sdtContent>")
    assert "“tweede” staat binnen het veld “eerste”" in error_of(builder.docx(outside), builder)


def test_een_vraag_binnen_een_groep_mag(builder):
    group = "<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    builder.open(builder.docx(group.format(builder.block("eerste") + builder.block("tweede"))))


def test_een_tekening_bij_een_vraag_zonder_tekening(builder):
    place = builder.block("beeld: tweede")
    message = error_of(builder.docx(*map(builder.block, ("eerste", "tweede")), place), builder)
    assert "bij “tweede” hoort geen tekening" in message
    assert "Verander de code (tag)" in message
