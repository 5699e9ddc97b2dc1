"""Where a document says two things, or half of one: a doubt, and never a guess."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree
from returned_documents import Bewerker, afwijkingen, alinea, bewerkt, run, terug

from independent_reader import W, w
from package_builder import PackageBuilder
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def gemaakt(sjabloon, echte_lijst, plan):
    return fill(sjabloon, echte_lijst, plan)


def melding(gelezen, vraag_id: str) -> str:
    (bedenking,) = [b for b in gelezen.bedenkingen if b.vraag_id == vraag_id]
    return bedenking.melding


def _dubbel(bewerker: Bewerker) -> None:
    sdt = bewerker.besturing("borgen-budget")
    kopie = deepcopy(sdt)
    sdt.addnext(kopie)
    for t in kopie.iter(w("t")):
        t.text = t.text.replace("2027", "2030")


def test_een_dubbel_invulveld(gemaakt, echte_lijst, plan):
    gelezen = terug(bewerkt(gemaakt, _dubbel), echte_lijst, plan)
    antwoord = gelezen.antwoorden["borgen-budget"]
    assert antwoord.tekst == plan.antwoorden["borgen-budget"]
    assert antwoord.anders == (plan.antwoorden["borgen-budget"].replace("2027", "2030"),)
    assert not antwoord.is_zeker
    assert "2 keer" in melding(gelezen, "borgen-budget")
    assert afwijkingen(echte_lijst, plan, gelezen, ["borgen-budget"]) == {}


def test_tekst_onder_het_invulveld(gemaakt, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        bewerker.besturing("lokale-ambitie").addnext(alinea(run("Per ongeluk eronder getypt.")))

    gelezen = terug(bewerkt(gemaakt, doe), echte_lijst, plan)
    antwoord = gelezen.antwoorden["lokale-ambitie"]
    oud = plan.antwoorden["lokale-ambitie"]
    assert antwoord.tekst == oud
    assert antwoord.anders == (f"{oud}\n\nPer ongeluk eronder getypt.",)
    assert not antwoord.is_zeker
    assert "Per ongeluk eronder" in melding(gelezen, "lokale-ambitie")
    assert afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie"]) == {}


def test_een_invulveld_op_een_andere_plek(gemaakt, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        bewerker.document.find(w("body")).insert(0, bewerker.besturing("lokale-ambitie"))

    gelezen = terug(bewerkt(gemaakt, doe), echte_lijst, plan)
    assert not gelezen.antwoorden["lokale-ambitie"].is_zeker
    assert "niet meer onder" in melding(gelezen, "lokale-ambitie")


def test_tekst_achter_het_label(gemaakt, echte_lijst, plan):
    data = bewerkt(gemaakt, lambda b: b.alinea("Rol van het college").append(run(" Geen rol.")))
    gelezen = terug(data, echte_lijst, plan)
    assert "Geen rol." in melding(gelezen, "borgen-college")
    assert gelezen.antwoorden["borgen-college"].tekst == plan.antwoorden["borgen-college"]


def test_een_kop_in_een_antwoord_in_een_cel_breekt_het_niet_af(gemaakt, echte_lijst, plan):
    def kop(bewerker: Bewerker) -> None:
        nieuw = bewerker.alinea_erna("met een notitie van één A4", "Een eigen kop")
        eigen = nieuw.find(w("pPr"))
        eigen.find(w("pStyle")).set(w("val"), "Heading2")

    for drager in (lambda _: None, Bewerker.zonder_tags):
        gelezen = terug(bewerkt(gemaakt, drager, kop), echte_lijst, plan)
        tekst = gelezen.antwoorden["borgen-college"].tekst
        assert "\n\nEen eigen kop\n\nKomt de openbare orde" in tekst
        assert afwijkingen(echte_lijst, plan, gelezen, ["borgen-college"]) == {}


def _plaatje(bewerker: Bewerker) -> None:
    run_ = run("")
    run_.append(run_.makeelement(w("drawing"), {}))
    bewerker.alinea("Dat is hier nodig").append(run_)


def _voetnoot(bewerker: Bewerker) -> None:
    run_ = run("")
    run_.append(run_.makeelement(w("footnoteReference"), {w("id"): "2"}))
    bewerker.alinea("Dat is hier nodig").append(run_)


def _tabelletje(bewerker: Bewerker) -> None:
    cel = f'<w:tc xmlns:w="{W}"><w:p><w:r><w:t>in een cel</w:t></w:r></w:p></w:tc>'
    tabel = etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tr>{cel}</w:tr></w:tbl>')
    bewerker.alinea("Dat is hier nodig").addnext(tabel)


@pytest.mark.parametrize(
    ("doe", "woord", "erbij"),
    [
        (_plaatje, "afbeelding", ""),
        (_voetnoot, "voetnoot", ""),
        (_tabelletje, "tabel", "\n\nin een cel"),
    ],
)
def test_wat_een_antwoord_niet_kan_bevatten(gemaakt, echte_lijst, plan, doe, woord, erbij):
    gelezen = terug(bewerkt(gemaakt, doe), echte_lijst, plan)
    assert woord in melding(gelezen, "lokale-ambitie")
    oud = plan.antwoorden["lokale-ambitie"]
    assert gelezen.antwoorden["lokale-ambitie"].tekst == oud.replace(
        "ze een keuze maakt.", f"ze een keuze maakt.{erbij}"
    )
    assert afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie"]) == {}


def test_een_vraag_die_er_niet_in_staat_is_niet_leeggemaakt(gemaakt, echte_lijst, plan):
    def weg(bewerker: Bewerker) -> None:
        bewerker.zonder_bladwijzers()
        sdt = bewerker.besturing("borgen-budget")
        sdt.getparent().remove(sdt)

    gelezen = terug(bewerkt(gemaakt, weg), echte_lijst, plan)
    assert "borgen-budget" not in gelezen.antwoorden
    assert gelezen.herkomst.antwoorden["borgen-budget"]


def test_hoofdstukken_zonder_antwoord_staan_er_niet_in(sjabloon, echte_lijst, plannen):
    gelezen = terug(fill(sjabloon, echte_lijst, plannen["leeg"]), echte_lijst)
    assert "acties" not in gelezen.antwoorden
    assert gelezen.herkomst.antwoorden["acties"] == ""


def test_het_interne_document_heeft_geen_openbare_vragen(
    intern_sjabloon, interne_lijst, echte_lijst, plannen
):
    data = fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    gelezen = terug(data, echte_lijst)
    assert gelezen.antwoorden.keys() <= echte_lijst.veld_ids
    assert not gelezen.bedenkingen


def test_een_oude_naam_van_een_vraag_telt_nog():
    builder = PackageBuilder
    eerste = builder.lijst.vraag("eerste")
    data = fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="Het antwoord."))
    nieuw = builder.met_vraag(eerste._replace(id="eerste"))
    (hoofdstuk,) = nieuw.hoofdstukken
    hernoemd = eerste._replace(id="begin-van-alles", was=("eerste",))
    nieuw = nieuw._replace(
        hoofdstukken=(hoofdstuk._replace(vragen=(hernoemd, hoofdstuk.vragen[1])),)
    )
    gelezen = terug(data, nieuw).antwoorden["begin-van-alles"]
    assert (gelezen.tekst, gelezen.is_ongewijzigd) == ("Het antwoord.", True)


def _zonder_eigenschappen(bewerker: Bewerker) -> None:
    rels = bewerker.delen["_rels/.rels"]
    assert b"custom-properties" in rels
    bewerker.delen["_rels/.rels"] = rels.replace(b"custom-properties", b"iets-anders")


@pytest.mark.parametrize("soort", ["oudermeer", "leeg", "leeg-definitief"])
def test_zonder_eigenschappen_komt_de_tekst_ook_terug(sjabloon, echte_lijst, plannen, soort):
    plan = plannen[soort]
    data = bewerkt(fill(sjabloon, echte_lijst, plan), _zonder_eigenschappen)
    gelezen = terug(data, echte_lijst)
    for vraag in echte_lijst.vaste_vragen:
        antwoord = gelezen.antwoorden[vraag.id]
        assert (antwoord.tekst, antwoord.is_ongewijzigd) == (plan.tekst(vraag), None)
    assert not gelezen.herkomst.antwoorden
    assert not gelezen.bedenkingen


def test_een_ander_sjabloon_zonder_bladwijzers_na_libreoffice():
    """Only the name of the control is left, inside its first paragraph: who knows where it ends?"""
    builder = PackageBuilder
    sdt = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Eerste"/></w:sdtPr><w:sdtContent><w:r><w:t>Een'
        " antwoord.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    vast = "<w:p><w:r><w:t>Vaste tekst.</w:t></w:r></w:p>"
    gelezen = terug(builder.docx(sdt + vast), builder.lijst)
    antwoord = gelezen.antwoorden["eerste"]
    assert (antwoord.vondst, antwoord.is_zeker) == (FoundBy.NAAM, False)
    assert "waar dit antwoord eindigt" in melding(gelezen, "eerste")
    alleen = terug(builder.docx(sdt), builder.lijst).antwoorden["eerste"]
    assert (alleen.tekst, alleen.is_zeker) == ("Een antwoord.", True)


def test_een_bladwijzer_die_er_twee_keer_staat():
    builder = PackageBuilder
    anker = '<w:p><w:bookmarkStart w:id="1" w:name="uvp_eerste"/><w:r><w:t>Eerste</w:t></w:r></w:p>'
    tekst = "<w:p><w:r><w:t>Tekst {}.</w:t></w:r></w:p>"
    data = builder.docx(anker + tekst.format(1) + anker + tekst.format(2))
    gelezen = terug(data, builder.lijst)
    assert gelezen.antwoorden["eerste"].tekst == "Tekst 1."
    assert gelezen.antwoorden["eerste"].anders == ("Tekst 2.",)
    assert not gelezen.antwoorden["eerste"].is_zeker
    assert "2 keer" in melding(gelezen, "eerste")


def test_een_kopie_van_een_veld_dat_libreoffice_in_een_alinea_zette():
    """One control around paragraphs, and elsewhere what is left of another one."""
    builder = PackageBuilder
    sdt = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Eerste"/><w:tag w:val="eerste"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    plan = builder.plan(eerste="Het antwoord.", tweede="- a")
    kopie = sdt.format("Een ander antwoord.")
    data = fill(builder.open(builder.docx()), builder.lijst, plan)

    def plak(bewerker: Bewerker) -> None:
        los = etree.fromstring(kopie.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1))
        bewerker.besturing("tweede").addnext(los)

    antwoord = terug(bewerkt(data, plak), builder.lijst, plan).antwoorden["eerste"]
    assert (antwoord.tekst, antwoord.is_zeker) == ("Het antwoord.", False)
    assert antwoord.anders == ("Een ander antwoord.",)
    # Two of what LibreOffice leaves: what stands between them is anybody's guess.
    twee = builder.docx(sdt.format("Het antwoord.") + sdt.format("Een ander antwoord."))
    gelezen = terug(twee, builder.lijst)
    assert not gelezen.antwoorden["eerste"].is_zeker
    assert "Een ander antwoord." in gelezen.antwoorden["eerste"].tekst
    assert "2 keer" in melding(gelezen, "eerste")


def test_een_word_bestand_dat_hier_niet_gemaakt_is_heeft_geen_antwoorden(echte_lijst):
    gelezen = terug(
        PackageBuilder.docx("<w:p><w:r><w:t>Beste collega,</w:t></w:r></w:p>"), echte_lijst
    )
    assert gelezen.antwoorden == {}
    assert not gelezen.is_onaangeraakt
    assert gelezen.herkomst.soort == ""


def test_een_bestand_dat_niet_te_lezen_is_geeft_een_zin(echte_lijst):
    with pytest.raises(SjabloonError, match="geen Word-bestand"):
        terug(b"%PDF-1.7", echte_lijst)


def test_een_invulveld_om_een_hele_cel():
    builder = PackageBuilder
    veld = builder.blok("eerste").replace("<w:p>", "<w:tc><w:tcPr/><w:p>")
    veld = veld.replace("</w:p></w:sdtContent>", "</w:p></w:tc></w:sdtContent>")
    tabel = f"<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc>{veld}</w:tr></w:tbl>"
    sjabloon = builder.open(builder.docx(tabel, builder.blok("tweede")))
    data = fill(sjabloon, builder.lijst, builder.plan(eerste="Een.\n\n- a\n- b", tweede="- c"))
    gelezen = terug(data, builder.lijst)
    assert gelezen.antwoorden["eerste"].tekst == "Een.\n\n- a\n- b"
    assert gelezen.antwoorden["tweede"].tekst == "- c"
    assert not gelezen.bedenkingen


def test_van_een_invulveld_in_een_zin_zijn_de_woorden_het_antwoord():
    """No template has a question there, but a program may make that of it."""
    builder = PackageBuilder
    zin = f"<w:p><w:r><w:t>Wat eerst? </w:t></w:r>{builder.regel('eerste')}</w:p>"
    data = builder.docx(zin.replace("[eerste]", "Dit dus.").replace("<w:showingPlcHdr/>", ""))
    assert terug(data, builder.lijst).antwoorden["eerste"].tekst == "Dit dus."


def _eigen_kop(stijl: str):
    def doe(bewerker: Bewerker) -> None:
        nieuw = bewerker.alinea_erna("Dat is hier nodig", "Een kop van een collega")
        eigen = nieuw.find(w("pPr"))
        if eigen is None:
            eigen = nieuw.makeelement(w("pPr"), {})
            nieuw.insert(0, eigen)
        for oud in eigen.findall(w("pStyle")):
            eigen.remove(oud)
        eigen.insert(0, eigen.makeelement(w("pStyle"), {w("val"): stijl}))

    return doe


@pytest.mark.parametrize("stijl", ["Heading2", "Heading3"])
def test_een_kop_in_de_lopende_tekst_breekt_niet_stil_af(gemaakt, echte_lijst, plan, stijl):
    """By its control an answer has its heading; without one nobody knows where it ends."""
    heel = terug(bewerkt(gemaakt, _eigen_kop(stijl)), echte_lijst, plan)
    assert "\n\nEen kop van een collega\n\nNiet elk" in heel.antwoorden["lokale-ambitie"].tekst
    assert heel.antwoorden["lokale-ambitie"].is_zeker
    data = bewerkt(gemaakt, Bewerker.zonder_tags, _eigen_kop(stijl))
    gelezen = terug(data, echte_lijst, plan)
    assert not gelezen.antwoorden["lokale-ambitie"].is_zeker
    assert "“Een kop van een collega”" in melding(gelezen, "lokale-ambitie")
    assert afwijkingen(echte_lijst, plan, gelezen, ["lokale-ambitie"]) == {}


def test_een_invulveld_om_alleen_de_eerste_alinea(gemaakt, echte_lijst, plan):
    """What newer versions of LibreOffice make: the tag stays, the rest stands behind it."""

    def krimp(bewerker: Bewerker) -> None:
        for vraag in echte_lijst.vragen:
            sdt = bewerker.besturing(vraag.id)
            alineas = list(sdt.find(w("sdtContent")))
            if alineas[0].tag != w("p"):
                continue
            ouder, plek = sdt.getparent(), sdt.getparent().index(sdt)
            ouder[plek : plek + 1] = alineas
            inhoud = [kind for kind in alineas[0] if kind.tag != w("pPr")]
            sdt.find(w("sdtContent"))[:] = inhoud
            alineas[0].append(sdt)

    gelezen = terug(bewerkt(gemaakt, krimp), echte_lijst, plan)
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
    vet = bewerkt(gemaakt, krimp, lambda b: b.alinea("In Oudermeer kunnen").append(run(" Ja", "b")))
    nieuw = terug(vet, echte_lijst, plan).antwoorden["lokale-ambitie"].tekst
    eerste, _, rest = plan.antwoorden["lokale-ambitie"].partition("\n\n")
    assert nieuw == f"{eerste} **Ja**\n\n{rest}"
