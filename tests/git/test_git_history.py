"""Every version of one file, along branches, merges and renames that a real git keeps."""

from __future__ import annotations

import pytest

from git_work_folder import Werkmap
from random_histories import NAMES, Verloop, plan, schrijf, versies
from trials import times
from uitvoeringsplan.git.git_history import read_history

pytestmark = [pytest.mark.git, pytest.mark.usefixtures("bare_git")]
IN_CI = 60


def onderwerpen(path) -> list[str]:
    return [versie.subject for versie in read_history(path).versions]


def test_elke_verandering_van_een_willekeurige_geschiedenis(tmp_path):
    """The versions that differ from all they were made of, with the name of the file in each."""
    for seed in range(times(IN_CI, 6)):
        course = Verloop(seed, 4 + seed % 30)
        (tmp_path / str(seed)).mkdir()
        git_map = Werkmap(tmp_path / str(seed))
        course.record(git_map)
        nodes = course.nodes
        if not nodes[-1].name:
            continue
        texts = [(k.antwoord, k.other) if k.name else None for k in nodes]
        otherwise = {
            i: node.name
            for i, node in enumerate(nodes)
            if node.name and all(texts[parent] != texts[i] for parent in node.parents)
        }
        found = versies(git_map.map / nodes[-1].name)
        assert {int(v.subject.split()[1]): v.name for v in found} == otherwise, seed
        assert all(v.size == len(plan(*texts[int(v.subject.split()[1])]).data) for v in found)


def test_de_geschiedenissen_zijn_wat_ze_moeten_zijn():
    """The simulation has renames on branches, and merges that choose, or change nothing."""
    verlopen = [Verloop(seed, 4 + seed % 30) for seed in range(IN_CI)]
    together = [
        (course, i, node)
        for course in verlopen
        for i, node in enumerate(course.nodes)
        if len(node.parents) == 2
    ]
    chosen = {i in course.wijzigingen for course, i, _ in together}
    assert chosen == {True, False}
    assert any(
        len({course.nodes[o].name for o in node.parents}) == 2 for course, _, node in together
    )
    assert sum(bool(course.nodes[-1].name) for course in verlopen) > IN_CI / 2


def test_een_versie_staat_achter_die_waar_zij_van_gemaakt_is(git_map):
    path = schrijf(git_map, "a")
    git_map.commit("Begin", "Bram")
    git_map.perform("checkout", "-q", "-b", "tak")
    schrijf(git_map, "b")
    git_map.commit("Tak")
    git_map.perform("checkout", "-q", "hoofd")
    schrijf(git_map, "c")
    git_map.commit("Hoofd")
    git_map.perform("merge", "-q", "-s", "ours", "tak", "-m", "Samen")
    history = read_history(path)
    per_subject = {v.subject: v for v in history.versions}
    assert [v.subject for v in history.versions][0::3] == ["Begin", "Samen"]
    assert per_subject["Begin"].parents == ()
    assert per_subject["Begin"].auteur == "Bram"
    parents = [history.versions[i].subject for i in per_subject["Samen"].parents]
    assert sorted(parents) == ["Hoofd", "Tak"]
    assert per_subject["Samen"].content == per_subject["Hoofd"].content


def test_een_bestand_van_voor_een_pauze_is_een_ouder(git_map):
    """It was thrown away and brought back; in between it was nowhere."""
    path = schrijf(git_map, "a")
    git_map.commit("Begin")
    path.unlink()
    git_map.commit("Weg")
    schrijf(git_map, "b")
    git_map.commit("Terug")
    start, terug = read_history(path).versions
    assert (start.subject, terug.subject, terug.parents) == ("Begin", "Terug", (0,))


def test_een_hernoeming_telt_alleen_voor_bestanden_van_een_soort(git_map):
    path = schrijf(git_map, "a")
    git_map.commit("Begin")
    git_map.perform("mv", path.name, "oud.txt")
    git_map.commit("Naar een andere soort")
    git_map.perform("mv", "oud.txt", "nieuw.plan.yaml")
    git_map.commit("En terug")
    assert onderwerpen(git_map.map / "nieuw.plan.yaml") == ["En terug"]


def test_een_hernoeming_die_nog_niet_vastligt(git_map):
    path = schrijf(git_map, "a")
    schrijf(git_map, "b", NAMES[1])
    git_map.commit("Begin")
    git_map.perform("mv", path.name, "nieuw.plan.yaml")
    (versie,) = read_history(git_map.map / "nieuw.plan.yaml").versions
    assert (versie.subject, versie.name) == ("Begin", path.name)


def test_een_naam_die_een_ander_bestand_kreeg(git_map):
    path = schrijf(git_map, "Van het eerste plan.")
    git_map.commit("Eerste")
    git_map.perform("mv", path.name, "oud.plan.yaml")
    git_map.commit("Hernoemd")
    schrijf(git_map, "Van het tweede plan.", other="anders")
    git_map.commit("Tweede")
    assert onderwerpen(path) == ["Tweede"]
    gebleven = versies(git_map.map / "oud.plan.yaml")
    assert [versie.subject for versie in gebleven] == ["Eerste"]


def test_zonder_commit_is_er_geen_geschiedenis(git_map):
    path = schrijf(git_map, "a")
    history = read_history(path)
    assert (history.versions, history.is_shallow) == ((), False)
    assert history.tree.name == path.name
    git_map.perform("commit", "-q", "--allow-empty", "-m", "Leeg")
    assert read_history(path).versions == ()


def test_een_deel_van_de_geschiedenis(git_map, tmp_path_factory):
    path = schrijf(git_map, "a")
    git_map.commit("Begin")
    schrijf(git_map, "b")
    git_map.commit("Verder")
    clone = tmp_path_factory.mktemp("kloon")
    git_map.perform("clone", "-q", "--depth", "1", git_map.map.as_uri(), str(clone))
    history = read_history(clone / path.name)
    assert history.is_shallow
    assert [v.subject for v in history.versions] == ["Verder"]
    assert not read_history(path).is_shallow
