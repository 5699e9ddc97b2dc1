"""Two processes that save different answers in one plan: all of them are there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from saving_process import LIJST, PAD, VRAGEN

from trials import FACTOR
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

AANTAL = min(len(VRAGEN), 26 * FACTOR)  # of saves together; UVP_PROEVEN=8 makes them 200
PAREN = min(10, 2 * FACTOR)  # of runs of the command at the same time


@pytest.mark.parametrize("hoe", ["om de beurt", "tegelijk"])
def test_twee_processen_verliezen_niets(tmp_path, hoe, record_property):
    pad = tmp_path / "a.plan.yaml"
    save_new(new_planbestand(pad, LIJST, {}))
    processen = [
        subprocess.Popen(
            [sys.executable, PAD, "wissel", pad, str(eerste), str(AANTAL)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        for eerste in (0, 1)
    ]
    try:
        assert [proces.stdout.readline() for proces in processen] == ["klaar\n"] * 2
        for i in range(0, AANTAL, 2):
            for kant, proces in enumerate(processen):
                proces.stdin.write("ga\n")
                if hoe == "om de beurt":
                    assert proces.stdout.readline() == f"{i + kant}\n"
            if hoe == "tegelijk":
                assert [p.stdout.readline() for p in processen] == [f"{i}\n", f"{i + 1}\n"]
        uit = [proces.stdout.readline() for proces in processen]
    finally:
        for proces in processen:
            proces.kill()
            proces.communicate()
    # Each had to put its answers into a file that it had not seen: this was no race of one.
    samen = [int(regel.removeprefix("samen ")) for regel in uit]
    record_property("bewaringen, waarvan samengevoegd per proces", (AANTAL, samen))
    assert sum(samen) >= (AANTAL - 1 if hoe == "om de beurt" else AANTAL / 2 - 1)
    plan = load_plan(pad, LIJST).plan
    gekregen = [plan.tekst(vraag) for vraag in VRAGEN[:AANTAL]]
    assert gekregen == [f"Van proces {i % 2}: {i}." for i in range(AANTAL)]
    assert [naam.name for naam in tmp_path.iterdir()] == [pad.name]


def test_de_opdracht_antwoord_tweemaal_tegelijk(tmp_path):
    lijst = load_vragenlijst(find_vragen())
    ids = [vraag.id for vraag in lijst.vragen if vraag.type is TYPES["tekst"]]
    pad = tmp_path / "a.plan.yaml"
    pad.write_bytes(find_voorbeeld().read_bytes())
    verwacht = dict(load_plan(pad, lijst).plan.antwoorden)
    for i in range(PAREN):
        paar = [ids[(2 * i + kant) % len(ids)] for kant in (0, 1)]
        processen = [
            subprocess.Popen(
                [sys.executable, "-m", "uitvoeringsplan", "antwoord", pad, id_, f"{i}: {id_}"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for id_ in paar
        ]
        for id_, proces in zip(paar, processen, strict=True):
            gezegd, fout = proces.communicate(timeout=60)
            assert (proces.returncode, fout) == (0, "")
            assert gezegd == f"{id_} bewaard in {pad}.\n"
            verwacht[id_] = f"{i}: {id_}"
    assert load_plan(pad, lijst).plan.antwoorden == verwacht
    assert [naam.name for naam in tmp_path.iterdir()] == [pad.name]
