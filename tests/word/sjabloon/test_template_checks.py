"""Whether a template fits the question set: each question one place, where paragraphs can come."""

from __future__ import annotations

import pytest
from refused_templates import fout_van

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon


def test_vragen_van_hoofdstukken_naar_keuze_hebben_geen_veld_nodig(echte_lijst, builder):
    """A template that was made before those questions were there still works."""
    vaste = [builder.blok(vraag.id) for vraag in echte_lijst.vaste_vragen]
    sjabloon = open_sjabloon(builder.docx(*vaste), "x.docx", echte_lijst)
    assert len(sjabloon.parts[0].fields) == 20
    with pytest.raises(SjabloonError, match="geen invulveld voor “handhaving-criteria”"):
        open_sjabloon(builder.docx(*vaste[:-1]), "x.docx", echte_lijst)


def test_gegevens_mogen_ontbreken_en_vaker_staan(builder):
    alinea = f"<w:p>{builder.regel('gemeente')}</w:p>"
    builder.open(builder.docx(alinea, alinea, builder.blok("eerste"), builder.blok("tweede")))


def test_een_vraag_zonder_veld(builder):
    melding = fout_van(builder.docx(builder.blok("eerste")), builder)
    assert "geen invulveld voor “tweede”" in melding
    assert "code (tag)" in melding


def test_veel_vragen_zonder_veld_worden_niet_allemaal_genoemd(echte_lijst, builder):
    with pytest.raises(SjabloonError, match=r"“borgen-budget” en nog 15\."):
        open_sjabloon(
            builder.docx(f"<w:p>{builder.regel('gemeente')}</w:p>"), "x.docx", echte_lijst
        )


def test_een_veld_zonder_vraag(builder):
    melding = fout_van(builder.docx(*map(builder.blok, ("eerste", "tweede", "tweedde"))), builder)
    assert "“tweedde” hoort bij geen vraag" in melding
    assert "Bedoel je “tweede”?" in melding


def test_een_vraag_met_twee_velden(builder):
    sjabloon = builder.open(builder.docx(*map(builder.blok, ("eerste", "tweede", "eerste"))))
    with pytest.raises(SjabloonError, match="voor “eerste” is er meer dan één invulveld"):
        fill(sjabloon, builder.lijst, builder.plan())


def test_een_vraag_midden_in_een_alinea(builder):
    melding = fout_van(
        builder.docx(builder.blok("eerste"), f"<w:p>{builder.regel('tweede')}</w:p>"), builder
    )
    assert "“tweede” staat midden in een alinea" in melding


@pytest.mark.parametrize("soort", ["header", "footer"])
def test_een_vraag_in_een_kop_of_voettekst(builder, soort):
    document = builder.document(builder.blok("eerste"))
    delen = builder.met_koptekst(builder.blok("tweede"), soort=soort, document=document)
    assert "“tweede” staat in een kop- of voettekst" in fout_van(builder.pak_in(delen), builder)


def test_een_vraag_binnen_een_ander_veld(builder):
    binnen = builder.blok("tweede")
    buiten = builder.blok("eerste").replace("</w:sdtContent>", f"{binnen}</w:sdtContent>")
    assert "“tweede” staat binnen het veld “eerste”" in fout_van(builder.docx(buiten), builder)


def test_een_vraag_binnen_een_groep_mag(builder):
    groep = "<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    builder.open(builder.docx(groep.format(builder.blok("eerste") + builder.blok("tweede"))))


def test_een_tekening_bij_een_vraag_zonder_tekening(builder):
    plek = builder.blok("beeld: tweede")
    melding = fout_van(builder.docx(*map(builder.blok, ("eerste", "tweede")), plek), builder)
    assert "bij “tweede” hoort geen tekening" in melding
    assert "Verander de code (tag)" in melding
