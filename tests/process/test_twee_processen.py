"""Two processes that save different answers in one plan: all of them are there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from saving_process import LIJST, PATH, VRAGEN

from trials import FACTOR
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

COUNT = min(len(VRAGEN), 26 * FACTOR)  # of saves together; UVP_PROEVEN=8 makes them 200
PAIRS = min(10, 2 * FACTOR)  # of runs of the command at the same time


@pytest.mark.parametrize("how", ["om de beurt", "tegelijk"])
def test_twee_processen_verliezen_niets(tmp_path, how, record_property):
    path = tmp_path / "a.plan.yaml"
    save_new(new_planbestand(path, LIJST, {}))
    processes = [
        subprocess.Popen(
            [sys.executable, PATH, "wissel", path, str(first), str(COUNT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        for first in (0, 1)
    ]
    try:
        assert [process.stdout.readline() for process in processes] == ["klaar\n"] * 2
        for i in range(0, COUNT, 2):
            for side, process in enumerate(processes):
                process.stdin.write("ga\n")
                if how == "om de beurt":
                    assert process.stdout.readline() == f"{i + side}\n"
            if how == "tegelijk":
                assert [p.stdout.readline() for p in processes] == [f"{i}\n", f"{i + 1}\n"]
        result = [process.stdout.readline() for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()
    # Each had to put its answers into a file that it had not seen: this was no race of one.
    together = [int(line.removeprefix("samen ")) for line in result]
    record_property("bewaringen, waarvan samengevoegd per proces", (COUNT, together))
    assert sum(together) >= (COUNT - 1 if how == "om de beurt" else COUNT / 2 - 1)
    plan = load_plan(path, LIJST).plan
    received = [plan.text(vraag) for vraag in VRAGEN[:COUNT]]
    assert received == [f"Van proces {i % 2}: {i}." for i in range(COUNT)]
    assert [name.name for name in tmp_path.iterdir()] == [path.name]


def test_de_opdracht_antwoord_tweemaal_tegelijk(tmp_path):
    lijst = load_vragenlijst(find_vragen())
    ids = [vraag.id for vraag in lijst.vragen if vraag.type is TYPES["tekst"]]
    path = tmp_path / "a.plan.yaml"
    path.write_bytes(find_voorbeeld().read_bytes())
    expected = dict(load_plan(path, lijst).plan.antwoorden)
    for i in range(PAIRS):
        pair = [ids[(2 * i + side) % len(ids)] for side in (0, 1)]
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "uitvoeringsplan", "antwoord", path, id_, f"{i}: {id_}"],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for id_ in pair
        ]
        for id_, process in zip(pair, processes, strict=True):
            said, error = process.communicate(timeout=60)
            assert (process.returncode, error) == (0, "")
            assert said == f"{id_} bewaard in {path}.\n"
            expected[id_] = f"{i}: {id_}"
    assert load_plan(path, lijst).plan.antwoorden == expected
    assert [name.name for name in tmp_path.iterdir()] == [path.name]
