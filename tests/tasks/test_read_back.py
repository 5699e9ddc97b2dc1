"""Word edits come home: three ways per answer, and nothing is lost or overwritten in silence."""

from __future__ import annotations

import random
import subprocess
import zipfile

import pytest

from edited_docx import EIGEN, LIJST, bewerkt, maak, met, typ_over
from trials import keren
from uitvoeringsplan.errors import GebruikError, SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.three_way import Oordeel
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.tasks.read_back import read_back, save_readback, settle
from uitvoeringsplan.tasks.set_answer import set_answer

ZIN = "Deze zin gaat over {} en meer. De andere is er om in te veranderen."
VRAGEN = [vraag for vraag in LIJST.vaste_vragen if vraag.type.name in ("tekst", "lijst")]


@pytest.fixture
def plan(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    return pad


def lees(plan, word, **opties):
    return read_back(load_plan(plan, LIJST), word, **opties)


def oordelen(inlezing):
    return {
        weg.vraag.id: weg.oordeel
        for weg in inlezing.driewegen
        if weg.oordeel not in (Oordeel.GELIJK, Oordeel.BEHOUDEN)
    }


@pytest.mark.parametrize("wens", [{}, {"indeling": "koppen"}, {"intern": True}])
def test_een_document_dat_niemand_bewerkte_verandert_niets(plan, tmp_path, wens):
    inlezing = lees(plan, maak(plan, tmp_path / "a.docx", **wens))
    assert oordelen(inlezing) == {}
    assert inlezing.bedenkingen == ()
    assert inlezing.nieuw.data == plan.read_bytes()


def test_wat_in_word_veranderde_komt_in_het_plan_en_niets_anders(plan, tmp_path):
    voor = load_plan(plan, LIJST).plan
    nieuw = "Een **nieuwe** ambitie.\n\n- een\n  - dieper\n- twee"
    word = bewerkt(plan, tmp_path / "a.docx", lokale_ambitie=nieuw, borgen_budget="")
    inlezing = lees(plan, word)
    assert oordelen(inlezing) == {
        "lokale-ambitie": Oordeel.OVERGENOMEN,
        "borgen-budget": Oordeel.OVERGENOMEN,
    }
    na = save_readback(inlezing).plan
    assert na.antwoorden["lokale-ambitie"] == nieuw
    assert na.antwoorden["borgen-budget"] == ""
    rest = {"lokale-ambitie", "borgen-budget"}
    for naam, tekst in voor.antwoorden.items():
        assert naam in rest or na.antwoorden[naam] == tekst
    assert na.gegevens == voor.gegevens
    assert load_plan(plan, LIJST).plan == na


def test_gegevens_en_tabellen_komen_ook_terug(plan, tmp_path):
    acties = load_plan(plan, LIJST).plan.antwoorden["acties"].split("\n")
    anders = "\n".join([*acties[1:], acties[0].replace("klaar", "loopt")])
    word = bewerkt(plan, tmp_path / "a.docx", versie="0.4", datum="2026-12-24", acties=anders)
    inlezing = lees(plan, word)
    assert set(oordelen(inlezing)) == {"versie", "datum", "acties"}
    plan_na = inlezing.nieuw.plan
    assert plan_na.gegevens["versie"] == "0.4"
    assert plan_na.gegevens["datum"] == "2026-12-24"
    assert sorted(plan_na.antwoorden["acties"].split("\n")) == sorted(anders.split("\n"))


def test_een_datum_staat_er_na_inlezen_als_na_elke_andere_opdracht(plan, tmp_path):
    """Between quotes, so that no reader of YAML takes it for a date; other lines stay bare."""
    word = bewerkt(plan, tmp_path / "a.docx", datum="2026-12-24")
    regels = plan.read_text("utf-8").split("\n")
    ingelezen = lees(plan, word).nieuw.data.decode().split("\n")
    set_answer(plan, "datum", "24 december 2026")
    assert plan.read_text("utf-8").split("\n") == ingelezen
    assert [nieuw for oud, nieuw in zip(regels, ingelezen, strict=True) if oud != nieuw] == [
        "  datum: '2026-12-24'"
    ]
    assert "  raad-geinformeerd: 2027-02-04" in ingelezen
    nieuw = new_planbestand(plan, LIJST, load_plan(plan, LIJST).plan.gegevens, {})
    assert "  datum: '2026-12-24'" in nieuw.data.decode().split("\n")


def test_een_leeg_antwoord_in_een_bestand_zonder_kenmerken_is_niet_stil(plan, tmp_path):
    """Nothing tells whether somebody emptied it: the plan keeps its text, and says so."""
    word = bewerkt(plan, tmp_path / "a.docx", lokale_ambitie="")
    with zipfile.ZipFile(word) as pakket:
        leden = {naam: pakket.read(naam) for naam in pakket.namelist() if naam != EIGEN}
    leden["_rels/.rels"] = leden["_rels/.rels"].replace(b"custom-properties", b"iets-anders")
    with zipfile.ZipFile(word, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, data)
    inlezing = lees(plan, word)
    assert oordelen(inlezing) == {}
    (melding,) = [b.melding for b in inlezing.bedenkingen if b.vraag_id == "lokale-ambitie"]
    assert "is leeg in Word" in melding
    assert inlezing.nieuw.data == plan.read_bytes()


def test_een_openbare_vraag_in_het_interne_document_maakt_het_niet_openbaar(plan, tmp_path):
    """Somebody pasted an answer of the public document into the internal one, control and all."""
    word = maak(plan, tmp_path / "a.docx", intern=True)
    typ_over(word, ("Het vertrouwen is niet groot", "Het vertrouwen groeit"))
    plak = (
        '<w:sdt><w:sdtPr><w:tag w:val="borgen-budget"/></w:sdtPr><w:sdtContent><w:p><w:r>'
        "<w:t>Geplakt.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    with zipfile.ZipFile(word) as pakket:
        leden = {naam: pakket.read(naam) for naam in pakket.namelist()}
    deel = leden["word/document.xml"].decode()
    leden["word/document.xml"] = deel.replace("<w:body>", f"<w:body>{plak}", 1).encode()
    with zipfile.ZipFile(word, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, data)
    inlezing = lees(plan, word)
    assert oordelen(inlezing) == {"beeld-risicofactoren": Oordeel.OVERGENOMEN}
    assert any("Geplakt." in zin for zin in inlezing.vast.verschillen)


def test_wat_alleen_het_plan_veranderde_blijft(plan, tmp_path):
    word = maak(plan, tmp_path / "a.docx")
    met(plan, lokale_ambitie="Later bedacht.")
    inlezing = lees(plan, word)
    assert oordelen(inlezing) == {}
    assert inlezing.nieuw.data == plan.read_bytes()


def test_een_botsing_wacht_op_een_keuze(plan, tmp_path):
    word = bewerkt(plan, tmp_path / "a.docx", lokale_ambitie="Uit Word.", borgen_budget="Geld.")
    met(plan, lokale_ambitie="Uit het plan.")
    inlezing = lees(plan, word)
    assert [weg.vraag.id for weg in inlezing.botsingen] == ["lokale-ambitie"]
    assert inlezing.nieuw is inlezing.oud
    assert settle(inlezing, lambda _: None) is None
    klaar = settle(inlezing, lambda weg: f"{weg.plan}\n\n{weg.word}")
    assert klaar.nieuw.plan.antwoorden["lokale-ambitie"] == "Uit het plan.\n\nUit Word."
    assert klaar.nieuw.plan.antwoorden["borgen-budget"] == "Geld."


def git(map_, *opdracht):
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=t@example.org", *opdracht],
        cwd=map_,
        check=True,
        capture_output=True,
    )


@pytest.mark.git
def test_met_git_gaan_veranderingen_in_andere_zinnen_samen(plan, tmp_path):
    met(plan, lokale_ambitie="De wijk is rustig. De buurt is veilig.")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "dorp.plan.yaml")
    git(tmp_path, "commit", "-qm", "begin")
    word = bewerkt(
        plan, tmp_path / "a.docx", lokale_ambitie="De wijk is rustig. De buurt is gezellig."
    )
    met(plan, lokale_ambitie="Elke wijk is rustig. De buurt is veilig.")
    inlezing = lees(plan, word)
    assert oordelen(inlezing) == {"lokale-ambitie": Oordeel.SAMENGEVOEGD}
    samen = inlezing.nieuw.plan.antwoorden["lokale-ambitie"]
    assert samen == "Elke wijk is rustig. De buurt is gezellig."


def test_een_bestand_zonder_vragen_van_dit_plan(plan, tmp_path):
    word = maak(plan, tmp_path / "a.docx")
    leeg = tmp_path / "leeg.docx"
    with zipfile.ZipFile(word) as bron, zipfile.ZipFile(leeg, "w") as doel:
        for naam in bron.namelist():
            data = bron.read(naam)
            if naam == "word/document.xml":
                kop = data[: data.index(b"<w:body>")]
                data = kop + b"<w:body><w:p/></w:body></w:document>"
            if not naam.startswith(("word/header", "word/footer")):
                doel.writestr(naam, data)
    with pytest.raises(SjabloonError, match="geen enkele vraag van het plan"):
        lees(plan, leeg)


def test_een_document_van_een_andere_vragenlijst(plan, tmp_path):
    word = maak(plan, tmp_path / "a.docx")
    with zipfile.ZipFile(word) as pakket:
        leden = {naam: pakket.read(naam) for naam in pakket.namelist()}
    leden[EIGEN] = leden[EIGEN].replace(b">polarisatie<", b">radicalisering<")
    with zipfile.ZipFile(word, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, data)
    with pytest.raises(GebruikError, match="radicalisering"):
        lees(plan, word)


# Many cases at once: for every question somebody, nobody or both changed it.


def verdeling(toeval):
    """Return per question (old, plan, word), drawn from the ways in which people work."""
    uit = {}
    for vraag in VRAGEN:
        oud = ZIN.format(vraag.label.lower()) if toeval.random() < 0.8 else ""
        soort = toeval.choice(["niemand", "word", "plan", "beide", "zelfde", "leeg"])
        anders = [oud.replace("Deze", "Elke"), oud.replace("veranderen", "schaven"), "Iets nieuws."]
        een, ander = toeval.sample(anders, 2)
        uit[vraag.id] = {
            "niemand": (oud, oud, oud),
            "word": (oud, oud, ander),
            "plan": (oud, een, oud),
            "beide": (oud, een, ander),
            "zelfde": (oud, een, een),
            "leeg": (oud, oud, ""),
        }[soort]
        if vraag.type.name == "lijst":
            uit[vraag.id] = tuple(vraag.normalise(tekst) for tekst in uit[vraag.id])
    return uit


def zet(plan, teksten):
    met(plan, **{naam.replace("-", "_"): tekst for naam, tekst in teksten.items()})


@pytest.mark.git
@pytest.mark.parametrize("met_git", [False, True])
@pytest.mark.parametrize("nummer", range(keren(1)))
def test_niets_gaat_verloren_en_niets_wordt_stil_overschreven(tmp_path, nummer, met_git):
    """One run weighs every question of a plan: some twenty cases."""
    toeval = random.Random(f"{nummer}{met_git}")  # noqa: S311 - a fixed draw
    plan = tmp_path / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    gevallen = verdeling(toeval)
    zet(plan, {naam: oud for naam, (oud, _, _) in gevallen.items()})
    if met_git:
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "dorp.plan.yaml")
        git(tmp_path, "commit", "-qm", "begin")
    word = bewerkt(
        plan,
        tmp_path / "a.docx",
        **{naam.replace("-", "_"): tekst for naam, (_, _, tekst) in gevallen.items()},
    )
    zet(plan, {naam: tekst for naam, (_, tekst, _) in gevallen.items()})
    voor = load_plan(plan, LIJST).plan
    inlezing = lees(plan, word)
    wegen = {weg.vraag.id: weg for weg in inlezing.driewegen}
    for naam, (oud, in_plan, in_word) in gevallen.items():
        weg = wegen[naam]
        assert (weg.plan, weg.word) == (in_plan, in_word) or weg.oordeel is Oordeel.BEHOUDEN
        if in_word in (oud, in_plan):
            assert weg.tekst == in_plan
            assert weg.oordeel is not Oordeel.BOTSING
        elif in_plan == oud:
            assert (weg.oordeel, weg.tekst) == (Oordeel.OVERGENOMEN, in_word)
        elif weg.oordeel is Oordeel.SAMENGEVOEGD:
            assert met_git
            nieuw = (set(in_plan.split()) | set(in_word.split())) - set(oud.split())
            assert nieuw <= set(weg.tekst.split())
        else:
            assert weg.oordeel is Oordeel.BOTSING
            assert weg.tekst == in_plan
    assert plan.read_bytes() == inlezing.oud.data, "lezen schrijft niets"
    klaar = settle(inlezing, lambda weg: f"{weg.plan}\n\n{weg.word}") or inlezing
    na = klaar.nieuw.plan.antwoorden
    for naam, tekst in voor.antwoorden.items():
        if naam not in gevallen:
            assert na[naam] == tekst
    for weg in inlezing.botsingen:
        assert all(deel.strip("- ") in na[weg.vraag.id] for deel in (weg.plan, weg.word))
