from __future__ import annotations

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.sjabloon import open_sjabloon


def fout_van(data: bytes, doos) -> str:
    with pytest.raises(SjabloonError) as gevangen:
        open_sjabloon(data, "map/eigen.docx", doos.lijst)
    assert str(gevangen.value).startswith("map/eigen.docx: ")
    assert str(gevangen.value).endswith(".")
    return str(gevangen.value)


def met(doos, naam: str, deel: str | bytes) -> bytes:
    return doos.pak_in({**doos.delen(), naam: deel})


def test_het_meegeleverde_sjabloon_past_bij_de_vragen(echt_sjabloon, echte_lijst):
    sjabloon = open_sjabloon(echt_sjabloon, "x.docx", echte_lijst)
    tags = [veld.tag for deel in sjabloon.delen for veld in deel.velden]
    assert {vraag.id for vraag in echte_lijst.vragen} <= set(tags)
    assert {deel.naam for deel in sjabloon.delen} > {"word/document.xml", "word/header1.xml"}


def test_stijlen_worden_op_naam_gevonden(doos):
    stijlen = doos.open(doos.docx()).stijlen
    assert stijlen.punt == ("Opsomteken", "Opsomteken2")
    assert stijlen.nummer == ("Nummering", "Nummering2")
    assert stijlen.link == "Koppeling"


def test_een_stijlnaam_mag_met_andere_hoofdletters(doos):
    data = met(doos, "word/styles.xml", doos.stijlen().replace("List Bullet", "list bullet"))
    assert doos.open(data).stijlen.punt == ("Opsomteken", "Opsomteken2")


def test_de_nummering_van_de_stijl(doos):
    nummering = doos.open(doos.docx()).nummering
    assert (nummering.lijst, nummering.volgende) == ("5", 8)


def test_gegevens_mogen_ontbreken_en_vaker_staan(doos):
    alinea = f"<w:p>{doos.regel('gemeente')}</w:p>"
    doos.open(doos.docx(alinea, alinea, doos.blok("eerste"), doos.blok("tweede")))


def test_een_vraag_zonder_veld(doos):
    melding = fout_van(doos.docx(doos.blok("eerste")), doos)
    assert "geen invulveld voor “tweede”" in melding
    assert "code (tag)" in melding


def test_veel_vragen_zonder_veld_worden_niet_allemaal_genoemd(echte_lijst, doos):
    with pytest.raises(SjabloonError, match=r"“borgen-budget” en nog 15\."):
        open_sjabloon(doos.docx(f"<w:p>{doos.regel('gemeente')}</w:p>"), "x.docx", echte_lijst)


def test_een_veld_zonder_vraag(doos):
    melding = fout_van(doos.docx(*map(doos.blok, ("eerste", "tweede", "tweedde"))), doos)
    assert "“tweedde” hoort bij geen vraag" in melding
    assert "Bedoel je “tweede”?" in melding


def test_een_vraag_met_twee_velden(doos):
    melding = fout_van(doos.docx(*map(doos.blok, ("eerste", "tweede", "eerste"))), doos)
    assert "voor “eerste” is er meer dan één invulveld" in melding


def test_een_vraag_midden_in_een_alinea(doos):
    melding = fout_van(doos.docx(doos.blok("eerste"), f"<w:p>{doos.regel('tweede')}</w:p>"), doos)
    assert "“tweede” staat midden in een alinea" in melding


@pytest.mark.parametrize("soort", ["header", "footer"])
def test_een_vraag_in_een_kop_of_voettekst(doos, soort):
    delen = doos.delen(doos.document(doos.blok("eerste")))
    delen["word/rand.xml"] = doos.document(doos.blok("tweede"))
    delen["word/_rels/document.xml.rels"] = doos.relaties(
        ("styles", "styles.xml"), ("numbering", "numbering.xml"), (soort, "rand.xml")
    )
    assert "“tweede” staat in een kop- of voettekst" in fout_van(doos.pak_in(delen), doos)


def test_een_vraag_binnen_een_ander_veld(doos):
    binnen = doos.blok("tweede")
    buiten = doos.blok("eerste").replace("</w:sdtContent>", f"{binnen}</w:sdtContent>")
    assert "“tweede” staat binnen het veld “eerste”" in fout_van(doos.docx(buiten), doos)


def test_een_vraag_binnen_een_groep_mag(doos):
    groep = "<w:sdt><w:sdtPr><w:group/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    doos.open(doos.docx(groep.format(doos.blok("eerste") + doos.blok("tweede"))))


@pytest.mark.parametrize(
    "stijl", ["List Bullet", "List Bullet 2", "List Number", "List Number 2", "Hyperlink"]
)
def test_een_stijl_die_ontbreekt(doos, stijl):
    data = met(doos, "word/styles.xml", doos.stijlen().replace(f'"{stijl}"', '"Anders"'))
    assert f"mist de stijl “{stijl}”" in fout_van(data, doos)


def test_een_sjabloon_zonder_stijlen_of_opsommingen(doos):
    delen = doos.delen()
    delen["word/_rels/document.xml.rels"] = doos.relaties(("numbering", "numbering.xml"))
    assert "heeft geen stijlen" in fout_van(doos.pak_in(delen), doos)
    delen["word/_rels/document.xml.rels"] = doos.relaties(("styles", "styles.xml"))
    assert "heeft geen opsommingen" in fout_van(doos.pak_in(delen), doos)


def test_een_genummerde_stijl_zonder_nummering(doos):
    stijlen = doos.stijlen().replace('<w:ilvl w:val="0"/><w:numId w:val="4"/>', "")
    assert "“List Number” van dit sjabloon heeft geen nummering" in fout_van(
        met(doos, "word/styles.xml", stijlen), doos
    )


def test_een_nummering_die_naar_niets_wijst(doos):
    nummering = doos.nummering().replace('<w:num w:numId="4">', '<w:num w:numId="9">')
    assert "geen nummering" in fout_van(met(doos, "word/numbering.xml", nummering), doos)


@pytest.mark.parametrize(
    ("deel", "inhoud", "woorden"),
    [
        pytest.param("word/document.xml", "<w:document>", "geen geldige XML", id="kapot"),
        pytest.param(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>',
            "bevat een DTD",
            id="dtd",
        ),
        pytest.param(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            "strikte vorm",
            id="strikt",
        ),
        pytest.param(
            "word/styles.xml",
            '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"),
            "word/styles.xml is niet als UTF-8 opgeslagen",
            id="utf-16",
        ),
        pytest.param("_rels/.rels", "<r", "_rels/.rels is geen geldige XML", id="relaties"),
        pytest.param("word/numbering.xml", "", "word/numbering.xml is geen geldige", id="leeg"),
    ],
)
def test_een_deel_dat_niet_deugt(doos, deel, inhoud, woorden):
    assert woorden in fout_van(met(doos, deel, inhoud), doos)


def test_een_document_in_de_strikte_vorm_als_word_het_bewaart(doos):
    """Strict files name their relations differently too; the message must still say what it is."""
    delen = {
        naam: deel.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for naam, deel in doos.delen().items()
    }
    assert "strikte vorm" in fout_van(doos.pak_in(delen), doos)


def test_een_oud_word_bestand(doos):
    assert "oud Word-bestand" in fout_van(b"\xd0\xcf\x11\xe0" + bytes(100), doos)


def test_het_voorvoegsel_van_de_wortel_telt(doos):
    """A default namespace beside a named one: attributes can only use the named one."""
    document = doos.goed().replace("<w:document ", '<w:document xmlns="' + doos.W + '" ')
    sjabloon = doos.open(doos.pak_in({**doos.delen(), "word/document.xml": document}))
    assert [deel.prefix for deel in sjabloon.delen] == ["w:"]
