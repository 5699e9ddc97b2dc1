"""Every version of one file, along branches, merges and renames that a real git keeps."""

from __future__ import annotations

import pytest

from git_work_folder import Werkmap
from random_histories import NAMEN, Verloop, plan, schrijf, versies
from trials import keren
from uitvoeringsplan.git.git_history import read_history

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("kale_git")]
IN_CI = 60


def onderwerpen(pad) -> list[str]:
    return [versie.onderwerp for versie in read_history(pad).versions]


def test_elke_verandering_van_een_willekeurige_geschiedenis(tmp_path):
    """The versions that differ from all they were made of, with the name of the file in each."""
    for zaad in range(keren(IN_CI, 6)):
        verloop = Verloop(zaad, 4 + zaad % 30)
        (tmp_path / str(zaad)).mkdir()
        git_map = Werkmap(tmp_path / str(zaad))
        verloop.leg_vast(git_map)
        knopen = verloop.knopen
        if not knopen[-1].naam:
            continue
        teksten = [(k.antwoord, k.ander) if k.naam else None for k in knopen]
        anders = {
            i: knoop.naam
            for i, knoop in enumerate(knopen)
            if knoop.naam and all(teksten[ouder] != teksten[i] for ouder in knoop.ouders)
        }
        gevonden = versies(git_map.map / knopen[-1].naam)
        assert {int(v.onderwerp.split()[1]): v.naam for v in gevonden} == anders, zaad
        assert all(
            v.maat == len(plan(*teksten[int(v.onderwerp.split()[1])]).data) for v in gevonden
        )


def test_de_geschiedenissen_zijn_wat_ze_moeten_zijn():
    """The simulation has renames on branches, and merges that choose, or change nothing."""
    verlopen = [Verloop(zaad, 4 + zaad % 30) for zaad in range(IN_CI)]
    samen = [
        (verloop, i, knoop)
        for verloop in verlopen
        for i, knoop in enumerate(verloop.knopen)
        if len(knoop.ouders) == 2
    ]
    gekozen = {i in verloop.wijzigingen for verloop, i, _ in samen}
    assert gekozen == {True, False}
    assert any(
        len({verloop.knopen[o].naam for o in knoop.ouders}) == 2 for verloop, _, knoop in samen
    )
    assert sum(bool(verloop.knopen[-1].naam) for verloop in verlopen) > IN_CI / 2


def test_een_versie_staat_achter_die_waar_zij_van_gemaakt_is(git_map):
    pad = schrijf(git_map, "a")
    git_map.commit("Begin", "Bram")
    git_map.doe("checkout", "-q", "-b", "tak")
    schrijf(git_map, "b")
    git_map.commit("Tak")
    git_map.doe("checkout", "-q", "hoofd")
    schrijf(git_map, "c")
    git_map.commit("Hoofd")
    git_map.doe("merge", "-q", "-s", "ours", "tak", "-m", "Samen")
    history = read_history(pad)
    per_onderwerp = {v.onderwerp: v for v in history.versions}
    assert [v.onderwerp for v in history.versions][0::3] == ["Begin", "Samen"]
    assert per_onderwerp["Begin"].ouders == ()
    assert per_onderwerp["Begin"].auteur == "Bram"
    ouders = [history.versions[i].onderwerp for i in per_onderwerp["Samen"].ouders]
    assert sorted(ouders) == ["Hoofd", "Tak"]
    assert per_onderwerp["Samen"].inhoud == per_onderwerp["Hoofd"].inhoud


def test_een_bestand_van_voor_een_pauze_is_een_ouder(git_map):
    """It was thrown away and brought back; in between it was nowhere."""
    pad = schrijf(git_map, "a")
    git_map.commit("Begin")
    pad.unlink()
    git_map.commit("Weg")
    schrijf(git_map, "b")
    git_map.commit("Terug")
    begin, terug = read_history(pad).versions
    assert (begin.onderwerp, terug.onderwerp, terug.ouders) == ("Begin", "Terug", (0,))


def test_een_hernoeming_telt_alleen_voor_bestanden_van_een_soort(git_map):
    pad = schrijf(git_map, "a")
    git_map.commit("Begin")
    git_map.doe("mv", pad.name, "oud.txt")
    git_map.commit("Naar een andere soort")
    git_map.doe("mv", "oud.txt", "nieuw.plan.yaml")
    git_map.commit("En terug")
    assert onderwerpen(git_map.map / "nieuw.plan.yaml") == ["En terug"]


def test_een_hernoeming_die_nog_niet_vastligt(git_map):
    pad = schrijf(git_map, "a")
    schrijf(git_map, "b", NAMEN[1])
    git_map.commit("Begin")
    git_map.doe("mv", pad.name, "nieuw.plan.yaml")
    (versie,) = read_history(git_map.map / "nieuw.plan.yaml").versions
    assert (versie.onderwerp, versie.naam) == ("Begin", pad.name)


def test_een_naam_die_een_ander_bestand_kreeg(git_map):
    pad = schrijf(git_map, "Van het eerste plan.")
    git_map.commit("Eerste")
    git_map.doe("mv", pad.name, "oud.plan.yaml")
    git_map.commit("Hernoemd")
    schrijf(git_map, "Van het tweede plan.", ander="anders")
    git_map.commit("Tweede")
    assert onderwerpen(pad) == ["Tweede"]
    gebleven = versies(git_map.map / "oud.plan.yaml")
    assert [versie.onderwerp for versie in gebleven] == ["Eerste"]


def test_zonder_commit_is_er_geen_geschiedenis(git_map):
    pad = schrijf(git_map, "a")
    history = read_history(pad)
    assert (history.versions, history.is_ondiep) == ((), False)
    assert history.boom.naam == pad.name
    git_map.doe("commit", "-q", "--allow-empty", "-m", "Leeg")
    assert read_history(pad).versions == ()


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    pad = schrijf(git_map, "a")
    git_map.commit("Begin")
    schrijf(git_map, "b")
    git_map.commit("Verder")
    kloon = tmp_path_factory.mktemp("kloon")
    git_map.doe("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(kloon))
    history = read_history(kloon / pad.name)
    assert history.is_ondiep
    assert [v.onderwerp for v in history.versions] == ["Verder"]
    assert not read_history(pad).is_ondiep
