"""`check_plans`: the findings about plans on disk, with the Word file beside them."""

from __future__ import annotations

import zipfile

import pytest

from edited_docx import LIJST, change, edited, make, met, without_digest
from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.model.bevinding import Ernst
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.plan.punten_patch import add_punten
from uitvoeringsplan.tasks.check_plans import check_plans


def found(*plannen):
    """Return the findings, apart from what the example misses until it is adopted."""
    return [
        one
        for plan in check_plans(plannen)
        for one in plan.bevindingen
        if one.vraag is None or one.vraag.id != "datum-vaststelling"
    ]


def kinds(*plannen):
    return [(one.rule_id, str(one.ernst)) for one in found(*plannen)]


@pytest.fixture
def word(example_plan):
    return example_plan.with_name("dorp.docx")


def test_het_voorbeeld_is_op_het_besluit_na_klaar(example_plan):
    (plan,) = check_plans([])
    assert [
        (one.rule_id, one.vraag and one.vraag.id, str(one.ernst)) for one in plan.bevindingen
    ] == [("verplicht", "datum-vaststelling", "opmerking")]
    assert plan.count(Ernst.FOUT) == 0
    line = example_plan.read_text("utf-8").split("\n")[plan.bevindingen[0].line - 1]
    assert line.strip() == "datum-vaststelling:"


def test_er_wordt_niets_geschreven(example_plan, word):
    make(example_plan, word)
    map_ = example_plan.parent
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in map_.rglob("*")}
    found(example_plan)
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in map_.rglob("*")
    } == before


def test_elke_bevinding_noemt_haar_regel_en_haar_bron(example_plan):
    met(example_plan, lokale_ambitie="Een zin.\n\nKijk [hier](https://www.kis.nl).")
    (one,) = found(example_plan)
    lines = example_plan.read_text("utf-8").split("\n")
    assert "[hier]" in lines[one.line - 1]
    assert (one.vraag.id, one.label) == ("lokale-ambitie", "Lokale ambitie")
    assert "2.4.4" in one.source.titel


def test_een_open_punt_staat_op_de_regel_van_het_punt(example_plan):
    punten = [OpenPunt("borgen-budget", "An", tekst="Klopt dit?"), OpenPunt(tekst="Kijk alles na.")]
    file = add_punten(load_plan(example_plan, LIJST), punten)
    example_plan.write_bytes(file.data)
    lines = file.source.text.split("\n")
    punten = [one for one in found(example_plan) if one.rule_id == "open-punt"]
    assert [one.vraag and one.vraag.id for one in punten] == [None, "borgen-budget"]
    assert [lines[one.line - 1].lstrip()[:2] for one in punten] == ["- ", "- "]


def test_de_zwaarste_eerst_en_dan_op_volgorde_van_het_bestand(example_plan):
    met(example_plan, lokale_ambitie="XXX", gemeente="", borgen_college="a [b](c)", opsteller="")
    result = found(example_plan)
    order = [(list(Ernst).index(one.ernst), one.line) for one in result]
    assert order == sorted(order)
    assert {one.ernst for one in result} >= {Ernst.FOUT, Ernst.WAARSCHUWING}


def test_een_onleesbaar_plan_houdt_de_andere_niet_tegen(example_plan):
    broken = example_plan.with_name("kapot.plan.yaml")
    broken.write_text("soort: polarisatie\nvragenlijst: 1\nonzin: ja\n", "utf-8")
    gone = example_plan.with_name("weg.plan.yaml")
    first, second, third = check_plans([broken, gone, example_plan])
    (one,) = first.bevindingen
    assert (one.rule_id, one.ernst, one.line) == ("onleesbaar", Ernst.FOUT, 3)
    assert one.message.startswith("de sleutel “onzin” bestaat hier niet.")
    (one,) = second.bevindingen
    assert (one.rule_id, one.line) == ("onleesbaar", None)
    assert third.count(Ernst.FOUT) == 0


def test_een_plan_dat_twee_keer_genoemd_is_telt_een_keer(example_plan):
    assert len(list(check_plans([example_plan, example_plan]))) == 1


def test_een_sjabloon_dat_er_niet_is_geldt_voor_alle_plannen(example_plan):
    vragen = example_plan.with_name("vragen.yaml")
    text = (
        "soort: proef\nversie: 1\ntitel: Plan\nsjabloon: weg.docx\ngegevens: []\n"
        "hoofdstukken:\n- id: a\n  titel: A\n  vragen:\n"
        "  - {id: b, label: B, vraag: B?, type: tekst}\n"
    )
    vragen.write_text(text, "utf-8")
    with pytest.raises(BestandError, match="dit sjabloon bestaat niet"):
        list(check_plans([example_plan], vragen=vragen))


def test_een_getypte_opsomming_komt_uit_het_document_en_staat_op_haar_regel(example_plan):
    met(example_plan, lokale_ambitie="Dit doen we:\n\n• bellen\n\n• schrijven")
    result = [one for one in found(example_plan) if one.rule_id == "document"]
    assert [one.ernst for one in result] == [Ernst.FOUT] * 2
    assert all("(getypte-opsomming)" in one.message for one in result)
    lines = example_plan.read_text("utf-8").split("\n")
    assert [lines[one.line - 1].strip() for one in result] == ["• bellen", "• schrijven"]


def test_een_nietszeggende_link_wordt_een_keer_gemeld(example_plan):
    met(example_plan, lokale_ambitie="Kijk [hier](https://www.kis.nl).")
    assert kinds(example_plan) == [("link-tekst", "waarschuwing")]


def test_een_huisstijl_die_niet_kan_is_een_fout_van_dat_plan(example_plan):
    other = example_plan.parent / "anders" / "b.plan.yaml"
    other.parent.mkdir()
    other.write_bytes(example_plan.read_bytes())
    other.with_name("huisstijl.yaml").write_text('kleuren:\n  accent: "#FFFF00"\n', "utf-8")
    assert kinds(example_plan) == []
    (one,) = found(example_plan, other)
    assert (one.rule_id, one.ernst) == ("document", Ernst.FOUT)
    assert "#FFFF00" in one.message
    assert "\n" not in one.message


def test_een_word_bestand_van_nu(example_plan, word):
    make(example_plan, word)
    assert kinds(example_plan) == []


def test_een_word_bestand_van_een_ouder_plan(example_plan, word):
    make(example_plan, word)
    met(example_plan, lokale_ambitie="Iets anders.", versie="9")
    (one,) = found(example_plan)
    assert (one.rule_id, one.ernst) == ("word-verouderd", Ernst.WAARSCHUWING)
    assert "“Versie” en “Lokale ambitie” zijn sindsdien veranderd" in one.message


def test_een_word_bestand_in_een_andere_indeling(example_plan, word):
    make(example_plan, word, indeling="koppen")
    assert found(example_plan) == []


def test_een_word_bestand_in_een_andere_huisstijl_is_een_opmerking(example_plan, word):
    make(example_plan, word)
    style = example_plan.with_name("huisstijl.yaml")
    style.write_text('kleuren:\n  accent: "#7A1F3D"\n', "utf-8")
    assert kinds(example_plan) == [("word-verouderd", "opmerking")]


def test_een_bewerkt_word_bestand_noemt_wat_het_plan_niet_heeft(example_plan, word):
    edited(example_plan, word, lokale_ambitie="Zo kan het ook.")
    (one,) = found(example_plan)
    assert (one.rule_id, one.ernst) == ("word-bewerkt", Ernst.WAARSCHUWING)
    assert "“Lokale ambitie”" in one.message
    assert f"uitvoeringsplan inlezen {word} {example_plan}" in one.message
    met(example_plan, lokale_ambitie="Zo kan het ook.")
    assert kinds(example_plan) == [("word-bewerkt", "opmerking")]


def again_saved(part):
    """Return a part as a program writes it that changes nothing that can be seen."""
    return part.replace(b"<w:p>", b"<w:p >", 1)


def test_alleen_opnieuw_bewaard_mag_worden_overschreven(example_plan, word):
    change(make(example_plan, word), again_saved)
    (one,) = found(example_plan)
    assert one.ernst == Ernst.OPMERKING
    assert "--overschrijf" in one.message


@pytest.mark.parametrize(
    ("old", "new", "zin"),
    [
        ("heeft de regie.", "heeft niet de regie.", "De gemeente heeft niet de regie."),
        ("Externe ondersteuning</w:t></w:r>",
         "Externe ondersteuning</w:t></w:r></w:p><w:p><w:r><w:t>Bel An.</w:t></w:r>", "Bel An."),
        ("heeft de regie.", "heeft de regie.</w:t><w:drawing/><w:t>", "[afbeelding]"),
        (" € 35.000 ", ' <w:footnoteReference w:id="9"/> ', ""),
    ],
)  # fmt: skip
def test_wat_niet_in_het_plan_kan_mag_niet_worden_overschreven(example_plan, word, old, new, zin):
    if not zin:  # in an answer
        old, new = old.strip(), f"</w:t>{new.strip()}<w:t>{old.strip()}"
        zin = "een voetnoot"
    make(example_plan, word)
    change(word, lambda part: part.replace(old.encode(), new.encode(), 1))
    (one,) = found(example_plan)
    assert one.ernst == Ernst.WAARSCHUWING
    assert zin in one.message
    assert "--overschrijf" not in one.message


def test_een_bewerkt_bestand_van_een_oudere_versie_wordt_nooit_aangeraden_te_vervangen(
    example_plan, word
):
    change(without_digest(make(example_plan, word)), again_saved)
    (one,) = found(example_plan)
    assert "is niet te zien" in one.message
    assert "--overschrijf" not in one.message


def test_een_word_bestand_van_een_ander_plan(example_plan, word):
    other = example_plan.with_name("delft.plan.yaml")
    other.write_bytes(example_plan.read_bytes().replace(b": Oudermeer", b": Delft"))
    change(make(other, word), again_saved)
    (one,) = found(example_plan)
    assert "lijkt van een ander plan. Gemeente: in het plan staat “Oudermeer”" in one.message
    assert "--overschrijf" not in one.message


def test_een_antwoord_dat_aan_beide_kanten_veranderde_telt_mee(example_plan, word):
    edited(example_plan, word, lokale_ambitie="Zo kan het ook.")
    met(example_plan, lokale_ambitie="Of juist zo.")
    (one,) = found(example_plan)
    assert "“Lokale ambitie”" in one.message


@pytest.mark.parametrize("data", [b"Beste lezer", b""])
def test_een_word_bestand_dat_niet_te_lezen_is(example_plan, word, data):
    word.write_bytes(data)
    (one,) = found(example_plan)
    assert (one.rule_id, one.ernst) == ("word-bewerkt", Ernst.WAARSCHUWING)
    assert "niet te lezen" in one.message


def test_een_map_met_de_naam_van_het_word_bestand(example_plan, word):
    word.mkdir()
    (one,) = found(example_plan)
    assert one.rule_id.startswith("word-")
    assert "dit is een map" in one.message


def test_een_vreemd_word_bestand(example_plan, word):
    with zipfile.ZipFile(word, "w") as package:
        package.writestr("hallo.txt", "hallo")
    assert [name for name, _ in kinds(example_plan)] == ["word-bewerkt"]
