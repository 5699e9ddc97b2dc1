"""`check_plans`: the findings about plans on disk, with the Word file beside them."""

from __future__ import annotations

import zipfile

import pytest

from edited_docx import LIJST, bewerkt, maak, met, verander, zonder_afdruk
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.check_plans import check_plans


def gevonden(*plannen):
    """Return the findings, apart from what the example misses until it is adopted."""
    return [
        een
        for plan in check_plans(plannen)
        for een in plan.bevindingen
        if een.vraag is None or een.vraag.id != "datum-vaststelling"
    ]


def soorten(*plannen):
    return [(een.rule_id, str(een.ernst)) for een in gevonden(*plannen)]


@pytest.fixture
def word(voorbeeldplan):
    return voorbeeldplan.with_name("dorp.docx")


def test_het_voorbeeld_is_op_het_besluit_na_klaar(voorbeeldplan):
    (plan,) = check_plans([])
    assert [
        (een.rule_id, een.vraag and een.vraag.id, str(een.ernst)) for een in plan.bevindingen
    ] == [("verplicht", "datum-vaststelling", "opmerking")]
    assert plan.aantal(Ernst.FOUT) == 0
    regel = voorbeeldplan.read_text("utf-8").split("\n")[plan.bevindingen[0].line - 1]
    assert regel.strip() == "datum-vaststelling:"


def test_er_wordt_niets_geschreven(voorbeeldplan, word):
    maak(voorbeeldplan, word)
    map_ = voorbeeldplan.parent
    voor = {pad: (pad.read_bytes(), pad.stat().st_mtime_ns) for pad in map_.rglob("*")}
    gevonden(voorbeeldplan)
    assert {pad: (pad.read_bytes(), pad.stat().st_mtime_ns) for pad in map_.rglob("*")} == voor


def test_elke_bevinding_noemt_haar_regel_en_haar_bron(voorbeeldplan):
    met(voorbeeldplan, lokale_ambitie="Een zin.\n\nKijk [hier](https://www.kis.nl).")
    (een,) = gevonden(voorbeeldplan)
    regels = voorbeeldplan.read_text("utf-8").split("\n")
    assert "[hier]" in regels[een.line - 1]
    assert (een.vraag.id, een.label) == ("lokale-ambitie", "Lokale ambitie")
    assert "2.4.4" in een.bron.titel


def test_een_open_punt_staat_op_de_regel_van_het_punt(voorbeeldplan):
    punten = [OpenPunt("borgen-budget", "An", tekst="Klopt dit?"), OpenPunt(tekst="Kijk alles na.")]
    bestand = add_punten(load_plan(voorbeeldplan, LIJST), punten)
    voorbeeldplan.write_bytes(bestand.data)
    regels = bestand.bron.tekst.split("\n")
    punten = [een for een in gevonden(voorbeeldplan) if een.rule_id == "open-punt"]
    assert [een.vraag and een.vraag.id for een in punten] == [None, "borgen-budget"]
    assert [regels[een.line - 1].lstrip()[:2] for een in punten] == ["- ", "- "]


def test_de_zwaarste_eerst_en_dan_op_volgorde_van_het_bestand(voorbeeldplan):
    met(voorbeeldplan, lokale_ambitie="XXX", gemeente="", borgen_college="a [b](c)", opsteller="")
    uit = gevonden(voorbeeldplan)
    orde = [(list(Ernst).index(een.ernst), een.line) for een in uit]
    assert orde == sorted(orde)
    assert {een.ernst for een in uit} >= {Ernst.FOUT, Ernst.WAARSCHUWING}


def test_een_onleesbaar_plan_houdt_de_andere_niet_tegen(voorbeeldplan):
    kapot = voorbeeldplan.with_name("kapot.plan.yaml")
    kapot.write_text("soort: polarisatie\nvragenlijst: 1\nonzin: ja\n", "utf-8")
    weg = voorbeeldplan.with_name("weg.plan.yaml")
    eerste, tweede, derde = check_plans([kapot, weg, voorbeeldplan])
    (een,) = eerste.bevindingen
    assert (een.rule_id, een.ernst, een.line) == ("onleesbaar", Ernst.FOUT, 3)
    assert een.melding.startswith("de sleutel “onzin” bestaat hier niet.")
    (een,) = tweede.bevindingen
    assert (een.rule_id, een.line) == ("onleesbaar", None)
    assert derde.aantal(Ernst.FOUT) == 0


def test_een_plan_dat_twee_keer_genoemd_is_telt_een_keer(voorbeeldplan):
    assert len(list(check_plans([voorbeeldplan, voorbeeldplan]))) == 1


def test_een_sjabloon_dat_er_niet_is_geldt_voor_alle_plannen(voorbeeldplan):
    vragen = voorbeeldplan.with_name("vragen.yaml")
    tekst = (
        "soort: proef\nversie: 1\ntitel: Plan\nsjabloon: weg.docx\ngegevens: []\n"
        "hoofdstukken:\n- id: a\n  titel: A\n  vragen:\n"
        "  - {id: b, label: B, vraag: B?, type: tekst}\n"
    )
    vragen.write_text(tekst, "utf-8")
    with pytest.raises(BestandError, match="dit sjabloon bestaat niet"):
        list(check_plans([voorbeeldplan]))


def test_een_getypte_opsomming_komt_uit_het_document_en_staat_op_haar_regel(voorbeeldplan):
    met(voorbeeldplan, lokale_ambitie="Dit doen we:\n\n• bellen\n\n• schrijven")
    uit = [een for een in gevonden(voorbeeldplan) if een.rule_id == "document"]
    assert [een.ernst for een in uit] == [Ernst.FOUT] * 2
    assert all("(getypte-opsomming)" in een.melding for een in uit)
    regels = voorbeeldplan.read_text("utf-8").split("\n")
    assert [regels[een.line - 1].strip() for een in uit] == ["• bellen", "• schrijven"]


def test_een_nietszeggende_link_wordt_een_keer_gemeld(voorbeeldplan):
    met(voorbeeldplan, lokale_ambitie="Kijk [hier](https://www.kis.nl).")
    assert soorten(voorbeeldplan) == [("link-tekst", "waarschuwing")]


def test_een_huisstijl_die_niet_kan_is_een_fout_van_dat_plan(voorbeeldplan):
    ander = voorbeeldplan.parent / "anders" / "b.plan.yaml"
    ander.parent.mkdir()
    ander.write_bytes(voorbeeldplan.read_bytes())
    ander.with_name("huisstijl.yaml").write_text('kleuren:\n  accent: "#FFFF00"\n', "utf-8")
    assert soorten(voorbeeldplan) == []
    (een,) = gevonden(voorbeeldplan, ander)
    assert (een.rule_id, een.ernst) == ("document", Ernst.FOUT)
    assert "#FFFF00" in een.melding
    assert "\n" not in een.melding


def test_een_word_bestand_van_nu(voorbeeldplan, word):
    maak(voorbeeldplan, word)
    assert soorten(voorbeeldplan) == []


def test_een_word_bestand_van_een_ouder_plan(voorbeeldplan, word):
    maak(voorbeeldplan, word)
    met(voorbeeldplan, lokale_ambitie="Iets anders.", versie="9")
    (een,) = gevonden(voorbeeldplan)
    assert (een.rule_id, een.ernst) == ("word-verouderd", Ernst.WAARSCHUWING)
    assert "“Versie” en “Lokale ambitie” zijn sindsdien veranderd" in een.melding


def test_een_word_bestand_in_een_andere_indeling(voorbeeldplan, word):
    maak(voorbeeldplan, word, indeling="koppen")
    assert gevonden(voorbeeldplan) == []


def test_een_word_bestand_in_een_andere_huisstijl_is_een_opmerking(voorbeeldplan, word):
    maak(voorbeeldplan, word)
    stijl = voorbeeldplan.with_name("huisstijl.yaml")
    stijl.write_text('kleuren:\n  accent: "#7A1F3D"\n', "utf-8")
    assert soorten(voorbeeldplan) == [("word-verouderd", "opmerking")]


def test_een_bewerkt_word_bestand_noemt_wat_het_plan_niet_heeft(voorbeeldplan, word):
    bewerkt(voorbeeldplan, word, lokale_ambitie="Zo kan het ook.")
    (een,) = gevonden(voorbeeldplan)
    assert (een.rule_id, een.ernst) == ("word-bewerkt", Ernst.WAARSCHUWING)
    assert "“Lokale ambitie”" in een.melding
    assert f"uitvoeringsplan inlezen {word} {voorbeeldplan}" in een.melding
    met(voorbeeldplan, lokale_ambitie="Zo kan het ook.")
    assert soorten(voorbeeldplan) == [("word-bewerkt", "opmerking")]


def opnieuw_bewaard(deel):
    """Return a part as a program writes it that changes nothing that can be seen."""
    return deel.replace(b"<w:p>", b"<w:p >", 1)


def test_alleen_opnieuw_bewaard_mag_worden_overschreven(voorbeeldplan, word):
    verander(maak(voorbeeldplan, word), opnieuw_bewaard)
    (een,) = gevonden(voorbeeldplan)
    assert een.ernst == Ernst.OPMERKING
    assert "--overschrijf" in een.melding


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("heeft de regie.", "heeft niet de regie.", "De gemeente heeft niet de regie."),
        ("Externe ondersteuning</w:t></w:r>",
         "Externe ondersteuning</w:t></w:r></w:p><w:p><w:r><w:t>Bel An.</w:t></w:r>", "Bel An."),
        ("heeft de regie.", "heeft de regie.</w:t><w:drawing/><w:t>", "[afbeelding]"),
        (" € 35.000 ", ' <w:footnoteReference w:id="9"/> ', ""),
    ],
)  # fmt: skip
def test_wat_niet_in_het_plan_kan_mag_niet_worden_overschreven(
    voorbeeldplan, word, oud, nieuw, zin
):
    if not zin:  # in an answer
        oud, nieuw = oud.strip(), f"</w:t>{nieuw.strip()}<w:t>{oud.strip()}"
        zin = "een voetnoot"
    maak(voorbeeldplan, word)
    verander(word, lambda deel: deel.replace(oud.encode(), nieuw.encode(), 1))
    (een,) = gevonden(voorbeeldplan)
    assert een.ernst == Ernst.WAARSCHUWING
    assert zin in een.melding
    assert "--overschrijf" not in een.melding


def test_een_bewerkt_bestand_van_een_oudere_versie_wordt_nooit_aangeraden_te_vervangen(
    voorbeeldplan, word
):
    verander(zonder_afdruk(maak(voorbeeldplan, word)), opnieuw_bewaard)
    (een,) = gevonden(voorbeeldplan)
    assert "is niet te zien" in een.melding
    assert "--overschrijf" not in een.melding


def test_een_word_bestand_van_een_ander_plan(voorbeeldplan, word):
    ander = voorbeeldplan.with_name("delft.plan.yaml")
    ander.write_bytes(voorbeeldplan.read_bytes().replace(b": Oudermeer", b": Delft"))
    verander(maak(ander, word), opnieuw_bewaard)
    (een,) = gevonden(voorbeeldplan)
    assert "lijkt van een ander plan. Gemeente: in het plan staat “Oudermeer”" in een.melding
    assert "--overschrijf" not in een.melding


def test_een_antwoord_dat_aan_beide_kanten_veranderde_telt_mee(voorbeeldplan, word):
    bewerkt(voorbeeldplan, word, lokale_ambitie="Zo kan het ook.")
    met(voorbeeldplan, lokale_ambitie="Of juist zo.")
    (een,) = gevonden(voorbeeldplan)
    assert "“Lokale ambitie”" in een.melding


@pytest.mark.parametrize("data", [b"Beste lezer", b""])
def test_een_word_bestand_dat_niet_te_lezen_is(voorbeeldplan, word, data):
    word.write_bytes(data)
    (een,) = gevonden(voorbeeldplan)
    assert (een.rule_id, een.ernst) == ("word-bewerkt", Ernst.WAARSCHUWING)
    assert "niet te lezen" in een.melding


def test_een_map_met_de_naam_van_het_word_bestand(voorbeeldplan, word):
    word.mkdir()
    (een,) = gevonden(voorbeeldplan)
    assert een.rule_id.startswith("word-")
    assert "dit is een map" in een.melding


def test_een_vreemd_word_bestand(voorbeeldplan, word):
    with zipfile.ZipFile(word, "w") as pakket:
        pakket.writestr("hallo.txt", "hallo")
    assert [naam for naam, _ in soorten(voorbeeldplan)] == ["word-bewerkt"]
