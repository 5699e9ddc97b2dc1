"""Saving when somebody else was there too."""

from __future__ import annotations

import os
import threading

import pytest

from handwritten_plans import LIJST
from saving_together import ander, begin, namen, stand
from uitvoeringsplan.errors import BestandError, BotsingError
from uitvoeringsplan.files import atomic as slotmodule
from uitvoeringsplan.plan import saving
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan

V0, V1, GEMEENTE = LIJST.vraag("v0"), LIJST.vraag("v1"), LIJST.vraag("gemeente")
posix = pytest.mark.skipif(os.name == "nt", reason="alleen waar rechten en symlinks zo werken")


@pytest.fixture
def oud(tmp_path) -> Planbestand:
    return begin(tmp_path / "werk")


# Nobody else.


def test_bewaren_geeft_wat_op_schijf_staat(oud):
    nieuw = save_plan(oud, oud.with_answer(V0, "Twee."))
    assert oud.pad.read_bytes() == nieuw.data
    assert load_plan(oud.pad, LIJST).plan.tekst(V0) == "Twee."
    assert namen(oud.pad.parent) == ["a.plan.yaml"]


def test_zonder_verandering_wordt_niets_geschreven(oud, monkeypatch):
    monkeypatch.setattr(saving, "write_atomic", lambda *_, **__: pytest.fail("geschreven"))
    voor = stand(oud.pad)
    assert save_plan(oud, oud.with_answer(V0, "Een.  \n")) is oud
    assert stand(oud.pad) == voor


@posix
def test_rechten_en_symlink_blijven_ook_bij_samenvoegen(oud, tmp_path):
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(oud.pad)
    oud.pad.chmod(0o640)
    gelezen = load_plan(link, LIJST)
    ander(oud, v1="van hen")
    save_plan(gelezen, gelezen.with_answer(V0, "van ons"))
    assert link.is_symlink()
    assert oud.pad.stat().st_mode & 0o777 == 0o640
    plan = load_plan(oud.pad, LIJST).plan
    assert (plan.tekst(V0), plan.tekst(V1)) == ("van ons", "van hen")
    assert namen(oud.pad.parent) == ["a.plan.yaml"]


# Somebody else, and it can be settled.


def test_een_ander_antwoord_komt_erbij(oud):
    hunne = ander(oud, v1="van hen", gemeente="Ede")
    terug = save_plan(oud, oud.with_answer(V0, "van ons"))
    assert terug.data == oud.pad.read_bytes() == hunne.with_answer(V0, "van ons").data
    plan = terug.plan
    assert (plan.tekst(V0), plan.tekst(V1), plan.tekst(GEMEENTE)) == ("van ons", "van hen", "Ede")


def test_hetzelfde_antwoord_op_dezelfde_manier_is_geen_botsing(oud):
    hunne = ander(oud, v0="Twee.", v1="y")
    voor = stand(oud.pad)
    assert save_plan(oud, oud.with_answer(V0, "Twee.")).data == hunne.data
    assert stand(oud.pad) == voor


def test_twee_keer_veranderen_voor_het_bewaren(oud):
    # Both changes reach the disk, though only the last was made from the first.
    een = oud.with_answer(V0, "een")
    ander(oud, v1="van hen")
    terug = save_plan(oud, een.with_answer(LIJST.vraag("v3"), "drie"))
    assert [terug.plan.antwoorden[i] for i in ("v0", "v1", "v3")] == ["een", "van hen", "drie"]


def test_samenvoegen_houdt_hun_opmerkingen_volgorde_en_vorm(oud):
    tekst = (
        "\ufeff# van hen\nvragenlijst: 1\nsoort: 'proef'\nantwoorden:\n  v1: \"x\" # waarom\n"
        "  # over nul\n  v0: Een.\ngegevens: {gemeente: Delft}\n# slot\n"
    ).replace("\n", "\r\n")
    oud.pad.write_bytes(tekst.encode())
    save_plan(oud, oud.with_answer(V1, "van ons"))
    assert oud.pad.read_bytes().decode() == tekst.replace('"x"', "van ons")


def test_tussen_vergelijken_en_vervangen_kan_het_nog_veranderen(oud, monkeypatch):
    echt, keren = saving.write_atomic, []

    def laat(pad, data, *, just_before):
        def toch_nog():
            if len(keren) < 3:
                keren.append(ander(oud, v1=f"keer {len(keren)}"))
            just_before()

        echt(pad, data, just_before=toch_nog)

    monkeypatch.setattr(saving, "write_atomic", laat)
    terug = save_plan(oud, oud.with_answer(V0, "van ons"))
    assert len(keren) == 3
    assert terug.data == oud.pad.read_bytes() == keren[-1].with_answer(V0, "van ons").data
    assert terug.plan.tekst(V1) == "keer 2"


# Somebody else, and it cannot.


def test_hetzelfde_antwoord_anders_is_een_botsing(oud):
    hunne = ander(oud, v0="Van hen.", v1="y")
    voor = stand(oud.pad)
    with pytest.raises(BotsingError) as fout:
        save_plan(oud, oud.with_answer(V0, "Van ons.").with_answer(GEMEENTE, "Ede"))
    assert fout.value.botsingen == [("v0", "Van ons.", "Van hen.")]
    assert str(fout.value).startswith(f"{oud.pad}: iemand anders heeft intussen hetzelfde antwoord")
    assert "v0, in het bestand:\nVan hen.\n" in str(fout.value)
    assert "v0, van jou:\nVan ons." in str(fout.value)
    assert stand(oud.pad) == voor
    assert voor[2] == hunne.data
    assert namen(oud.pad.parent) == ["a.plan.yaml"]


@pytest.mark.parametrize(("onze", "hunne"), [("", "Van hen."), ("Van ons.", "")])
def test_weghalen_en_veranderen_botsen_ook(oud, onze, hunne):
    ander(oud, v0=hunne)
    with pytest.raises(BotsingError, match=r"\(leeg\)") as fout:
        save_plan(oud, oud.with_answer(V0, onze))
    assert fout.value.botsingen == [("v0", onze, hunne)]
    assert load_plan(oud.pad, LIJST).plan.tekst(V0) == hunne


def test_tijdens_het_schrijven_is_het_slot_van_ons(oud, monkeypatch):
    echt, gekregen = saving.write_atomic, []

    def ander_wil_ook():
        with slotmodule.hold_lock(oud.pad) as vast:
            gekregen.append(vast)

    def schrijf(*args, **opties):
        draad = threading.Thread(target=ander_wil_ook)
        draad.start()
        draad.join()
        echt(*args, **opties)

    monkeypatch.setattr(slotmodule, "_PATIENCE", 0.05)
    monkeypatch.setattr(saving, "write_atomic", schrijf)
    save_plan(oud, oud.with_answer(V0, "Twee."))
    assert gekregen == [False]
    oud.pad.unlink()
    save_new(oud)
    assert gekregen == [False, False]
    ander_wil_ook()
    assert gekregen[-1]


# A new plan.


def test_een_nieuw_plan_naast_een_ander_in_hetzelfde_moment(tmp_path, monkeypatch):
    pad = tmp_path / "b.plan.yaml"
    echt = saving.write_atomic

    def laat(doel, data, *, just_before):
        def toch_nog():
            pad.write_bytes(b"van hen")
            just_before()

        echt(doel, data, just_before=toch_nog)

    monkeypatch.setattr(saving, "write_atomic", laat)
    nieuw = new_planbestand(pad, LIJST, {"gemeente": "Delft"})
    with pytest.raises(BestandError, match="intussen door iemand anders gemaakt") as fout:
        save_new(nieuw)
    assert pad.read_bytes() == b"van hen"
    assert str(tmp_path / "b.herstel-1.yaml") in str(fout.value)
    assert (tmp_path / "b.herstel-1.yaml").read_bytes() == nieuw.data
    assert namen(tmp_path) == ["b.herstel-1.yaml", "b.plan.yaml"]


@posix
@pytest.mark.parametrize("doel", ["weg.yaml", "b.plan.yaml"], ids=["nergens", "zichzelf"])
def test_een_symlink_telt_als_een_bestand_dat_er_is(tmp_path, doel):
    pad = tmp_path / "b.plan.yaml"
    pad.symlink_to(tmp_path / doel)
    with pytest.raises(BestandError, match="bestaat al"):
        save_new(new_planbestand(pad, LIJST, {}))
    assert namen(tmp_path) == ["b.plan.yaml"]
    assert pad.is_symlink()
