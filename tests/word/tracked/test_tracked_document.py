"""The document with tracked changes: accepting leaves the new plan, rejecting the old one."""

from __future__ import annotations

import pytest
from control_reader import Document, verwacht
from plan_pairs import NAMEN, planpaar
from revision_judge import beslist

from independent_reader import NS, Gelezen, w
from trials import greep
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.made_here import is_edited_in_word
from uitvoeringsplan.word.filling.properties import read_custom
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

_EIGEN_AFDRUK = ("document", "delen", "vast.")
AUTEUR, DATUM = "Team Veiligheid & <Zorg> “Meer”", "2026-11-21T10:00:00Z"


@pytest.fixture(scope="module", params=greep(NAMEN, 6))
def paar(request, plannen, sjabloon, echte_lijst):
    """(old plan, new plan, the document of both)."""
    oud, nieuw = planpaar(plannen, request.param)
    return (
        oud,
        nieuw,
        write_tracked(sjabloon, echte_lijst, oud, nieuw, auteur=AUTEUR, datum=DATUM),
    )


def velden(boom) -> list[tuple[str, bool]]:
    """Return (tag, whether it stands in a line) of all controls for answers."""
    return [
        (tag, next(veld.iterancestors(w("p")), None) is not None)
        for veld in boom.iter(w("sdt"))
        if (tag := "".join(veld.xpath("w:sdtPr/w:tag/@w:val", namespaces=NS)))
    ]


@pytest.mark.parametrize("aannemen", [True, False], ids=["aangenomen", "verworpen"])
def test_elk_antwoord_en_elk_gegeven(paar, echte_lijst, aannemen):
    oud, nieuw, data = paar
    plan = without_hidden(echte_lijst, nieuw if aannemen else oud)
    document = Document(beslist(data, aannemen=aannemen))
    gezien = set()
    for tag, in_alinea in velden(document.boom):
        vraag = echte_lijst.vraag(tag)
        is_vraag = tag not in echte_lijst.veld_ids
        moet = verwacht(plan, vraag, in_alinea=in_alinea, is_vraag=is_vraag)
        vormen = [v for v in document.vormen(tag) if isinstance(v, str) == in_alinea]
        assert vormen == [moet] * len(vormen), tag
        gezien.add(tag)
    ander = without_hidden(echte_lijst, oud if aannemen else nieuw)
    beantwoord = {v.id for v in echte_lijst.vragen if plan.waarde(v) or ander.waarde(v)}
    assert beantwoord <= gezien


def test_de_poorten_blijven_open(paar):
    assert check_docx(paar[2], "wijzigingen.docx") == []


def test_ook_na_een_besluit(paar):
    """What is left may not be broken; a field in a line whose words went has nothing in it."""
    for aannemen in (True, False):
        bevindingen = check_docx(beslist(paar[2], aannemen=aannemen), "besloten.docx")
        assert {b.rule_id for b in bevindingen} <= {"invulveld-zonder-inhoud"}


# What is not the answers.


def maak(sjabloon, lijst, oud, nieuw, **anders) -> bytes:
    kenmerken = {"auteur": AUTEUR, "datum": DATUM, **anders}
    return write_tracked(sjabloon, lijst, oud, nieuw, **kenmerken)


@pytest.mark.parametrize("naam", ["oudermeer", "leeg", "vol", "maastricht-koppen-definitief"])
def test_zonder_wijziging_is_het_gewoon_het_document(plannen, sjabloon, echte_lijst, naam):
    plan = plannen[naam]
    assert maak(sjabloon, echte_lijst, plan, plan) == fill(sjabloon, echte_lijst, plan)


def test_dezelfde_plannen_geven_dezelfde_bytes(paar, sjabloon, echte_lijst):
    oud, nieuw, data = paar
    assert maak(sjabloon, echte_lijst, oud, nieuw) == data


def test_elk_merk_heeft_de_maker_het_moment_en_een_eigen_nummer(paar):
    gelezen = Gelezen(paar[2])
    merken = [
        element
        for boom in gelezen.bomen.values()
        for element in boom.iter(w("ins"), w("del"), w("pPrChange"))
    ]
    assert merken
    assert {(merk.get(w("author")), merk.get(w("date"))) for merk in merken} == {(AUTEUR, DATUM)}
    nummers = [merk.get(w("id")) for merk in merken]
    andere = gelezen.document.xpath("//w:bookmarkStart/@w:id", namespaces=NS)
    assert len(set(nummers)) == len(nummers)
    assert not set(nummers) & set(andere)


def test_alle_invulvelden_zijn_er_met_hun_eigenschappen(paar, sjabloon, echte_lijst):
    """Everything that the document of the new plan has, and it says the same of itself."""
    _, nieuw, data = paar
    gewoon, gewijzigd = Gelezen(fill(sjabloon, echte_lijst, nieuw)), Gelezen(data)
    for deel in gewoon.bomen:
        if deel.startswith(("word/document", "word/header", "word/footer")):
            assert kenmerken(gewoon.bomen[deel]) <= kenmerken(gewijzigd.bomen[deel])
    for deel in ("docProps/core.xml", "word/settings.xml", "word/styles.xml"):
        assert gewoon.delen[deel] == gewijzigd.delen[deel]
    eigen = [read_custom(g.delen["docProps/custom.xml"]) for g in (gewoon, gewijzigd)]
    # What is said of whole parts, sentences and places is of those of this document.
    niet = (*_EIGEN_AFDRUK, "zonder")
    gewoon_eigen = {k: v for k, v in eigen[0].items() if not k.startswith(niet)}
    assert gewoon_eigen.items() <= eigen[1].items()
    assert int(eigen[1]["zonder"]) <= int(eigen[0]["zonder"])
    for kant in ("aangenomen", "verworpen"):
        assert read_returned(data, "x", echte_lijst, wijzigingen=kant).vast.is_gelijk
    assert not is_edited_in_word(data)


def kenmerken(boom) -> set[tuple[str, ...]]:
    """Return what says which control it is; not whether it shows its placeholder."""
    return {
        tuple(
            "".join(veld.xpath(f"w:sdtPr/w:{naam}/@w:val", namespaces=NS))
            for naam in ("tag", "alias", "id", "lock")
        )
        for veld in boom.iter(w("sdt"))
        if veld.find(f"{w('sdtPr')}/{w('docPartObj')}") is None
    }


def regels(data: bytes, stijl: str) -> list[str]:
    """Return the words in paragraphs of a style, as they are when everything is accepted."""
    alineas = Gelezen(data).document.xpath(
        f"//w:p[starts-with(w:pPr/w:pStyle/@w:val, '{stijl}')]", namespaces=NS
    )
    return ["".join(p.xpath(".//w:t/text()", namespaces=NS)) for p in alineas]


def test_de_inhoudsopgave_noemt_de_koppen_van_het_nieuwe_plan(paar):
    """Words that went are not in the list, though they may still stand in a heading."""
    lijst = [regel.lstrip("0123456789.") for regel in regels(paar[2], "TOC")]
    gedaan = regels(beslist(paar[2], aannemen=True), "Heading")
    assert [regel for regel in lijst if regel not in ("", "Inhoud")] == [
        kop for kop in gedaan if kop in lijst
    ]
    assert len(lijst) > 8


def test_een_hoofdstuk_dat_verdwijnt_of_erbij_komt_staat_er(plannen, sjabloon, echte_lijst):
    """The union of both plans; only so can the answers in it be seen."""
    met = plannen["oudermeer"]
    zonder = met._replace(antwoorden={**met.antwoorden, "acties": "", "signalering-meldpunt": ""})
    for oud, nieuw in ((met, zonder), (zonder, met)):
        data = maak(sjabloon, echte_lijst, oud, nieuw)
        assert "Planning" in regels(data, "Heading")
        aangenomen = Document(beslist(data, aannemen=True))
        for tag in ("acties", "signalering-meldpunt"):
            assert [bool(vorm) for vorm in aangenomen.vormen(tag)] == [nieuw is met]
    assert "Planning" not in regels(maak(sjabloon, echte_lijst, zonder, zonder), "Heading")


def test_de_indeling_en_de_status_zijn_die_van_het_nieuwe_plan(plannen, sjabloon, echte_lijst):
    oud, nieuw = plannen["oudermeer"], plannen["oudermeer-koppen-definitief"]
    data = maak(sjabloon, echte_lijst, oud, nieuw)
    assert regels(data, "Heading") == regels(fill(sjabloon, echte_lijst, nieuw), "Heading")
    assert "Vastgesteld door het college" in "".join(Gelezen(data).document.itertext())
    terug = maak(sjabloon, echte_lijst, nieuw, oud)
    assert "Vastgesteld door het college" not in "".join(Gelezen(terug).document.itertext())


def test_het_beeld_is_dat_van_het_nieuwe_plan(plannen, sjabloon, echte_lijst):
    plan = plannen["oudermeer"]
    ander = plan._replace(antwoorden={**plan.antwoorden, "lokale-ambitie": "Iets anders."})
    beelden = {"acties": [Tekening(b"png", 10.0, 5.0, "Wat er te zien is")]}
    data = maak(sjabloon, echte_lijst, plan, ander, beelden=beelden)
    assert Gelezen(data).delen["word/media/uvp-acties-1.png"] == b"png"


def test_een_leeg_antwoord_in_een_vastgesteld_plan_is_ook_een_wijziging(
    plannen, sjabloon, echte_lijst
):
    data = maak(sjabloon, echte_lijst, plannen["leeg"], plannen["leeg-definitief"])
    zin = echte_lijst.vraag("lokale-ambitie").empty_text
    (veld,) = Gelezen(data).velden("lokale-ambitie")
    assert veld.xpath(".//w:ins//w:t/text()", namespaces=NS) == [zin]


def test_de_zin_voor_geen_antwoord_is_na_verwerpen_te_herkennen(plannen, sjabloon, echte_lijst):
    """Otherwise it would come home as an answer."""
    data = maak(sjabloon, echte_lijst, plannen["leeg-definitief"], plannen["oudermeer"])
    eigen = read_custom(Gelezen(data).delen["docProps/custom.xml"])
    for vraag in echte_lijst.vragen:
        assert eigen[f"leeg.{vraag.id}"] == fingerprint(vraag.empty_text)


def test_een_naam_past_in_het_document(plannen, sjabloon, echte_lijst):
    data = maak(
        sjabloon, echte_lijst, plannen["leeg"], plannen["oudermeer"], auteur="An\n\tTest " * 90
    )
    (naam,) = set(Gelezen(data).document.xpath("//w:ins/@w:author", namespaces=NS))
    assert naam.startswith("An Test An")
    assert len(naam) == 255
