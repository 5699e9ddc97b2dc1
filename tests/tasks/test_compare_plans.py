"""`compare_plans`: every kind of side, what is no side, and the document with the changes in it."""

from __future__ import annotations

import subprocess
import zipfile

import pytest

from edited_docx import EIGEN, LIJST, bewerkt, maak, met, verander, zonder_afdruk
from uitvoeringsplan.errors import (
    BestandError,
    GebruikError,
    GitError,
    ProjectbestandError,
    SjabloonError,
)
from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.model.word_differences import Verandering
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.compare_plans import author_and_moment, compare_plans, write_changes
from uitvoeringsplan.word.returned.reading import read_returned

_OPENBAAR = {vraag.id for vraag in public_part(LIJST).vragen}
# A question that only the internal document shows, with an answer that is no table.
INTERN = next(v.id for v in LIJST.vragen if v.id not in _OPENBAAR and not v.kolommen)
DATUM = "2027-01-01T12:00:00Z"
pytestmark = pytest.mark.usefixtures("kale_git")


@pytest.fixture
def plan(voorbeeldplan):
    return voorbeeldplan


def git(map_, *opdracht):
    wie = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *wie, *opdracht], cwd=map_, check=True, capture_output=True)


def leg_vast(*paden):
    git(paden[0].parent, "init", "-q")
    git(paden[0].parent, "add", *(pad.name for pad in paden))
    git(paden[0].parent, "commit", "-qm", "stand", "--date", "2026-05-01T12:00:00+00:00")


def anders(*kanten) -> dict[str, tuple[str, str]]:
    """Return (old, new) of everything that changed between two sides."""
    return {
        een.vraag.id: (een.oud, een.nieuw)
        for een in compare_plans(*map(str, kanten)).verschillen
        if een.wat is not Verandering.GELIJK
    }


def budget(pad) -> str:
    return load_plan(pad, LIJST).plan.antwoorden["borgen-budget"]


def test_een_word_bestand_als_oude_en_als_nieuwe_kant(plan, werkmap):
    word = bewerkt(plan, werkmap / "an.docx", borgen_budget="Van An.", versie="0.4")
    was = {"borgen-budget": budget(plan), "versie": "0.3"}
    wordt = {"borgen-budget": "Van An.", "versie": "0.4"}
    assert anders(plan, word) == {id_: (was[id_], wordt[id_]) for id_ in was}
    assert anders(word, plan) == {id_: (wordt[id_], was[id_]) for id_ in was}


def test_twee_word_bestanden(plan, werkmap):
    een = bewerkt(plan, werkmap / "een.docx", borgen_budget="Van An.")
    ander = bewerkt(plan, werkmap / "ander.docx", borgen_budget="Van Bo.")
    assert anders(een, ander) == {"borgen-budget": ("Van An.", "Van Bo.")}


def test_wat_een_word_bestand_niet_toont_telt_niet_mee(plan, werkmap):
    """The public document holds no internal answers; that is no change."""
    word = maak(plan, werkmap / "a.docx")
    met(plan, **{INTERN.replace("-", "_"): "- Alleen voor ons."})
    vergelijking = compare_plans(str(word), str(plan))
    assert INTERN in vergelijking.oud.zonder
    assert INTERN not in {een.vraag.id for een in vergelijking.verschillen}
    assert anders(word, plan) == {}


def test_het_interne_document_is_ook_een_kant(plan, werkmap):
    word = maak(plan, werkmap / "intern.docx", intern=True)
    assert anders(plan, word) == {}
    oud = load_plan(plan, LIJST).plan.tekst(LIJST.vraag(INTERN))
    met(plan, **{INTERN.replace("-", "_"): "- Later."})
    assert anders(word, plan) == {INTERN: (oud, "- Later.")}


def test_de_volgorde_waarin_een_document_rijen_zet_is_geen_verschil(plan, werkmap):
    rijen = load_plan(plan, LIJST).plan.antwoorden["acties"].split("\n")
    met(plan, acties="\n".join(reversed(rijen)))
    word = maak(plan, werkmap / "a.docx")
    assert anders(plan, word) == anders(word, plan) == {}


@pytest.mark.git
def test_een_plan_en_een_word_bestand_uit_git(plan, werkmap):
    word = maak(plan, werkmap / "dorp.docx")
    leg_vast(plan, word)
    was = budget(plan)
    met(plan, borgen_budget="Later.")
    bewerkt(plan, word, borgen_budget="Nog later.")
    assert anders("HEAD:dorp.plan.yaml", plan) == {"borgen-budget": (was, "Later.")}
    assert anders(plan, "HEAD:dorp.plan.yaml") == {"borgen-budget": ("Later.", was)}
    assert anders("HEAD:dorp.docx", "dorp.docx") == {"borgen-budget": (was, "Nog later.")}
    assert anders("HEAD:dorp.docx", "HEAD:dorp.plan.yaml") == {}
    # One side is held against the last commit: this plan, this Word file, the only plan here.
    assert anders("dorp.docx") == {"borgen-budget": (was, "Nog later.")}
    assert anders("dorp.plan.yaml") == anders() == {"borgen-budget": (was, "Later.")}


@pytest.mark.git
def test_vanuit_een_map_eronder(plan, werkmap, monkeypatch):
    leg_vast(plan)
    met(plan, borgen_budget="Later.")
    (werkmap / "onder").mkdir()
    monkeypatch.chdir(werkmap / "onder")
    assert list(anders("HEAD:../dorp.plan.yaml", "../dorp.plan.yaml")) == ["borgen-budget"]


@pytest.mark.git
def test_een_bestand_met_een_dubbele_punt_gaat_voor_een_versie(plan, werkmap):
    leg_vast(plan)
    naam = "HEAD:dorp.plan.yaml"
    try:
        (werkmap / naam).write_bytes(plan.read_bytes())
    except OSError:
        pytest.skip("een naam kan hier geen dubbele punt hebben")
    met(plan, borgen_budget="Later.")
    met(werkmap / naam, borgen_budget="Uit het bestand.")
    assert anders(naam, plan) == {"borgen-budget": ("Uit het bestand.", "Later.")}


@pytest.mark.git
@pytest.mark.parametrize(
    ("oud", "fout", "woorden"),
    [
        ("v9:dorp.plan.yaml", GitError, "“v9” is geen commit, tak of label"),
        ("HEAD:weg.plan.yaml", GitError, "De laatste commit heeft geen bestand weg.plan.yaml"),
        ("weg.plan.yaml", BestandError, "weg.plan.yaml"),
    ],
)
def test_een_kant_die_er_niet_is(plan, oud, fout, woorden):
    leg_vast(plan)
    with pytest.raises(fout, match=woorden):
        compare_plans(oud, str(plan))


@pytest.mark.git
def test_buiten_git_is_er_geen_laatste_commit(plan):
    with pytest.raises(GitError, match="staat niet in git"):
        compare_plans(str(plan))


def test_een_plan_of_document_van_een_andere_vragenlijst(plan, werkmap):
    ander = werkmap / "ander.plan.yaml"
    ander.write_text(plan.read_text("utf-8").replace("soort: polarisatie", "soort: zorg"), "utf-8")
    with pytest.raises(ProjectbestandError, match="van de soort “zorg”"):
        compare_plans(str(ander), str(plan))
    word = met_lid(maak(plan, werkmap / "a.docx"), EIGEN, b">polarisatie<", b">zorg<")
    for kanten in ((word, plan), (plan, word)):
        with pytest.raises(GebruikError, match=r"a\.docx is gemaakt met een andere .*\(zorg\)"):
            compare_plans(*map(str, kanten))


def met_lid(word, naam, oud, nieuw):
    with zipfile.ZipFile(word) as pakket:
        leden = {lid: pakket.read(lid) for lid in pakket.namelist()}
    assert oud in leden[naam]
    leden[naam] = leden[naam].replace(oud, nieuw)
    with zipfile.ZipFile(word, "w") as pakket:
        for lid, data in leden.items():
            pakket.writestr(lid, data)
    return word


def test_een_word_bestand_zonder_vragen(plan, werkmap):
    from docx import Document  # noqa: PLC0415 - slow to load, and only needed here

    Document().save(werkmap / "brief.docx")
    with pytest.raises(SjabloonError, match="geen enkele vraag van het plan"):
        compare_plans("brief.docx", str(plan))


def schrijf(vergelijking, uit, *, overschrijf=False):
    write_changes(vergelijking, uit, author="An", datum=DATUM, overwrite=overschrijf)
    return uit


def antwoorden(word, wijzigingen) -> dict[str, str]:
    terug = read_returned(word.read_bytes(), word.name, public_part(LIJST), wijzigingen=wijzigingen)
    assert terug.heeft_wijzigingen
    return {id_: een.tekst for id_, een in terug.antwoorden.items()}


def test_aangenomen_is_het_document_nieuw_en_verworpen_oud(plan, werkmap):
    oud = werkmap / "oud.plan.yaml"
    oud.write_bytes(plan.read_bytes())
    met(plan, borgen_budget="Er is geld.", lokale_ambitie="", borgen_college="- een\n- twee")
    uit = schrijf(compare_plans(str(oud), str(plan)), werkmap / "uit.docx")
    for wijzigingen, bron in (("verworpen", oud), ("aangenomen", plan)):
        gelezen, kant = antwoorden(uit, wijzigingen), load_plan(bron, LIJST).plan
        for id_ in ("borgen-budget", "lokale-ambitie", "borgen-college"):
            assert gelezen[id_] == kant.tekst(LIJST.vraag(id_))
    with zipfile.ZipFile(uit) as pakket:
        tekst = pakket.read("word/document.xml").decode()
    assert f'w:author="An" w:date="{DATUM}"' in tekst


def test_een_word_bestand_tegen_het_plan_volgt_alleen_wat_het_toont(plan, werkmap):
    word = bewerkt(plan, werkmap / "an.docx", borgen_budget="Van An.")
    uit = schrijf(compare_plans(str(plan), str(word)), werkmap / "uit.docx")
    nieuw, oud = antwoorden(uit, "aangenomen"), antwoorden(uit, "verworpen")
    assert {id_ for id_ in nieuw if nieuw[id_] != oud[id_]} == {"borgen-budget"}


def test_wat_er_al_staat_blijft_tenzij_gevraagd(plan, werkmap):
    uit = werkmap / "uit.docx"
    uit.write_bytes(b"van mij")
    vergelijking = compare_plans(str(plan), str(plan))
    with pytest.raises(BestandError, match="bestaat al"):
        schrijf(vergelijking, uit)
    assert uit.read_bytes() == b"van mij"
    schrijf(vergelijking, uit, overschrijf=True)
    assert zipfile.is_zipfile(uit)
    assert uit.with_name("uit-vorige.docx").read_bytes() == b"van mij"
    schrijf(vergelijking, uit, overschrijf=True)  # ours, and nobody touched it
    assert sorted(een.name for een in werkmap.glob("uit*")) == ["uit-vorige.docx", "uit.docx"]


def test_geen_van_beide_kanten_wordt_overschreven(plan, werkmap):
    word = bewerkt(plan, werkmap / "an.docx", borgen_budget="Van An.")
    for uit in (plan, word):
        voor = uit.read_bytes()
        with pytest.raises(BestandError, match="een van de twee die je vergelijkt"):
            schrijf(compare_plans(str(plan), str(word)), uit, overschrijf=True)
        assert uit.read_bytes() == voor


def test_vaste_tekst_die_iemand_veranderde_hoort_bij_zijn_kant(plan, werkmap):
    word = maak(plan, werkmap / "an.docx")
    assert compare_plans(str(plan), str(word)).is_alles_bekeken
    verander(word, lambda deel: deel.replace(b"heeft de regie", b"heeft niet de regie"))
    gelezen = compare_plans(str(plan), str(word))
    assert not gelezen.is_alles_bekeken
    assert gelezen.oud.vast is None
    (zin,) = gelezen.nieuw.vast.verschillen
    assert "De gemeente heeft niet de regie." in zin
    zonder_afdruk(word)
    assert not compare_plans(str(word), str(plan)).is_alles_bekeken


@pytest.mark.git
def test_wie_en_wanneer_komt_van_de_nieuwe_kant(plan, werkmap):
    oud = werkmap / "oud.plan.yaml"
    oud.write_bytes(plan.read_bytes())
    assert author_and_moment(compare_plans("oud.plan.yaml", "dorp.plan.yaml")) == ("", "")
    leg_vast(plan)
    wanneer = ("An Test", "2026-05-01T12:00:00Z")
    for nieuw in ("dorp.plan.yaml", "HEAD:dorp.plan.yaml"):
        auteur, datum = author_and_moment(compare_plans("oud.plan.yaml", nieuw))
        assert (auteur, datum.replace("+00:00", "Z")) == wanneer
    assert author_and_moment(compare_plans("dorp.plan.yaml", "oud.plan.yaml")) == ("", "")
