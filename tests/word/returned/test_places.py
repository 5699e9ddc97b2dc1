"""Where a document says two things, or half of one: a doubt, and never a guess."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree
from returned_documents import Bewerker, deviations, edited, paragraph, run, terug

from independent_reader import W, w
from package_builder import PackageBuilder
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


def message(reading, vraag_id: str) -> str:
    (doubt,) = [b for b in reading.doubts if b.vraag_id == vraag_id]
    return doubt.message


def _double(reviser: Bewerker) -> None:
    sdt = reviser.control("borgen-budget")
    copy = deepcopy(sdt)
    sdt.addnext(copy)
    for t in copy.iter(w("t")):
        t.text = t.text.replace("2027", "2030")


def test_een_dubbel_invulveld(made, real_lijst, plan):
    reading = terug(edited(made, _double), real_lijst, plan)
    antwoord = reading.antwoorden["borgen-budget"]
    assert antwoord.text == plan.antwoorden["borgen-budget"]
    assert antwoord.otherwise == (plan.antwoorden["borgen-budget"].replace("2027", "2030"),)
    assert not antwoord.is_certain
    assert "2 keer" in message(reading, "borgen-budget")
    assert deviations(real_lijst, plan, reading, ["borgen-budget"]) == {}


def test_tekst_onder_het_invulveld(made, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        reviser.control("lokale-ambitie").addnext(paragraph(run("Per ongeluk eronder getypt.")))

    reading = terug(edited(made, perform), real_lijst, plan)
    antwoord = reading.antwoorden["lokale-ambitie"]
    old = plan.antwoorden["lokale-ambitie"]
    assert antwoord.text == old
    assert antwoord.otherwise == (f"{old}\n\nPer ongeluk eronder getypt.",)
    assert not antwoord.is_certain
    assert "Per ongeluk eronder" in message(reading, "lokale-ambitie")
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie"]) == {}


def test_een_invulveld_op_een_andere_plek(made, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        reviser.document.find(w("body")).insert(0, reviser.control("lokale-ambitie"))

    reading = terug(edited(made, perform), real_lijst, plan)
    assert not reading.antwoorden["lokale-ambitie"].is_certain
    assert "niet meer onder" in message(reading, "lokale-ambitie")


def test_tekst_achter_het_label(made, real_lijst, plan):
    data = edited(made, lambda b: b.paragraph("Rol van het college").append(run(" Geen rol.")))
    reading = terug(data, real_lijst, plan)
    assert "Geen rol." in message(reading, "borgen-college")
    assert reading.antwoorden["borgen-college"].text == plan.antwoorden["borgen-college"]


def test_een_kop_in_een_antwoord_in_een_cel_breekt_het_niet_af(made, real_lijst, plan):
    def kop(reviser: Bewerker) -> None:
        new = reviser.paragraph_erna("met een notitie van één A4", "Een eigen kop")
        own = new.find(w("pPr"))
        own.find(w("pStyle")).set(w("val"), "Heading2")

    for carrier in (lambda _: None, Bewerker.without_tags):
        reading = terug(edited(made, carrier, kop), real_lijst, plan)
        text = reading.antwoorden["borgen-college"].text
        assert "\n\nEen eigen kop\n\nKomt de openbare orde" in text
        assert deviations(real_lijst, plan, reading, ["borgen-college"]) == {}


def _picture(reviser: Bewerker) -> None:
    run_ = run("")
    run_.append(run_.makeelement(w("drawing"), {}))
    reviser.paragraph("Dat is hier nodig").append(run_)


def _voetnoot(reviser: Bewerker) -> None:
    run_ = run("")
    run_.append(run_.makeelement(w("footnoteReference"), {w("id"): "2"}))
    reviser.paragraph("Dat is hier nodig").append(run_)


def _tabelletje(reviser: Bewerker) -> None:
    cell = f'<w:tc xmlns:w="{W}"><w:p><w:r><w:t>in een cel</w:t></w:r></w:p></w:tc>'
    tabel = etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tr>{cell}</w:tr></w:tbl>')
    reviser.paragraph("Dat is hier nodig").addnext(tabel)


@pytest.mark.parametrize(
    ("perform", "word", "added"),
    [
        (_picture, "afbeelding", ""),
        (_voetnoot, "voetnoot", ""),
        (_tabelletje, "tabel", "\n\nin een cel"),
    ],
)
def test_wat_een_antwoord_niet_kan_bevatten(made, real_lijst, plan, perform, word, added):
    reading = terug(edited(made, perform), real_lijst, plan)
    assert word in message(reading, "lokale-ambitie")
    old = plan.antwoorden["lokale-ambitie"]
    assert reading.antwoorden["lokale-ambitie"].text == old.replace(
        "ze een keuze maakt.", f"ze een keuze maakt.{added}"
    )
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie"]) == {}


def test_een_vraag_die_er_niet_in_staat_is_niet_leeggemaakt(made, real_lijst, plan):
    def gone(reviser: Bewerker) -> None:
        reviser.without_bookmarks()
        sdt = reviser.control("borgen-budget")
        sdt.getparent().remove(sdt)

    reading = terug(edited(made, gone), real_lijst, plan)
    assert "borgen-budget" not in reading.antwoorden
    assert reading.provenance.antwoorden["borgen-budget"]


def test_hoofdstukken_zonder_antwoord_staan_er_niet_in(sjabloon, real_lijst, plannen):
    reading = terug(fill(sjabloon, real_lijst, plannen["leeg"]), real_lijst)
    assert "acties" not in reading.antwoorden
    assert reading.provenance.antwoorden["acties"] == ""


def test_het_interne_document_heeft_geen_openbare_vragen(
    intern_sjabloon, interne_lijst, real_lijst, plannen
):
    data = fill(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    reading = terug(data, real_lijst)
    assert reading.antwoorden.keys() <= real_lijst.veld_ids
    assert not reading.doubts


def test_een_oude_naam_van_een_vraag_telt_nog():
    builder = PackageBuilder
    first = builder.lijst.vraag("eerste")
    data = fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="Het antwoord."))
    new = builder.with_vraag(first._replace(id="eerste"))
    (hoofdstuk,) = new.hoofdstukken
    hernoemd = first._replace(id="begin-van-alles", was=("eerste",))
    new = new._replace(hoofdstukken=(hoofdstuk._replace(vragen=(hernoemd, hoofdstuk.vragen[1])),))
    reading = terug(data, new).antwoorden["begin-van-alles"]
    assert (reading.text, reading.is_unchanged) == ("Het antwoord.", True)


def _without_properties(reviser: Bewerker) -> None:
    rels = reviser.parts["_rels/.rels"]
    assert b"custom-properties" in rels
    reviser.parts["_rels/.rels"] = rels.replace(b"custom-properties", b"iets-anders")


@pytest.mark.parametrize("kind", ["oudermeer", "leeg", "leeg-definitief"])
def test_zonder_eigenschappen_komt_de_tekst_ook_terug(sjabloon, real_lijst, plannen, kind):
    plan = plannen[kind]
    data = edited(fill(sjabloon, real_lijst, plan), _without_properties)
    reading = terug(data, real_lijst)
    for vraag in real_lijst.fixed_vragen:
        antwoord = reading.antwoorden[vraag.id]
        assert (antwoord.text, antwoord.is_unchanged) == (plan.text(vraag), None)
    assert not reading.provenance.antwoorden
    assert not reading.doubts


def test_een_ander_sjabloon_zonder_bladwijzers_na_libreoffice():
    """Only the name of the control is left, inside its first paragraph: who knows where it ends?"""
    builder = PackageBuilder
    sdt = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Eerste"/></w:sdtPr><w:sdtContent><w:r><w:t>Een'
        " antwoord.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    fixed = "<w:p><w:r><w:t>Vaste tekst.</w:t></w:r></w:p>"
    reading = terug(builder.docx(sdt + fixed), builder.lijst)
    antwoord = reading.antwoorden["eerste"]
    assert (antwoord.bevinding, antwoord.is_certain) == (FoundBy.NAAM, False)
    assert "waar dit antwoord eindigt" in message(reading, "eerste")
    only = terug(builder.docx(sdt), builder.lijst).antwoorden["eerste"]
    assert (only.text, only.is_certain) == ("Een antwoord.", True)


def test_een_bladwijzer_die_er_twee_keer_staat():
    builder = PackageBuilder
    anchor = (
        '<w:p><w:bookmarkStart w:id="1" w:name="uvp_eerste"/><w:r><w:t>Eerste</w:t></w:r></w:p>'
    )
    text = "<w:p><w:r><w:t>Tekst {}.</w:t></w:r></w:p>"
    data = builder.docx(anchor + text.format(1) + anchor + text.format(2))
    reading = terug(data, builder.lijst)
    assert reading.antwoorden["eerste"].text == "Tekst 1."
    assert reading.antwoorden["eerste"].otherwise == ("Tekst 2.",)
    assert not reading.antwoorden["eerste"].is_certain
    assert "2 keer" in message(reading, "eerste")


def test_een_kopie_van_een_veld_dat_libreoffice_in_een_alinea_zette():
    """One control around paragraphs, and elsewhere what is left of another one."""
    builder = PackageBuilder
    sdt = (
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="Eerste"/><w:tag w:val="eerste"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    plan = builder.plan(eerste="Het antwoord.", tweede="- a")
    copy = sdt.format("Een ander antwoord.")
    data = fill(builder.open(builder.docx()), builder.lijst, plan)

    def plak(reviser: Bewerker) -> None:
        los = etree.fromstring(copy.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1))
        reviser.control("tweede").addnext(los)

    antwoord = terug(edited(data, plak), builder.lijst, plan).antwoorden["eerste"]
    assert (antwoord.text, antwoord.is_certain) == ("Het antwoord.", False)
    assert antwoord.otherwise == ("Een ander antwoord.",)
    # Two of what LibreOffice leaves: what stands between them is anybody's guess.
    two = builder.docx(sdt.format("Het antwoord.") + sdt.format("Een ander antwoord."))
    reading = terug(two, builder.lijst)
    assert not reading.antwoorden["eerste"].is_certain
    assert "Een ander antwoord." in reading.antwoorden["eerste"].text
    assert "2 keer" in message(reading, "eerste")


def test_een_word_bestand_dat_hier_niet_gemaakt_is_heeft_geen_antwoorden(real_lijst):
    reading = terug(
        PackageBuilder.docx("<w:p><w:r><w:t>Beste collega,</w:t></w:r></w:p>"), real_lijst
    )
    assert reading.antwoorden == {}
    assert not reading.is_untouched
    assert reading.provenance.kind == ""


def test_een_bestand_dat_niet_te_lezen_is_geeft_een_zin(real_lijst):
    with pytest.raises(SjabloonError, match="geen Word-bestand"):
        terug(b"%PDF-1.7", real_lijst)


def test_een_invulveld_om_een_hele_cel():
    builder = PackageBuilder
    field = builder.block("eerste").replace("<w:p>", "<w:tc><w:tcPr/><w:p>")
    field = field.replace("</w:p></w:sdtContent>", "</w:p></w:tc></w:sdtContent>")
    tabel = f"<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc>{field}</w:tr></w:tbl>"
    sjabloon = builder.open(builder.docx(tabel, builder.block("tweede")))
    data = fill(sjabloon, builder.lijst, builder.plan(eerste="Een.\n\n- a\n- b", tweede="- c"))
    reading = terug(data, builder.lijst)
    assert reading.antwoorden["eerste"].text == "Een.\n\n- a\n- b"
    assert reading.antwoorden["tweede"].text == "- c"
    assert not reading.doubts


def test_van_een_invulveld_in_een_zin_zijn_de_woorden_het_antwoord():
    """No template has a question there, but a program may make that of it."""
    builder = PackageBuilder
    zin = f"<w:p><w:r><w:t>Wat eerst? </w:t></w:r>{builder.line('eerste')}</w:p>"
    data = builder.docx(zin.replace("[eerste]", "Dit dus.").replace("<w:showingPlcHdr/>", ""))
    assert terug(data, builder.lijst).antwoorden["eerste"].text == "Dit dus."


def _own_kop(style: str):
    def perform(reviser: Bewerker) -> None:
        new = reviser.paragraph_erna("Dat is hier nodig", "Een kop van een collega")
        own = new.find(w("pPr"))
        if own is None:
            own = new.makeelement(w("pPr"), {})
            new.insert(0, own)
        for old in own.findall(w("pStyle")):
            own.remove(old)
        own.insert(0, own.makeelement(w("pStyle"), {w("val"): style}))

    return perform


@pytest.mark.parametrize("style", ["Heading2", "Heading3"])
def test_een_kop_in_de_lopende_tekst_breekt_niet_stil_af(made, real_lijst, plan, style):
    """By its control an answer has its heading; without one nobody knows where it ends."""
    heel = terug(edited(made, _own_kop(style)), real_lijst, plan)
    assert "\n\nEen kop van een collega\n\nNiet elk" in heel.antwoorden["lokale-ambitie"].text
    assert heel.antwoorden["lokale-ambitie"].is_certain
    data = edited(made, Bewerker.without_tags, _own_kop(style))
    reading = terug(data, real_lijst, plan)
    assert not reading.antwoorden["lokale-ambitie"].is_certain
    assert "“Een kop van een collega”" in message(reading, "lokale-ambitie")
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie"]) == {}


def test_een_invulveld_om_alleen_de_eerste_alinea(made, real_lijst, plan):
    """What newer versions of LibreOffice make: the tag stays, the rest stands behind it."""

    def krimp(reviser: Bewerker) -> None:
        for vraag in real_lijst.vragen:
            sdt = reviser.control(vraag.id)
            paragraphs = list(sdt.find(w("sdtContent")))
            if paragraphs[0].tag != w("p"):
                continue
            parent, place = sdt.getparent(), sdt.getparent().index(sdt)
            parent[place : place + 1] = paragraphs
            content = [kind for kind in paragraphs[0] if kind.tag != w("pPr")]
            sdt.find(w("sdtContent"))[:] = content
            paragraphs[0].append(sdt)

    reading = terug(edited(made, krimp), real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}
    vet = edited(made, krimp, lambda b: b.paragraph("In Oudermeer kunnen").append(run(" Ja", "b")))
    new = terug(vet, real_lijst, plan).antwoorden["lokale-ambitie"].text
    first, _, rest = plan.antwoorden["lokale-ambitie"].partition("\n\n")
    assert new == f"{first} **Ja**\n\n{rest}"
