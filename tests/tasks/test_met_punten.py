"""Open points go out as comments in a working copy, and come back as the points they were."""

from __future__ import annotations

import random
import zipfile

import pytest

from libreofficegang import door_libreoffice
from proeven import FACTOR
from uitvoeringsplan.checks.word import controleer_docx
from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.model.opmaak import lees_opmaak, platte_tekst
from uitvoeringsplan.model.punt import OpenPunt
from uitvoeringsplan.storage.planbestand import load_plan
from uitvoeringsplan.storage.puntenpatch import voeg_punten_toe
from uitvoeringsplan.storage.vindplaats import find_voorbeeld
from uitvoeringsplan.tasks.genereer import Wens, neem_op
from uitvoeringsplan.tasks.inlezen import lees_in
from uitvoeringsplan.word.herkomst import is_bijgewerkt_in_word
from wordbewerker import LIJST

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
        zichtbaar = platte_tekst(lees_opmaak(tekst))
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
    pad.write_bytes(voeg_punten_toe(load_plan(pad, LIJST), erbij).data)


def maak(pad, **wens):
    (gemaakt,) = neem_op([pad], wens=Wens(met_punten=True, **wens)).voer_uit()
    assert gemaakt.fout is None, str(gemaakt.fout)
    return gemaakt


@pytest.mark.parametrize("wens", [{}, {"indeling": "koppen"}, {"intern": True}])
@pytest.mark.parametrize("bron", ["voorbeeld", "leeg"])
def test_wat_eruit_gaat_komt_niet_nog_eens_terug(tmp_path, wens, bron):
    kans = random.Random(f"{wens}{bron}")  # noqa: S311 - cases, no secrets
    for nummer in range(3 * FACTOR):
        pad = tmp_path / f"{nummer}.plan.yaml"
        pad.write_bytes(find_voorbeeld().read_bytes() if bron == "voorbeeld" else LEEG.encode())
        met_punten(pad, punten(kans, pad))
        gemaakt = maak(pad, **wens)
        assert gemaakt.punten.geplaatst > (1 if "intern" in wens else 20)
        data = gemaakt.word.read_bytes()
        assert not is_bijgewerkt_in_word(data)
        assert not controleer_docx(data, str(gemaakt.word))
        inlezing = lees_in(load_plan(pad, LIJST), gemaakt.word)
        assert not inlezing.botsingen
        assert not inlezing.bedenkingen
        assert inlezing.nieuw.data == pad.read_bytes()


@pytest.mark.libreoffice
def test_ook_niet_na_libreoffice(tmp_path):
    kans = random.Random(4)  # noqa: S311 - cases, no secrets
    gemaakt = {}
    for nummer in range(3 * FACTOR):
        pad = tmp_path / f"{nummer}.plan.yaml"
        pad.write_bytes(find_voorbeeld().read_bytes() if nummer % 2 else LEEG.encode())
        met_punten(pad, punten(kans, pad))
        gemaakt[f"{nummer}"] = maak(pad, indeling="koppen" if nummer % 3 else "").word.read_bytes()
    for naam, data in door_libreoffice(tmp_path / "lo", gemaakt).items():
        pad = tmp_path / f"{naam}.plan.yaml"
        word = tmp_path / f"{naam}.docx"
        word.write_bytes(data)
        inlezing = lees_in(load_plan(pad, LIJST), word)
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
    (nieuw,) = set(lees_in(load_plan(pad, LIJST), word).nieuw.punten) - {
        *load_plan(pad, LIJST).punten
    }
    assert nieuw._replace(sleutel="", citaat="") == erbij


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
