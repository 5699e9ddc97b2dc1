"""`compare_plans`: every kind of side, what is no side, and the document with the changes in it."""

from __future__ import annotations

import subprocess
import zipfile

import pytest

from edited_docx import LIJST, OWN, change, edited, make, met, without_digest
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

_PUBLIC = {vraag.id for vraag in public_part(LIJST).vragen}
# A question that only the internal document shows, with an answer that is no table.
INTERN = next(v.id for v in LIJST.vragen if v.id not in _PUBLIC and not v.kolommen)
DATUM = "2027-01-01T12:00:00Z"
pytestmark = pytest.mark.usefixtures("bare_git")


@pytest.fixture
def plan(example_plan):
    return example_plan


def git(map_, *command):
    who = ["-c", "user.name=An Test", "-c", "user.email=an@example.org"]
    subprocess.run(["git", *who, *command], cwd=map_, check=True, capture_output=True)


def record(*paths):
    git(paths[0].parent, "init", "-q")
    git(paths[0].parent, "add", *(path.name for path in paths))
    git(paths[0].parent, "commit", "-qm", "stand", "--date", "2026-05-01T12:00:00+00:00")


def otherwise(*sides) -> dict[str, tuple[str, str]]:
    """Return (old, new) of everything that changed between two sides."""
    return {
        one.vraag.id: (one.old, one.new)
        for one in compare_plans(*map(str, sides)).verschillen
        if one.change is not Verandering.GELIJK
    }


def budget(path) -> str:
    return load_plan(path, LIJST).plan.antwoorden["borgen-budget"]


def test_een_word_bestand_als_oude_en_als_nieuwe_kant(plan, work_folder):
    word = edited(plan, work_folder / "an.docx", borgen_budget="Van An.", versie="0.4")
    was = {"borgen-budget": budget(plan), "versie": "0.3"}
    wordt = {"borgen-budget": "Van An.", "versie": "0.4"}
    assert otherwise(plan, word) == {id_: (was[id_], wordt[id_]) for id_ in was}
    assert otherwise(word, plan) == {id_: (wordt[id_], was[id_]) for id_ in was}


def test_twee_word_bestanden(plan, work_folder):
    one = edited(plan, work_folder / "een.docx", borgen_budget="Van An.")
    other = edited(plan, work_folder / "ander.docx", borgen_budget="Van Bo.")
    assert otherwise(one, other) == {"borgen-budget": ("Van An.", "Van Bo.")}


def test_wat_een_word_bestand_niet_toont_telt_niet_mee(plan, work_folder):
    """The public document holds no internal answers; that is no change."""
    word = make(plan, work_folder / "a.docx")
    met(plan, **{INTERN.replace("-", "_"): "- Alleen voor ons."})
    comparison = compare_plans(str(word), str(plan))
    assert INTERN in comparison.old.without
    assert INTERN not in {one.vraag.id for one in comparison.verschillen}
    assert otherwise(word, plan) == {}


def test_het_interne_document_is_ook_een_kant(plan, work_folder):
    word = make(plan, work_folder / "intern.docx", intern=True)
    assert otherwise(plan, word) == {}
    old = load_plan(plan, LIJST).plan.text(LIJST.vraag(INTERN))
    met(plan, **{INTERN.replace("-", "_"): "- Later."})
    assert otherwise(word, plan) == {INTERN: (old, "- Later.")}


def test_de_volgorde_waarin_een_document_rijen_zet_is_geen_verschil(plan, work_folder):
    rijen = load_plan(plan, LIJST).plan.antwoorden["acties"].split("\n")
    met(plan, acties="\n".join(reversed(rijen)))
    word = make(plan, work_folder / "a.docx")
    assert otherwise(plan, word) == otherwise(word, plan) == {}


@pytest.mark.git
def test_een_plan_en_een_word_bestand_uit_git(plan, work_folder):
    word = make(plan, work_folder / "dorp.docx")
    record(plan, word)
    was = budget(plan)
    met(plan, borgen_budget="Later.")
    edited(plan, word, borgen_budget="Nog later.")
    assert otherwise("HEAD:dorp.plan.yaml", plan) == {"borgen-budget": (was, "Later.")}
    assert otherwise(plan, "HEAD:dorp.plan.yaml") == {"borgen-budget": ("Later.", was)}
    assert otherwise("HEAD:dorp.docx", "dorp.docx") == {"borgen-budget": (was, "Nog later.")}
    assert otherwise("HEAD:dorp.docx", "HEAD:dorp.plan.yaml") == {}
    # One side is held against the last commit: this plan, this Word file, the only plan here.
    assert otherwise("dorp.docx") == {"borgen-budget": (was, "Nog later.")}
    assert otherwise("dorp.plan.yaml") == otherwise() == {"borgen-budget": (was, "Later.")}


@pytest.mark.git
def test_vanuit_een_map_eronder(plan, work_folder, monkeypatch):
    record(plan)
    met(plan, borgen_budget="Later.")
    (work_folder / "onder").mkdir()
    monkeypatch.chdir(work_folder / "onder")
    assert list(otherwise("HEAD:../dorp.plan.yaml", "../dorp.plan.yaml")) == ["borgen-budget"]


@pytest.mark.git
def test_een_bestand_met_een_dubbele_punt_gaat_voor_een_versie(plan, work_folder):
    record(plan)
    name = "HEAD:dorp.plan.yaml"
    try:
        (work_folder / name).write_bytes(plan.read_bytes())
    except OSError:
        pytest.skip("een naam kan hier geen dubbele punt hebben")
    met(plan, borgen_budget="Later.")
    met(work_folder / name, borgen_budget="Uit het bestand.")
    assert otherwise(name, plan) == {"borgen-budget": ("Uit het bestand.", "Later.")}


@pytest.mark.git
@pytest.mark.parametrize(
    ("old", "error", "words"),
    [
        ("v9:dorp.plan.yaml", GitError, "“v9” is geen commit, tak of label"),
        ("HEAD:weg.plan.yaml", GitError, "De laatste commit heeft geen bestand weg.plan.yaml"),
        ("weg.plan.yaml", BestandError, "weg.plan.yaml"),
    ],
)
def test_een_kant_die_er_niet_is(plan, old, error, words):
    record(plan)
    with pytest.raises(error, match=words):
        compare_plans(old, str(plan))


@pytest.mark.git
def test_buiten_git_is_er_geen_laatste_commit(plan):
    with pytest.raises(GitError, match="staat niet in git"):
        compare_plans(str(plan))


def test_een_plan_of_document_van_een_andere_vragenlijst(plan, work_folder):
    other = work_folder / "ander.plan.yaml"
    other.write_text(plan.read_text("utf-8").replace("soort: polarisatie", "soort: zorg"), "utf-8")
    with pytest.raises(ProjectbestandError, match="van de soort “zorg”"):
        compare_plans(str(other), str(plan))
    word = with_member(make(plan, work_folder / "a.docx"), OWN, b">polarisatie<", b">zorg<")
    for sides in ((word, plan), (plan, word)):
        with pytest.raises(GebruikError, match=r"a\.docx is gemaakt met een andere .*\(zorg\)"):
            compare_plans(*map(str, sides))


def with_member(word, name, old, new):
    with zipfile.ZipFile(word) as package:
        members = {member: package.read(member) for member in package.namelist()}
    assert old in members[name]
    members[name] = members[name].replace(old, new)
    with zipfile.ZipFile(word, "w") as package:
        for member, data in members.items():
            package.writestr(member, data)
    return word


def test_een_word_bestand_zonder_vragen(plan, work_folder):
    from docx import Document  # noqa: PLC0415 - slow to load, and only needed here

    Document().save(work_folder / "brief.docx")
    with pytest.raises(SjabloonError, match="geen enkele vraag van het plan"):
        compare_plans("brief.docx", str(plan))


def schrijf(comparison, result, *, overschrijf=False):
    write_changes(comparison, result, author="An", datum=DATUM, overwrite=overschrijf)
    return result


def antwoorden(word, wijzigingen) -> dict[str, str]:
    terug = read_returned(word.read_bytes(), word.name, public_part(LIJST), wijzigingen=wijzigingen)
    assert terug.has_wijzigingen
    return {id_: one.text for id_, one in terug.antwoorden.items()}


def test_aangenomen_is_het_document_nieuw_en_verworpen_oud(plan, work_folder):
    old = work_folder / "oud.plan.yaml"
    old.write_bytes(plan.read_bytes())
    met(plan, borgen_budget="Er is geld.", lokale_ambitie="", borgen_college="- een\n- twee")
    result = schrijf(compare_plans(str(old), str(plan)), work_folder / "uit.docx")
    for wijzigingen, source in (("verworpen", old), ("aangenomen", plan)):
        reading, side = antwoorden(result, wijzigingen), load_plan(source, LIJST).plan
        for id_ in ("borgen-budget", "lokale-ambitie", "borgen-college"):
            assert reading[id_] == side.text(LIJST.vraag(id_))
    with zipfile.ZipFile(result) as package:
        text = package.read("word/document.xml").decode()
    assert f'w:author="An" w:date="{DATUM}"' in text


def test_een_word_bestand_tegen_het_plan_volgt_alleen_wat_het_toont(plan, work_folder):
    word = edited(plan, work_folder / "an.docx", borgen_budget="Van An.")
    result = schrijf(compare_plans(str(plan), str(word)), work_folder / "uit.docx")
    new, old = antwoorden(result, "aangenomen"), antwoorden(result, "verworpen")
    assert {id_ for id_ in new if new[id_] != old[id_]} == {"borgen-budget"}


def test_wat_er_al_staat_blijft_tenzij_gevraagd(plan, work_folder):
    result = work_folder / "uit.docx"
    result.write_bytes(b"van mij")
    comparison = compare_plans(str(plan), str(plan))
    with pytest.raises(BestandError, match="bestaat al"):
        schrijf(comparison, result)
    assert result.read_bytes() == b"van mij"
    schrijf(comparison, result, overschrijf=True)
    assert zipfile.is_zipfile(result)
    assert result.with_name("uit-vorige.docx").read_bytes() == b"van mij"
    schrijf(comparison, result, overschrijf=True)  # ours, and nobody touched it
    assert sorted(one.name for one in work_folder.glob("uit*")) == ["uit-vorige.docx", "uit.docx"]


def test_geen_van_beide_kanten_wordt_overschreven(plan, work_folder):
    word = edited(plan, work_folder / "an.docx", borgen_budget="Van An.")
    for result in (plan, word):
        before = result.read_bytes()
        with pytest.raises(BestandError, match="een van de twee die je vergelijkt"):
            schrijf(compare_plans(str(plan), str(word)), result, overschrijf=True)
        assert result.read_bytes() == before


def test_vaste_tekst_die_iemand_veranderde_hoort_bij_zijn_kant(plan, work_folder):
    word = make(plan, work_folder / "an.docx")
    assert compare_plans(str(plan), str(word)).is_all_viewed
    change(word, lambda part: part.replace(b"heeft de regie", b"heeft niet de regie"))
    reading = compare_plans(str(plan), str(word))
    assert not reading.is_all_viewed
    assert reading.old.fixed is None
    (one,) = reading.new.fixed.verschillen
    assert one.words == "De gemeente heeft niet de regie."
    without_digest(word)
    assert not compare_plans(str(word), str(plan)).is_all_viewed


@pytest.mark.git
def test_wie_en_wanneer_komt_van_de_nieuwe_kant(plan, work_folder):
    old = work_folder / "oud.plan.yaml"
    old.write_bytes(plan.read_bytes())
    assert author_and_moment(compare_plans("oud.plan.yaml", "dorp.plan.yaml")) == ("", "")
    record(plan)
    when = ("An Test", "2026-05-01T12:00:00Z")
    for new in ("dorp.plan.yaml", "HEAD:dorp.plan.yaml"):
        auteur, datum = author_and_moment(compare_plans("oud.plan.yaml", new))
        assert (auteur, datum.replace("+00:00", "Z")) == when
    assert author_and_moment(compare_plans("dorp.plan.yaml", "oud.plan.yaml")) == ("", "")
