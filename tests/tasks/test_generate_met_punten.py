"""Open points go out as comments in a working copy, and come back as the points they were."""

from __future__ import annotations

import random
import zipfile

import pytest
from lxml import etree

from edited_docx import LIJST
from libreoffice_runs import door_libreoffice
from trials import keren
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
TEKSTEN = ("Klopt dit?", "Twee\nregels, en\n\neen lege", "<b> & “citaat”", "", "x" * 300)
DAGEN = ("", "2026-11-20", "2027-01-31")
LEEG = "soort: polarisatie\nvragenlijst: 1\ngegevens:\n  gemeente: Zeedorp\nantwoorden: {}\n"


def citaat(kans: random.Random, tekst: str) -> str:
    """Return a few words that stand in a text, or perhaps words that do not."""
    woorden = tekst.split()
    if not woorden or kans.random() < 0.2:
        return kans.choice(["", "dit staat er niet"])
    begin = kans.randrange(len(woorden))
    return " ".join(woorden[begin : begin + kans.randint(1, 12)])


def punten(kans: random.Random, pad) -> list[OpenPunt]:
    """Return points about every question and field that a document of this plan can hold."""
    plan = load_plan(pad, LIJST).plan
    uit = []
    for naam in ["", *(vraag.id for vraag in (*LIJST.vragen, *LIJST.gegevens))]:
        tekst = plan.tekst(LIJST.vraag(naam)) if naam else "Uitvoeringsplan polarisatie"
        zichtbaar = plain_text(read_markup(tekst))
        for _ in range(kans.randint(1, 2)):
            zegt, over = kans.choice(TEKSTEN), citaat(kans, zichtbaar)
            uit.append(
                OpenPunt(
                    naam, kans.choice(AUTEURS), kans.choice(DAGEN), over,
                    zegt or ("" if over else "Toch iets"),
                )
            )  # fmt: skip
    return uit


def met_punten(pad, erbij) -> None:
    pad.write_bytes(add_punten(load_plan(pad, LIJST), erbij).data)


def maak(pad, **wens):
    (gemaakt,) = take_order([pad], request=Request(met_punten=True, **wens)).run()
    assert gemaakt.fout is None, str(gemaakt.fout)
    return gemaakt


@pytest.mark.parametrize("wens", [{}, {"indeling": "koppen"}, {"intern": True}])
@pytest.mark.parametrize("bron", ["voorbeeld", "leeg"])
def test_wat_eruit_gaat_komt_niet_nog_eens_terug(tmp_path, wens, bron):
    kans = random.Random(f"{wens}{bron}")  # noqa: S311 - cases, no secrets
    for nummer in range(keren(3)):
        pad = tmp_path / f"{nummer}.plan.yaml"
        pad.write_bytes(find_voorbeeld().read_bytes() if bron == "voorbeeld" else LEEG.encode())
        met_punten(pad, punten(kans, pad))
        gemaakt = maak(pad, **wens)
        assert gemaakt.punten.geplaatst > (1 if "intern" in wens else 20)
        data = gemaakt.word.read_bytes()
        assert not is_edited_in_word(data)
        assert not check_docx(data, str(gemaakt.word))
        inlezing = read_back(load_plan(pad, LIJST), gemaakt.word)
        assert not inlezing.botsingen
        assert not inlezing.bedenkingen
        assert inlezing.nieuw.data == pad.read_bytes()


@pytest.mark.libreoffice
def test_ook_niet_na_libreoffice(tmp_path):
    kans = random.Random(4)  # noqa: S311 - cases, no secrets
    gemaakt = {}
    for nummer in range(1 + keren(2)):
        pad = tmp_path / f"{nummer}.plan.yaml"
        pad.write_bytes(find_voorbeeld().read_bytes() if nummer % 2 else LEEG.encode())
        met_punten(pad, punten(kans, pad))
        gemaakt[f"{nummer}"] = maak(pad, indeling="koppen" if nummer % 3 else "").word.read_bytes()
    for naam, data in door_libreoffice(tmp_path / "lo", gemaakt).items():
        pad = tmp_path / f"{naam}.plan.yaml"
        word = tmp_path / f"{naam}.docx"
        word.write_bytes(data)
        inlezing = read_back(load_plan(pad, LIJST), word)
        assert not inlezing.botsingen
        assert not inlezing.bedenkingen
        assert inlezing.nieuw.data == pad.read_bytes()


def test_een_collega_zet_er_een_opmerking_bij(tmp_path):
    """What was there is known, what is new is not, also when it says the same elsewhere."""
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    gelijk = OpenPunt("lokale-ambitie", "Ans", "2026-11-20", "", "Klopt dit?")
    erbij = gelijk._replace(vraag="borgen-budget")
    met_punten(pad, [gelijk])
    was = pad.read_bytes()
    met_punten(pad, [erbij])
    word = maak(pad).word  # as a colleague sends it back
    pad.write_bytes(was)
    (nieuw,) = set(read_back(load_plan(pad, LIJST), word).nieuw.punten) - {
        *load_plan(pad, LIJST).punten
    }
    assert nieuw._replace(sleutel="", citaat="") == erbij


def afgehandeld(word, *teksten: str) -> None:
    """Settle the comments with these words, the way Word stores that."""
    with zipfile.ZipFile(word) as pakket:
        leden = {naam: pakket.read(naam) for naam in pakket.namelist()}
    boom = etree.fromstring(leden["word/comments.xml"])
    draden = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    for i, opmerking in enumerate(boom):
        alinea = opmerking.findall(f"{{{W}}}p")[-1]
        alinea.set(f"{{{W14}}}paraId", f"{i:08X}")
        klaar = "".join(opmerking.itertext()) in teksten
        etree.SubElement(
            draden, f"{{{W15}}}commentEx",
            {f"{{{W15}}}paraId": f"{i:08X}", f"{{{W15}}}done": f"{klaar:d}"},
        )  # fmt: skip
    leden["word/comments.xml"] = etree.tostring(boom)
    leden["word/commentsExtended.xml"] = etree.tostring(draden)
    rels = "word/_rels/document.xml.rels"
    leden[rels] = leden[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="ex" Type="{EXTRA}" Target="commentsExtended.xml"/></Relationships>'
        .encode(),
    )  # fmt: skip
    with zipfile.ZipFile(word, "w") as pakket:
        for naam, inhoud in leden.items():
            pakket.writestr(naam, inhoud)


def test_wat_in_word_is_afgehandeld_gaat_dicht(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    blijft, gaat = (
        OpenPunt("borgen-budget", "Ans", "2026-11-20", tekst="Klopt dit?"),
        OpenPunt("lokale-ambitie", "Ans", "2026-11-20", tekst="Te lang."),
    )
    met_punten(pad, [blijft, gaat])
    word = maak(pad).word
    afgehandeld(word, gaat.tekst)
    bestand = load_plan(pad, LIJST)
    assert read_back(bestand, word).nieuw.data == bestand.data
    inlezing = read_back(bestand, word, today="2027-02-01")
    assert (inlezing.nieuwe_punten, len(inlezing.afgehandeld)) == (0, 1)
    assert {p.tekst: p.klaar for p in inlezing.nieuw.punten} == {
        "Klopt dit?": "", "Te lang.": "2027-02-01",
    }  # fmt: skip
    assert inlezing.nieuw.plan == bestand.plan
    # Again, or on another day: it was closed already.
    pad.write_bytes(inlezing.nieuw.data)
    assert read_back(inlezing.nieuw, word, today="2027-03-01").nieuw.data == inlezing.nieuw.data


def test_dezelfde_woorden_bij_twee_vragen_zijn_twee_punten_en_gaan_elk_voor_zich_dicht(tmp_path):
    """Each comes in a file of its own; nothing but the question tells the two apart."""
    pad = tmp_path / "dorp.plan.yaml"
    leeg = find_voorbeeld().read_bytes()
    words = []
    for naam in ("borgen-budget", "lokale-ambitie"):
        pad.write_bytes(leeg)
        met_punten(pad, [OpenPunt(naam, "Ans", "2026-11-20", tekst="Klopt dit?")])
        words.append(maak(pad).word.rename(tmp_path / f"{naam}.docx"))
    pad.write_bytes(leeg)
    for word in words:
        inlezing = read_back(load_plan(pad, LIJST), word)
        assert inlezing.nieuwe_punten == 1
        pad.write_bytes(inlezing.nieuw.data)
    bestand = load_plan(pad, LIJST)
    assert {punt.vraag for punt in bestand.punten} == {"borgen-budget", "lokale-ambitie"}
    afgehandeld(words[1], "Klopt dit?")
    nieuw = read_back(bestand, words[1], today="2027-02-01").nieuw
    assert {punt.vraag: punt.klaar for punt in nieuw.punten} == {
        "borgen-budget": "", "lokale-ambitie": "2027-02-01",
    }  # fmt: skip


def test_wat_al_klaar_was_voor_het_plan_het_kende_wordt_geen_punt(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    was = pad.read_bytes()
    met_punten(pad, [OpenPunt("borgen-budget", "Ans", "2026-11-20", tekst="Klopt dit?")])
    word = maak(pad).word
    afgehandeld(word, "Klopt dit?")
    pad.write_bytes(was)
    assert read_back(load_plan(pad, LIJST), word, today="2027-02-01").nieuw.data == was


def test_een_opmerking_over_het_interne_document_blijft_intern(tmp_path):
    """It has no question there; about the whole plan it would go into the public working copy."""
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    was = pad.read_bytes()
    met_punten(pad, [OpenPunt("", "Ans", "2026-11-20", tekst="Noem de straat niet.")])
    word = maak(pad, intern=True).word
    pad.write_bytes(was)
    nieuw = read_back(load_plan(pad, LIJST), word).nieuw
    pad.write_bytes(nieuw.data)
    (punt,) = nieuw.punten
    assert punt.vraag == next(h for h in LIJST.hoofdstukken if h.is_intern).vragen[0].id
    assert tuple(maak(pad).punten) == (0, 1)


def test_wat_geen_plaats_heeft_wordt_geteld_en_staat_er_niet_in(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    intern = next(h for h in LIJST.hoofdstukken if h.is_intern).vragen[0].id
    met_punten(pad, [OpenPunt(intern, "Ans", "", "", "Geheim"), OpenPunt(tekst="Alles goed?")])
    openbaar = maak(pad)
    assert tuple(openbaar.punten) == (1, 1)
    assert openbaar.word.name == "dorp-met-punten.docx"
    with zipfile.ZipFile(openbaar.word) as pakket:
        assert not [naam for naam in pakket.namelist() if b"Geheim" in pakket.read(naam)]
    binnen = maak(pad, intern=True)
    assert tuple(binnen.punten) == (2, 0)
    assert binnen.word.name == "dorp-intern-met-punten.docx"


def test_gesloten_punten_gaan_niet_mee(tmp_path):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    met_punten(pad, [OpenPunt("lokale-ambitie", tekst="Klaar", klaar="2026-11-20")])
    gemaakt = maak(pad)
    assert tuple(gemaakt.punten) == (0, 0)
    with zipfile.ZipFile(gemaakt.word) as pakket:
        assert "word/comments.xml" not in pakket.namelist()


@pytest.mark.parametrize("wens", [{"formaten": ("html",)}, {"metadata": True}])
def test_een_werkversie_wordt_niet_gepubliceerd(tmp_path, wens):
    pad = tmp_path / "dorp.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    with pytest.raises(GebruikError, match="werkversie in Word"):
        maak(pad, **wens)
    assert [p.name for p in tmp_path.iterdir()] == ["dorp.plan.yaml"]
