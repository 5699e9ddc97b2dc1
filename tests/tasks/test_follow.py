"""Following files, without a clock: every look is a step of a script that saves things."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.errors import BestandError, UitvoeringsplanError
from uitvoeringsplan.tasks import follow
from uitvoeringsplan.tasks.follow import PAUSE, follow_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REST = 30  # looks without a change, after which everything that will be made has been made


class Proef:
    """Runs `follow_files` over a script; keeps what was made, with the text of the plan then."""

    def __init__(self, map_: Path, *names: str) -> None:
        self.paths = [map_ / name for name in ("plan", *names)]
        self.plan = self.paths[0]
        self.plan.write_text("begin", "utf-8")
        self.made: list[tuple[tuple[str, ...], str]] = []
        self.errors: list[UitvoeringsplanError] = []
        self.onder_het_maken: list[Callable[[], object]] = []
        self.blikken = 0

    def run(self, *stappen: Callable[[], object] | None) -> list[str]:
        """Take a step at every look and return the text of the plan each time it was made."""
        rest = [*stappen, *[None] * REST]

        def wait(seconds: float) -> None:
            assert seconds == PAUSE
            self.blikken += 1
            if not rest:
                raise KeyboardInterrupt
            stap = rest.pop(0)
            if stap is not None:
                stap()

        follow_files(lambda: self.paths, self.make, self.errors.append, wait=wait)
        return [text for _, text in self.made]

    def make(self, changed: tuple[Path, ...]) -> None:
        text = self.plan.read_text("utf-8") if self.plan.exists() else "(weg)"
        self.made.append((tuple(path.name for path in changed), text))
        if self.onder_het_maken:
            self.onder_het_maken.pop(0)()
        if "FOUT" in text or text == "(weg)":
            raise BestandError(self.plan, text)

    def save(self, text: str, name: str = "plan") -> Callable[[], object]:
        return lambda: (self.plan.with_name(name)).write_text(text, "utf-8")

    def replace(self, text: str) -> Callable[[], object]:
        """As an editor does that writes beside the file and takes its name."""

        def stap() -> None:
            beside = self.plan.with_name(".plan.tmp")
            beside.write_text(text, "utf-8")
            beside.replace(self.plan)

        return stap

    def gone(self) -> None:
        self.plan.unlink()


@pytest.fixture
def trial(tmp_path):
    return Proef(tmp_path, "sjabloon", "huisstijl")


def test_het_begint_met_maken_en_doet_dan_niets(trial):
    assert trial.run() == ["begin"]
    assert trial.made == [((), "begin")]


@pytest.mark.parametrize("how", ["save", "replace"])
def test_na_bewaren_wordt_het_opnieuw_gemaakt(trial, how):
    assert trial.run(None, getattr(trial, how)("nieuwer")) == ["begin", "nieuwer"]
    assert trial.made[-1][0] == ("plan",)


def test_binnen_een_seconde(trial):
    """From a save just after a look to the look at which it is made."""
    seen = []
    trial.onder_het_maken = [lambda: None, lambda: seen.append(trial.blikken)]
    trial.run(trial.save("nieuwer"))
    assert seen[0] * PAUSE < 1
    assert (2 + follow._PATIENCE) * PAUSE <= 1  # and when it does not come to rest


def test_een_bestand_dat_even_weg_is_wordt_niet_als_weg_gemeld(trial):
    assert trial.run(trial.gone, trial.save("terug")) == ["begin", "terug"]
    assert trial.errors == []


def test_een_bestand_dat_echt_weg_is_wordt_een_keer_gemeld_en_mag_terugkomen(trial):
    stappen = [trial.gone, *[None] * 8, trial.save("terug")]
    assert trial.run(*stappen) == ["begin", "(weg)", "terug"]
    assert len(trial.errors) == 1


def test_een_half_bestand_wordt_afgewacht(trial):
    assert trial.run(trial.save("hal"), trial.save("half af")) == ["begin", "half af"]


def test_een_bestand_dat_blijft_groeien_houdt_het_maken_niet_tegen(trial):
    growth = [trial.save("x" * n) for n in range(1, 40)]
    texts = trial.run(*growth)
    assert len(texts) > 3
    assert texts[-1] == "x" * 39


def test_een_fout_in_het_plan_wordt_gemeld_en_het_volgen_gaat_door(trial):
    texts = trial.run(trial.save("FOUT"), None, None, None, trial.save("weer goed"))
    assert texts == ["begin", "FOUT", "weer goed"]
    assert [str(error) for error in trial.errors] == [f"{trial.plan}: FOUT"]


def test_een_fout_meteen_aan_het_begin_ook(trial):
    trial.plan.write_text("FOUT", "utf-8")
    assert trial.run(trial.save("goed nu")) == ["FOUT", "goed nu"]


def test_wat_onder_het_maken_bewaard_wordt_gaat_niet_verloren(trial):
    trial.onder_het_maken = [trial.save("meteen al"), trial.save("nog eens")]
    assert trial.run() == ["begin", "meteen al", "nog eens"]


def test_andere_bestanden_tellen_ook_en_wat_er_nog_niet_is_mag_komen(trial):
    texts = trial.run(trial.save("logo", "huisstijl"), None, None, trial.save("w", "sjabloon"))
    assert texts == ["begin"] * 3
    assert [names for names, _ in trial.made] == [(), ("huisstijl",), ("sjabloon",)]


def test_twee_bestanden_tegelijk_is_een_keer_maken(trial):
    def both() -> None:
        trial.save("twee")()
        trial.save("w", "sjabloon")()

    trial.run(both)
    assert [names for names, _ in trial.made] == [(), ("plan", "sjabloon")]


def test_de_lijst_van_bestanden_mag_veranderen(trial, tmp_path):
    other = tmp_path / "ander"
    other.write_text("a", "utf-8")
    trial.run(
        lambda: trial.paths.append(other),
        *[None] * 4,
        lambda: other.write_text("anders", "utf-8"),
        *[None] * 4,
        lambda: trial.paths.remove(other),
        lambda: other.write_text("nu niet meer", "utf-8"),
    )
    assert [names for names, _ in trial.made] == [(), ("ander",), ("ander",)]


def test_aanraken_zonder_iets_te_veranderen_is_ook_bewaren(trial):
    trial.run(lambda: os.utime(trial.plan, ns=(0, 1)))
    assert len(trial.made) == 2


@pytest.mark.parametrize("where", ["maken", "melden"])
def test_ctrl_c_onder_het_maken_of_melden_is_een_gewoon_einde(tmp_path, where):
    (tmp_path / "plan").write_text("x", "utf-8")

    def stop(_what: object) -> None:
        raise KeyboardInterrupt

    def error(_what: object) -> None:
        raise BestandError("plan", "mis")

    def niet(_time: float) -> None:
        pytest.fail("na Ctrl+C wordt er niet meer gewacht")

    follow_files(lambda: [tmp_path / "plan"], stop if where == "maken" else error, stop, wait=niet)


def test_een_fout_van_onszelf_komt_er_gewoon_uit(trial):
    trial.onder_het_maken = [lambda: 1 / 0]
    with pytest.raises(ZeroDivisionError):
        trial.run()


_stap = st.sampled_from(["niets", "save", "replace", "gone"])


@trials(60)
@given(stappen=st.lists(_stap, max_size=25), tijdens=st.lists(st.booleans(), max_size=6))
def test_het_laatste_dat_bewaard_is_wordt_altijd_gemaakt(tmp_path_factory, stappen, tijdens):
    """Whatever an editor does, before or during the making: the last is made last."""
    trial = Proef(tmp_path_factory.mktemp("volg"))
    counter = iter(range(1, 1000))

    def stap(kind: str) -> Callable[[], object] | None:
        text = "x" * next(counter)
        if kind == "gone":
            return lambda: trial.plan.unlink(missing_ok=True)
        return None if kind == "niets" else getattr(trial, kind)(text)

    trial.onder_het_maken = [(stap("save") if ja else None) or (lambda: None) for ja in tijdens]
    trial.run(*map(stap, stappen))
    last = trial.plan.read_text("utf-8") if trial.plan.exists() else "(weg)"
    assert trial.made[-1][1] == last
