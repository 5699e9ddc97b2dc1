"""Following files, without a clock: every look is a step of a script that saves things."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.errors import BestandError, UitvoeringsplanError
from uitvoeringsplan.tasks import follow
from uitvoeringsplan.tasks.follow import PAUSE, follow_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RUST = 30  # looks without a change, after which everything that will be made has been made


class Proef:
    """Runs `follow_files` over a script; keeps what was made, with the text of the plan then."""

    def __init__(self, map_: Path, *namen: str) -> None:
        self.paden = [map_ / naam for naam in ("plan", *namen)]
        self.plan = self.paden[0]
        self.plan.write_text("begin", "utf-8")
        self.gemaakt: list[tuple[tuple[str, ...], str]] = []
        self.fouten: list[UitvoeringsplanError] = []
        self.onder_het_maken: list[Callable[[], object]] = []
        self.blikken = 0

    def draai(self, *stappen: Callable[[], object] | None) -> list[str]:
        """Take a step at every look and return the text of the plan each time it was made."""
        rest = [*stappen, *[None] * RUST]

        def wacht(seconden: float) -> None:
            assert seconden == PAUSE
            self.blikken += 1
            if not rest:
                raise KeyboardInterrupt
            stap = rest.pop(0)
            if stap is not None:
                stap()

        follow_files(lambda: self.paden, self.maak, self.fouten.append, wait=wacht)
        return [tekst for _, tekst in self.gemaakt]

    def maak(self, gewijzigd: tuple[Path, ...]) -> None:
        tekst = self.plan.read_text("utf-8") if self.plan.exists() else "(weg)"
        self.gemaakt.append((tuple(pad.name for pad in gewijzigd), tekst))
        if self.onder_het_maken:
            self.onder_het_maken.pop(0)()
        if "FOUT" in tekst or tekst == "(weg)":
            raise BestandError(self.plan, tekst)

    def bewaar(self, tekst: str, naam: str = "plan") -> Callable[[], object]:
        return lambda: (self.plan.with_name(naam)).write_text(tekst, "utf-8")

    def vervang(self, tekst: str) -> Callable[[], object]:
        """As an editor does that writes beside the file and takes its name."""

        def stap() -> None:
            naast = self.plan.with_name(".plan.tmp")
            naast.write_text(tekst, "utf-8")
            naast.replace(self.plan)

        return stap

    def weg(self) -> None:
        self.plan.unlink()


@pytest.fixture
def proef(tmp_path):
    return Proef(tmp_path, "sjabloon", "huisstijl")


def test_het_begint_met_maken_en_doet_dan_niets(proef):
    assert proef.draai() == ["begin"]
    assert proef.gemaakt == [((), "begin")]


@pytest.mark.parametrize("hoe", ["bewaar", "vervang"])
def test_na_bewaren_wordt_het_opnieuw_gemaakt(proef, hoe):
    assert proef.draai(None, getattr(proef, hoe)("nieuwer")) == ["begin", "nieuwer"]
    assert proef.gemaakt[-1][0] == ("plan",)


def test_binnen_een_seconde(proef):
    """From a save just after a look to the look at which it is made."""
    gezien = []
    proef.onder_het_maken = [lambda: None, lambda: gezien.append(proef.blikken)]
    proef.draai(proef.bewaar("nieuwer"))
    assert gezien[0] * PAUSE < 1
    assert (2 + follow._PATIENCE) * PAUSE <= 1  # and when it does not come to rest


def test_een_bestand_dat_even_weg_is_wordt_niet_als_weg_gemeld(proef):
    assert proef.draai(proef.weg, proef.bewaar("terug")) == ["begin", "terug"]
    assert proef.fouten == []


def test_een_bestand_dat_echt_weg_is_wordt_een_keer_gemeld_en_mag_terugkomen(proef):
    stappen = [proef.weg, *[None] * 8, proef.bewaar("terug")]
    assert proef.draai(*stappen) == ["begin", "(weg)", "terug"]
    assert len(proef.fouten) == 1


def test_een_half_bestand_wordt_afgewacht(proef):
    assert proef.draai(proef.bewaar("hal"), proef.bewaar("half af")) == ["begin", "half af"]


def test_een_bestand_dat_blijft_groeien_houdt_het_maken_niet_tegen(proef):
    groei = [proef.bewaar("x" * n) for n in range(1, 40)]
    teksten = proef.draai(*groei)
    assert len(teksten) > 3
    assert teksten[-1] == "x" * 39


def test_een_fout_in_het_plan_wordt_gemeld_en_het_volgen_gaat_door(proef):
    teksten = proef.draai(proef.bewaar("FOUT"), None, None, None, proef.bewaar("weer goed"))
    assert teksten == ["begin", "FOUT", "weer goed"]
    assert [str(fout) for fout in proef.fouten] == [f"{proef.plan}: FOUT"]


def test_een_fout_meteen_aan_het_begin_ook(proef):
    proef.plan.write_text("FOUT", "utf-8")
    assert proef.draai(proef.bewaar("goed nu")) == ["FOUT", "goed nu"]


def test_wat_onder_het_maken_bewaard_wordt_gaat_niet_verloren(proef):
    proef.onder_het_maken = [proef.bewaar("meteen al"), proef.bewaar("nog eens")]
    assert proef.draai() == ["begin", "meteen al", "nog eens"]


def test_andere_bestanden_tellen_ook_en_wat_er_nog_niet_is_mag_komen(proef):
    teksten = proef.draai(
        proef.bewaar("logo", "huisstijl"), None, None, proef.bewaar("w", "sjabloon")
    )
    assert teksten == ["begin"] * 3
    assert [namen for namen, _ in proef.gemaakt] == [(), ("huisstijl",), ("sjabloon",)]


def test_twee_bestanden_tegelijk_is_een_keer_maken(proef):
    def beide() -> None:
        proef.bewaar("twee")()
        proef.bewaar("w", "sjabloon")()

    proef.draai(beide)
    assert [namen for namen, _ in proef.gemaakt] == [(), ("plan", "sjabloon")]


def test_de_lijst_van_bestanden_mag_veranderen(proef, tmp_path):
    ander = tmp_path / "ander"
    ander.write_text("a", "utf-8")
    proef.draai(
        lambda: proef.paden.append(ander),
        *[None] * 4,
        lambda: ander.write_text("anders", "utf-8"),
        *[None] * 4,
        lambda: proef.paden.remove(ander),
        lambda: ander.write_text("nu niet meer", "utf-8"),
    )
    assert [namen for namen, _ in proef.gemaakt] == [(), ("ander",), ("ander",)]


def test_aanraken_zonder_iets_te_veranderen_is_ook_bewaren(proef):
    proef.draai(lambda: os.utime(proef.plan, ns=(0, 1)))
    assert len(proef.gemaakt) == 2


@pytest.mark.parametrize("waar", ["maken", "melden"])
def test_ctrl_c_onder_het_maken_of_melden_is_een_gewoon_einde(tmp_path, waar):
    (tmp_path / "plan").write_text("x", "utf-8")

    def stop(_wat: object) -> None:
        raise KeyboardInterrupt

    def fout(_wat: object) -> None:
        raise BestandError("plan", "mis")

    def niet(_tijd: float) -> None:
        pytest.fail("na Ctrl+C wordt er niet meer gewacht")

    follow_files(lambda: [tmp_path / "plan"], stop if waar == "maken" else fout, stop, wait=niet)


def test_een_fout_van_onszelf_komt_er_gewoon_uit(proef):
    proef.onder_het_maken = [lambda: 1 / 0]
    with pytest.raises(ZeroDivisionError):
        proef.draai()


_stap = st.sampled_from(["niets", "bewaar", "vervang", "weg"])


@proeven(60)
@given(stappen=st.lists(_stap, max_size=25), tijdens=st.lists(st.booleans(), max_size=6))
def test_het_laatste_dat_bewaard_is_wordt_altijd_gemaakt(tmp_path_factory, stappen, tijdens):
    """Whatever an editor does, before or during the making: the last is made last."""
    proef = Proef(tmp_path_factory.mktemp("volg"))
    teller = iter(range(1, 1000))

    def stap(soort: str) -> Callable[[], object] | None:
        tekst = "x" * next(teller)
        if soort == "weg":
            return lambda: proef.plan.unlink(missing_ok=True)
        return None if soort == "niets" else getattr(proef, soort)(tekst)

    proef.onder_het_maken = [(stap("bewaar") if ja else None) or (lambda: None) for ja in tijdens]
    proef.draai(*map(stap, stappen))
    laatste = proef.plan.read_text("utf-8") if proef.plan.exists() else "(weg)"
    assert proef.gemaakt[-1][1] == laatste
