"""Saving when somebody else was there too."""

from __future__ import annotations

import os
import threading

import pytest

from handwritten_plans import LIJST
from saving_together import names, other, stand, start
from uitvoeringsplan.errors import BestandError, BotsingError
from uitvoeringsplan.files import atomic as slotmodule
from uitvoeringsplan.plan import saving
from uitvoeringsplan.plan.planbestand import Planbestand, load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan

V0, V1, GEMEENTE = LIJST.vraag("v0"), LIJST.vraag("v1"), LIJST.vraag("gemeente")
posix = pytest.mark.skipif(os.name == "nt", reason="alleen waar rechten en symlinks zo werken")


@pytest.fixture
def old(tmp_path) -> Planbestand:
    return start(tmp_path / "werk")


# Nobody else.


def test_bewaren_geeft_wat_op_schijf_staat(old):
    new = save_plan(old, old.with_answer(V0, "Twee."))
    assert old.path.read_bytes() == new.data
    assert load_plan(old.path, LIJST).plan.text(V0) == "Twee."
    assert names(old.path.parent) == ["a.plan.yaml"]


def test_zonder_verandering_wordt_niets_geschreven(old, monkeypatch):
    monkeypatch.setattr(saving, "write_atomic", lambda *_, **__: pytest.fail("geschreven"))
    before = stand(old.path)
    assert save_plan(old, old.with_answer(V0, "Een.  \n")) is old
    assert stand(old.path) == before


@posix
def test_rechten_en_symlink_blijven_ook_bij_samenvoegen(old, tmp_path):
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(old.path)
    old.path.chmod(0o640)
    reading = load_plan(link, LIJST)
    other(old, v1="van hen")
    save_plan(reading, reading.with_answer(V0, "van ons"))
    assert link.is_symlink()
    assert old.path.stat().st_mode & 0o777 == 0o640
    plan = load_plan(old.path, LIJST).plan
    assert (plan.text(V0), plan.text(V1)) == ("van ons", "van hen")
    assert names(old.path.parent) == ["a.plan.yaml"]


# Somebody else, and it can be settled.


def test_een_ander_antwoord_komt_erbij(old):
    theirs = other(old, v1="van hen", gemeente="Ede")
    terug = save_plan(old, old.with_answer(V0, "van ons"))
    assert terug.data == old.path.read_bytes() == theirs.with_answer(V0, "van ons").data
    plan = terug.plan
    assert (plan.text(V0), plan.text(V1), plan.text(GEMEENTE)) == ("van ons", "van hen", "Ede")


def test_hetzelfde_antwoord_op_dezelfde_manier_is_geen_botsing(old):
    theirs = other(old, v0="Twee.", v1="y")
    before = stand(old.path)
    assert save_plan(old, old.with_answer(V0, "Twee.")).data == theirs.data
    assert stand(old.path) == before


def test_twee_keer_veranderen_voor_het_bewaren(old):
    # Both changes reach the disk, though only the last was made from the first.
    one = old.with_answer(V0, "een")
    other(old, v1="van hen")
    terug = save_plan(old, one.with_answer(LIJST.vraag("v3"), "drie"))
    assert [terug.plan.antwoorden[i] for i in ("v0", "v1", "v3")] == ["een", "van hen", "drie"]


def test_samenvoegen_houdt_hun_opmerkingen_volgorde_en_vorm(old):
    text = (
        "\ufeff# van hen\nvragenlijst: 1\nsoort: 'proef'\nantwoorden:\n  v1: \"x\" # waarom\n"
        "  # over nul\n  v0: Een.\ngegevens: {gemeente: Delft}\n# slot\n"
    ).replace("\n", "\r\n")
    old.path.write_bytes(text.encode())
    save_plan(old, old.with_answer(V1, "van ons"))
    assert old.path.read_bytes().decode() == text.replace('"x"', "van ons")


def test_tussen_vergelijken_en_vervangen_kan_het_nog_veranderen(old, monkeypatch):
    real, times = saving.write_atomic, []

    def laat(path, data, *, just_before):
        def toch_nog():
            if len(times) < 3:
                times.append(other(old, v1=f"keer {len(times)}"))
            just_before()

        real(path, data, just_before=toch_nog)

    monkeypatch.setattr(saving, "write_atomic", laat)
    terug = save_plan(old, old.with_answer(V0, "van ons"))
    assert len(times) == 3
    assert terug.data == old.path.read_bytes() == times[-1].with_answer(V0, "van ons").data
    assert terug.plan.text(V1) == "keer 2"


# Somebody else, and it cannot.


def test_hetzelfde_antwoord_anders_is_een_botsing(old):
    theirs = other(old, v0="Van hen.", v1="y")
    before = stand(old.path)
    with pytest.raises(BotsingError) as error:
        save_plan(old, old.with_answer(V0, "Van ons.").with_answer(GEMEENTE, "Ede"))
    assert error.value.clashes == [("v0", "Van ons.", "Van hen.")]
    assert str(error.value).startswith(
        f"{old.path}: iemand anders heeft intussen hetzelfde antwoord"
    )
    assert "v0, in het bestand:\nVan hen.\n" in str(error.value)
    assert "v0, van jou:\nVan ons." in str(error.value)
    assert stand(old.path) == before
    assert before[2] == theirs.data
    assert names(old.path.parent) == ["a.plan.yaml"]


@pytest.mark.parametrize(("ours", "theirs"), [("", "Van hen."), ("Van ons.", "")])
def test_weghalen_en_veranderen_botsen_ook(old, ours, theirs):
    other(old, v0=theirs)
    with pytest.raises(BotsingError, match=r"\(leeg\)") as error:
        save_plan(old, old.with_answer(V0, ours))
    assert error.value.clashes == [("v0", ours, theirs)]
    assert load_plan(old.path, LIJST).plan.text(V0) == theirs


def test_tijdens_het_schrijven_is_het_slot_van_ons(old, monkeypatch):
    real, received = saving.write_atomic, []

    def ander_wil_ook():
        with slotmodule.hold_lock(old.path) as fixed:
            received.append(fixed)

    def schrijf(*args, **options):
        thread = threading.Thread(target=ander_wil_ook)
        thread.start()
        thread.join()
        real(*args, **options)

    monkeypatch.setattr(slotmodule, "_PATIENCE", 0.05)
    monkeypatch.setattr(saving, "write_atomic", schrijf)
    save_plan(old, old.with_answer(V0, "Twee."))
    assert received == [False]
    old.path.unlink()
    save_new(old)
    assert received == [False, False]
    ander_wil_ook()
    assert received[-1]


# A new plan.


def test_een_nieuw_plan_naast_een_ander_in_hetzelfde_moment(tmp_path, monkeypatch):
    path = tmp_path / "b.plan.yaml"
    real = saving.write_atomic

    def laat(target, data, *, just_before):
        def toch_nog():
            path.write_bytes(b"van hen")
            just_before()

        real(target, data, just_before=toch_nog)

    monkeypatch.setattr(saving, "write_atomic", laat)
    new = new_planbestand(path, LIJST, {"gemeente": "Delft"})
    with pytest.raises(BestandError, match="intussen door iemand anders gemaakt") as error:
        save_new(new)
    assert path.read_bytes() == b"van hen"
    assert str(tmp_path / "b.herstel-1.yaml") in str(error.value)
    assert (tmp_path / "b.herstel-1.yaml").read_bytes() == new.data
    assert names(tmp_path) == ["b.herstel-1.yaml", "b.plan.yaml"]


@posix
@pytest.mark.parametrize("target", ["weg.yaml", "b.plan.yaml"], ids=["nergens", "zichzelf"])
def test_een_symlink_telt_als_een_bestand_dat_er_is(tmp_path, target):
    path = tmp_path / "b.plan.yaml"
    path.symlink_to(tmp_path / target)
    with pytest.raises(BestandError, match="bestaat al"):
        save_new(new_planbestand(path, LIJST, {}))
    assert names(tmp_path) == ["b.plan.yaml"]
    assert path.is_symlink()
