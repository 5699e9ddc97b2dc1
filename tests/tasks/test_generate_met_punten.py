"""Open points go out as comments in a working copy, and come back as the points they were."""

from __future__ import annotations

import random
import zipfile

import pytest
from lxml import etree

from edited_docx import LIJST
from libreoffice_runs import door_libreoffice
from trials import times
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.model.answer_markup import plain_text, read_markup
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.tasks.read_back import read_back
from uitvoeringsplan.word.filling.made_here import is_edited_in_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTRA = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
AUTEURS = ("", "Jan de Vries", "Politie & driehoek", "“Ans”", "日本 🙂")
TEXTS = ("Klopt dit?", "Twee\nregels, en\n\neen lege", "<b> & “citaat”", "", "x" * 300)
DAYS = ("", "2026-11-20", "2027-01-31")
EMPTY = "soort: polarisatie\nvragenlijst: 1\ngegevens:\n  gemeente: Zeedorp\nantwoorden: {}\n"


def quote(odds: random.Random, text: str) -> str:
    """Return a few words that stand in a text, or perhaps words that do not."""
    words = text.split()
    if not words or odds.random() < 0.2:
        return odds.choice(["", "dit staat er niet"])
    start = odds.randrange(len(words))
    return " ".join(words[start : start + odds.randint(1, 12)])


def punten(odds: random.Random, path) -> list[OpenPunt]:
    """Return points about every question and field that a document of this plan can hold."""
    plan = load_plan(path, LIJST).plan
    result = []
    for name in ["", *(vraag.id for vraag in (*LIJST.vragen, *LIJST.gegevens))]:
        text = plan.text(LIJST.vraag(name)) if name else "Uitvoeringsplan polarisatie"
        visible = plain_text(read_markup(text))
        for _ in range(odds.randint(1, 2)):
            zegt, over = odds.choice(TEXTS), quote(odds, visible)
            result.append(
                OpenPunt(
                    name, odds.choice(AUTEURS), odds.choice(DAYS), over,
                    zegt or ("" if over else "Toch iets"),
                )
            )  # fmt: skip
    return result


def met_punten(path, added) -> None:
    path.write_bytes(add_punten(load_plan(path, LIJST), added).data)


def make(path, **wens):
    (made,) = take_order([path], request=Request(met_punten=True, **wens)).run()
    assert made.error is None, str(made.error)
    return made


@pytest.mark.parametrize("wens", [{}, {"indeling": "koppen"}, {"intern": True}])
@pytest.mark.parametrize("source", ["voorbeeld", "leeg"])
def test_wat_eruit_gaat_komt_niet_nog_eens_terug(tmp_path, wens, source):
    odds = random.Random(f"{wens}{source}")  # noqa: S311 - cases, no secrets
    for number in range(times(3)):
        path = tmp_path / f"{number}.plan.yaml"
        path.write_bytes(find_voorbeeld().read_bytes() if source == "voorbeeld" else EMPTY.encode())
        met_punten(path, punten(odds, path))
        made = make(path, **wens)
        assert made.punten.placed > (1 if "intern" in wens else 20)
        data = made.word.read_bytes()
        assert not is_edited_in_word(data)
        assert not check_docx(data, str(made.word))
        readback = read_back(load_plan(path, LIJST), made.word)
        assert not readback.clashes
        assert not readback.doubts
        assert readback.new.data == path.read_bytes()


@pytest.mark.libreoffice
def test_ook_niet_na_libreoffice(tmp_path):
    odds = random.Random(4)  # noqa: S311 - cases, no secrets
    made = {}
    for number in range(1 + times(2)):
        path = tmp_path / f"{number}.plan.yaml"
        path.write_bytes(find_voorbeeld().read_bytes() if number % 2 else EMPTY.encode())
        met_punten(path, punten(odds, path))
        made[f"{number}"] = make(path, indeling="koppen" if number % 3 else "").word.read_bytes()
    for name, data in door_libreoffice(tmp_path / "lo", made).items():
        path = tmp_path / f"{name}.plan.yaml"
        word = tmp_path / f"{name}.docx"
        word.write_bytes(data)
        readback = read_back(load_plan(path, LIJST), word)
        assert not readback.clashes
        assert not readback.doubts
        assert readback.new.data == path.read_bytes()


def test_een_collega_zet_er_een_opmerking_bij(tmp_path):
    """What was there is known, what is new is not, also when it says the same elsewhere."""
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    equal = OpenPunt("lokale-ambitie", "Ans", "2026-11-20", "", "Klopt dit?")
    added = equal._replace(vraag="borgen-budget")
    met_punten(path, [equal])
    was = path.read_bytes()
    met_punten(path, [added])
    word = make(path).word  # as a colleague sends it back
    path.write_bytes(was)
    (new,) = set(read_back(load_plan(path, LIJST), word).new.punten) - {
        *load_plan(path, LIJST).punten
    }
    assert new._replace(sleutel="", citaat="") == added


def handled(word, *texts: str) -> None:
    """Settle the comments with these words, the way Word stores that."""
    with zipfile.ZipFile(word) as package:
        members = {name: package.read(name) for name in package.namelist()}
    tree = etree.fromstring(members["word/comments.xml"])
    threads = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    for i, comment in enumerate(tree):
        paragraph = comment.findall(f"{{{W}}}p")[-1]
        paragraph.set(f"{{{W14}}}paraId", f"{i:08X}")
        ready = "".join(comment.itertext()) in texts
        etree.SubElement(
            threads, f"{{{W15}}}commentEx",
            {f"{{{W15}}}paraId": f"{i:08X}", f"{{{W15}}}done": f"{ready:d}"},
        )  # fmt: skip
    members["word/comments.xml"] = etree.tostring(tree)
    members["word/commentsExtended.xml"] = etree.tostring(threads)
    rels = "word/_rels/document.xml.rels"
    members[rels] = members[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="ex" Type="{EXTRA}" Target="commentsExtended.xml"/></Relationships>'
        .encode(),
    )  # fmt: skip
    with zipfile.ZipFile(word, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)


def test_wat_in_word_is_afgehandeld_gaat_dicht(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    stays, gaat = (
        OpenPunt("borgen-budget", "Ans", "2026-11-20", tekst="Klopt dit?"),
        OpenPunt("lokale-ambitie", "Ans", "2026-11-20", tekst="Te lang."),
    )
    met_punten(path, [stays, gaat])
    word = make(path).word
    handled(word, gaat.tekst)
    file = load_plan(path, LIJST)
    assert read_back(file, word).new.data == file.data
    readback = read_back(file, word, today="2027-02-01")
    assert (readback.new_punt_count, len(readback.handled)) == (0, 1)
    assert {p.tekst: p.klaar for p in readback.new.punten} == {
        "Klopt dit?": "", "Te lang.": "2027-02-01",
    }  # fmt: skip
    assert readback.new.plan == file.plan
    # Again, or on another day: it was closed already.
    path.write_bytes(readback.new.data)
    assert read_back(readback.new, word, today="2027-03-01").new.data == readback.new.data


def test_dezelfde_woorden_bij_twee_vragen_zijn_twee_punten_en_gaan_elk_voor_zich_dicht(tmp_path):
    """Each comes in a file of its own; nothing but the question tells the two apart."""
    path = tmp_path / "dorp.plan.yaml"
    empty = find_voorbeeld().read_bytes()
    words = []
    for name in ("borgen-budget", "lokale-ambitie"):
        path.write_bytes(empty)
        met_punten(path, [OpenPunt(name, "Ans", "2026-11-20", tekst="Klopt dit?")])
        words.append(make(path).word.rename(tmp_path / f"{name}.docx"))
    path.write_bytes(empty)
    for word in words:
        readback = read_back(load_plan(path, LIJST), word)
        assert readback.new_punt_count == 1
        path.write_bytes(readback.new.data)
    file = load_plan(path, LIJST)
    assert {punt.vraag for punt in file.punten} == {"borgen-budget", "lokale-ambitie"}
    handled(words[1], "Klopt dit?")
    new = read_back(file, words[1], today="2027-02-01").new
    assert {punt.vraag: punt.klaar for punt in new.punten} == {
        "borgen-budget": "", "lokale-ambitie": "2027-02-01",
    }  # fmt: skip


def test_wat_al_klaar_was_voor_het_plan_het_kende_wordt_geen_punt(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    was = path.read_bytes()
    met_punten(path, [OpenPunt("borgen-budget", "Ans", "2026-11-20", tekst="Klopt dit?")])
    word = make(path).word
    handled(word, "Klopt dit?")
    path.write_bytes(was)
    assert read_back(load_plan(path, LIJST), word, today="2027-02-01").new.data == was


def test_een_opmerking_over_het_interne_document_blijft_intern(tmp_path):
    """It has no question there; about the whole plan it would go into the public working copy."""
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    was = path.read_bytes()
    met_punten(path, [OpenPunt("", "Ans", "2026-11-20", tekst="Noem de straat niet.")])
    word = make(path, intern=True).word
    path.write_bytes(was)
    new = read_back(load_plan(path, LIJST), word).new
    path.write_bytes(new.data)
    (punt,) = new.punten
    assert punt.vraag == next(h for h in LIJST.hoofdstukken if h.is_intern).vragen[0].id
    assert tuple(make(path).punten) == (0, 1)


def test_wat_geen_plaats_heeft_wordt_geteld_en_staat_er_niet_in(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    intern = next(h for h in LIJST.hoofdstukken if h.is_intern).vragen[0].id
    met_punten(path, [OpenPunt(intern, "Ans", "", "", "Geheim"), OpenPunt(tekst="Alles goed?")])
    public = make(path)
    assert tuple(public.punten) == (1, 1)
    assert public.word.name == "dorp-met-punten.docx"
    with zipfile.ZipFile(public.word) as package:
        assert not [name for name in package.namelist() if b"Geheim" in package.read(name)]
    inside = make(path, intern=True)
    assert tuple(inside.punten) == (2, 0)
    assert inside.word.name == "dorp-intern-met-punten.docx"


def test_gesloten_punten_gaan_niet_mee(tmp_path):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    met_punten(path, [OpenPunt("lokale-ambitie", tekst="Klaar", klaar="2026-11-20")])
    made = make(path)
    assert tuple(made.punten) == (0, 0)
    with zipfile.ZipFile(made.word) as package:
        assert "word/comments.xml" not in package.namelist()


@pytest.mark.parametrize("wens", [{"formats": ("html",)}, {"metadata": True}])
def test_een_werkversie_wordt_niet_gepubliceerd(tmp_path, wens):
    path = tmp_path / "dorp.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    with pytest.raises(GebruikError, match="werkversie in Word"):
        make(path, **wens)
    assert [p.name for p in tmp_path.iterdir()] == ["dorp.plan.yaml"]
