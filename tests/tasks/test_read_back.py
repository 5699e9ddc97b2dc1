"""Word edits come home: three ways per answer, and nothing is lost or overwritten in silence."""

from __future__ import annotations

import random
import subprocess
import zipfile

import pytest

from edited_docx import LIJST, OWN, edited, make, met, type_over
from trials import times
from uitvoeringsplan.errors import GebruikError, SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.three_way import Oordeel
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.tasks.read_back import read_back, save_readback, settle
from uitvoeringsplan.tasks.set_answer import set_answer

ZIN = "Deze zin gaat over {} en meer. De andere is er om in te veranderen."
VRAGEN = [vraag for vraag in LIJST.fixed_vragen if vraag.type.name in ("tekst", "lijst")]


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    return path


def read(plan, word, **options):
    return read_back(load_plan(plan, LIJST), word, **options)


def oordelen(readback):
    return {
        gone.vraag.id: gone.oordeel
        for gone in readback.three_ways
        if gone.oordeel not in (Oordeel.GELIJK, Oordeel.BEHOUDEN)
    }


@pytest.mark.parametrize("wens", [{}, {"indeling": "koppen"}, {"intern": True}])
def test_een_document_dat_niemand_bewerkte_verandert_niets(plan, tmp_path, wens):
    readback = read(plan, make(plan, tmp_path / "a.docx", **wens))
    assert oordelen(readback) == {}
    assert readback.doubts == ()
    assert readback.new.data == plan.read_bytes()


def test_wat_in_word_veranderde_komt_in_het_plan_en_niets_anders(plan, tmp_path):
    before = load_plan(plan, LIJST).plan
    new = "Een **nieuwe** ambitie.\n\n- een\n  - dieper\n- twee"
    word = edited(plan, tmp_path / "a.docx", lokale_ambitie=new, borgen_budget="")
    readback = read(plan, word)
    assert oordelen(readback) == {
        "lokale-ambitie": Oordeel.OVERGENOMEN,
        "borgen-budget": Oordeel.OVERGENOMEN,
    }
    after = save_readback(readback).plan
    assert after.antwoorden["lokale-ambitie"] == new
    assert after.antwoorden["borgen-budget"] == ""
    rest = {"lokale-ambitie", "borgen-budget"}
    for name, text in before.antwoorden.items():
        assert name in rest or after.antwoorden[name] == text
    assert after.gegevens == before.gegevens
    assert load_plan(plan, LIJST).plan == after


def test_gegevens_en_tabellen_komen_ook_terug(plan, tmp_path):
    acties = load_plan(plan, LIJST).plan.antwoorden["acties"].split("\n")
    otherwise = "\n".join([*acties[1:], acties[0].replace("klaar", "loopt")])
    word = edited(plan, tmp_path / "a.docx", versie="0.4", datum="2026-12-24", acties=otherwise)
    readback = read(plan, word)
    assert set(oordelen(readback)) == {"versie", "datum", "acties"}
    plan_after = readback.new.plan
    assert plan_after.gegevens["versie"] == "0.4"
    assert plan_after.gegevens["datum"] == "2026-12-24"
    assert sorted(plan_after.antwoorden["acties"].split("\n")) == sorted(otherwise.split("\n"))


def test_een_datum_staat_er_na_inlezen_als_na_elke_andere_opdracht(plan, tmp_path):
    """Between quotes, so that no reader of YAML takes it for a date; other lines stay bare."""
    word = edited(plan, tmp_path / "a.docx", datum="2026-12-24")
    lines = plan.read_text("utf-8").split("\n")
    ingelezen = read(plan, word).new.data.decode().split("\n")
    set_answer(plan, "datum", "24 december 2026")
    assert plan.read_text("utf-8").split("\n") == ingelezen
    assert [new for old, new in zip(lines, ingelezen, strict=True) if old != new] == [
        "  datum: '2026-12-24'"
    ]
    assert "  raad-geinformeerd: 2027-02-04" in ingelezen
    new = new_planbestand(plan, LIJST, load_plan(plan, LIJST).plan.gegevens, {})
    assert "  datum: '2026-12-24'" in new.data.decode().split("\n")


def test_een_leeg_antwoord_in_een_bestand_zonder_kenmerken_is_niet_stil(plan, tmp_path):
    """Nothing tells whether somebody emptied it: the plan keeps its text, and says so."""
    word = edited(plan, tmp_path / "a.docx", lokale_ambitie="")
    with zipfile.ZipFile(word) as package:
        members = {name: package.read(name) for name in package.namelist() if name != OWN}
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"custom-properties", b"iets-anders")
    with zipfile.ZipFile(word, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    readback = read(plan, word)
    assert oordelen(readback) == {}
    (message,) = [b.message for b in readback.doubts if b.vraag_id == "lokale-ambitie"]
    assert "is leeg in Word" in message
    assert readback.new.data == plan.read_bytes()


def test_een_openbare_vraag_in_het_interne_document_maakt_het_niet_openbaar(plan, tmp_path):
    """Somebody pasted an answer of the public document into the internal one, control and all."""
    word = make(plan, tmp_path / "a.docx", intern=True)
    type_over(word, ("Het vertrouwen is niet groot", "Het vertrouwen groeit"))
    plak = (
        '<w:sdt><w:sdtPr><w:tag w:val="borgen-budget"/></w:sdtPr><w:sdtContent><w:p><w:r>'
        "<w:t>Geplakt.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    with zipfile.ZipFile(word) as package:
        members = {name: package.read(name) for name in package.namelist()}
    part = members["word/document.xml"].decode()
    members["word/document.xml"] = part.replace("<w:body>", f"<w:body>{plak}", 1).encode()
    with zipfile.ZipFile(word, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    readback = read(plan, word)
    assert oordelen(readback) == {"beeld-risicofactoren": Oordeel.OVERGENOMEN}
    assert any("Geplakt." in one.words for one in readback.fixed.verschillen)


def test_wat_alleen_het_plan_veranderde_blijft(plan, tmp_path):
    word = make(plan, tmp_path / "a.docx")
    met(plan, lokale_ambitie="Later bedacht.")
    readback = read(plan, word)
    assert oordelen(readback) == {}
    assert readback.new.data == plan.read_bytes()


def test_een_botsing_wacht_op_een_keuze(plan, tmp_path):
    word = edited(plan, tmp_path / "a.docx", lokale_ambitie="Uit Word.", borgen_budget="Geld.")
    met(plan, lokale_ambitie="Uit het plan.")
    readback = read(plan, word)
    assert [gone.vraag.id for gone in readback.clashes] == ["lokale-ambitie"]
    assert readback.new is readback.old
    assert settle(readback, lambda _: None) is None
    ready = settle(readback, lambda gone: f"{gone.plan}\n\n{gone.word}")
    assert ready.new.plan.antwoorden["lokale-ambitie"] == "Uit het plan.\n\nUit Word."
    assert ready.new.plan.antwoorden["borgen-budget"] == "Geld."


def git(map_, *command):
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=t@example.org", *command],
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
    word = edited(
        plan, tmp_path / "a.docx", lokale_ambitie="De wijk is rustig. De buurt is gezellig."
    )
    met(plan, lokale_ambitie="Elke wijk is rustig. De buurt is veilig.")
    readback = read(plan, word)
    assert oordelen(readback) == {"lokale-ambitie": Oordeel.SAMENGEVOEGD}
    together = readback.new.plan.antwoorden["lokale-ambitie"]
    assert together == "Elke wijk is rustig. De buurt is gezellig."


def test_een_bestand_zonder_vragen_van_dit_plan(plan, tmp_path):
    word = make(plan, tmp_path / "a.docx")
    empty = tmp_path / "leeg.docx"
    with zipfile.ZipFile(word) as source, zipfile.ZipFile(empty, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                kop = data[: data.index(b"<w:body>")]
                data = kop + b"<w:body><w:p/></w:body></w:document>"
            if not name.startswith(("word/header", "word/footer")):
                target.writestr(name, data)
    with pytest.raises(SjabloonError, match="geen enkele vraag van het plan"):
        read(plan, empty)


def test_een_document_van_een_andere_vragenlijst(plan, tmp_path):
    word = make(plan, tmp_path / "a.docx")
    with zipfile.ZipFile(word) as package:
        members = {name: package.read(name) for name in package.namelist()}
    members[OWN] = members[OWN].replace(b">polarisatie<", b">radicalisering<")
    with zipfile.ZipFile(word, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    with pytest.raises(GebruikError, match="radicalisering"):
        read(plan, word)


# Many cases at once: for every question somebody, nobody or both changed it.


def verdeling(chance):
    """Return per question (old, plan, word), drawn from the ways in which people work."""
    result = {}
    for vraag in VRAGEN:
        old = ZIN.format(vraag.label.lower()) if chance.random() < 0.8 else ""
        kind = chance.choice(["niemand", "word", "plan", "beide", "zelfde", "leeg"])
        otherwise = [
            old.replace("Deze", "Elke"),
            old.replace("veranderen", "schaven"),
            "Iets nieuws.",
        ]
        one, other = chance.sample(otherwise, 2)
        result[vraag.id] = {
            "niemand": (old, old, old),
            "word": (old, old, other),
            "plan": (old, one, old),
            "beide": (old, one, other),
            "zelfde": (old, one, one),
            "leeg": (old, old, ""),
        }[kind]
        if vraag.type.name == "lijst":
            result[vraag.id] = tuple(vraag.normalise(text) for text in result[vraag.id])
    return result


def zet(plan, texts):
    met(plan, **{name.replace("-", "_"): text for name, text in texts.items()})


@pytest.mark.git
@pytest.mark.parametrize("met_git", [False, True])
@pytest.mark.parametrize("number", range(times(1)))
def test_niets_gaat_verloren_en_niets_wordt_stil_overschreven(tmp_path, number, met_git):
    """One run weighs every question of a plan: some twenty cases."""
    chance = random.Random(f"{number}{met_git}")  # noqa: S311 - a fixed draw
    plan = tmp_path / "dorp.plan.yaml"
    plan.write_bytes(find_voorbeeld().read_bytes())
    cases = verdeling(chance)
    zet(plan, {name: old for name, (old, _, _) in cases.items()})
    if met_git:
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "dorp.plan.yaml")
        git(tmp_path, "commit", "-qm", "begin")
    word = edited(
        plan,
        tmp_path / "a.docx",
        **{name.replace("-", "_"): text for name, (_, _, text) in cases.items()},
    )
    zet(plan, {name: text for name, (_, text, _) in cases.items()})
    before = load_plan(plan, LIJST).plan
    readback = read(plan, word)
    ways = {gone.vraag.id: gone for gone in readback.three_ways}
    for name, (old, in_plan, in_word) in cases.items():
        gone = ways[name]
        assert (gone.plan, gone.word) == (in_plan, in_word) or gone.oordeel is Oordeel.BEHOUDEN
        if in_word in (old, in_plan):
            assert gone.text == in_plan
            assert gone.oordeel is not Oordeel.BOTSING
        elif in_plan == old:
            assert (gone.oordeel, gone.text) == (Oordeel.OVERGENOMEN, in_word)
        elif gone.oordeel is Oordeel.SAMENGEVOEGD:
            assert met_git
            new = (set(in_plan.split()) | set(in_word.split())) - set(old.split())
            assert new <= set(gone.text.split())
        else:
            assert gone.oordeel is Oordeel.BOTSING
            assert gone.text == in_plan
    assert plan.read_bytes() == readback.old.data, "lezen schrijft niets"
    ready = settle(readback, lambda gone: f"{gone.plan}\n\n{gone.word}") or readback
    after = ready.new.plan.antwoorden
    for name, text in before.antwoorden.items():
        if name not in cases:
            assert after[name] == text
    for gone in readback.clashes:
        assert all(part.strip("- ") in after[gone.vraag.id] for part in (gone.plan, gone.word))
