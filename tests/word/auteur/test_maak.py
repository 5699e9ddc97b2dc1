from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from conftest import WORTEL
from uitvoeringsplan.word.auteur.bron import BronError
from uitvoeringsplan.word.auteur.maak import build_sjabloon

DRAAI = """
import hashlib, sys
from pathlib import Path
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.auteur.maak import build_sjabloon
vragenlijst = load_vragenlijst(Path(sys.argv[1]))
bron = Path(sys.argv[2]).read_text(encoding="utf-8")
print(hashlib.sha256(build_sjabloon(vragenlijst, bron)).hexdigest())
"""


def test_zelfde_invoer_zelfde_bytes_bij_elke_hashwaarde(vragenlijst):
    bron = WORTEL / "templates" / "bron" / vragenlijst.sjabloon.replace(".docx", ".md")
    opdracht = [sys.executable, "-c", DRAAI, str(WORTEL / "vragen.yaml"), str(bron)]
    uitkomsten = {
        subprocess.run(
            opdracht,
            env={**os.environ, "PYTHONHASHSEED": hash_, "PYTHONPATH": str(WORTEL / "src")},
            capture_output=True,
            check=True,
        ).stdout
        for hash_ in ("0", "7")
    }
    assert len(uitkomsten) == 1


def test_zip_draagt_geen_tijd_en_vaste_rechten(sjabloon):
    with zipfile.ZipFile(BytesIO(sjabloon)) as pakket:
        leden = pakket.infolist()
    assert {lid.date_time for lid in leden} == {(1980, 1, 1, 0, 0, 0)}
    assert {(lid.create_system, lid.external_attr) for lid in leden} == {(3, 0o644 << 16)}
    assert leden[0].filename == "[Content_Types].xml"


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("[[ lokale-ambitie ]]", "", "“lokale-ambitie” moet één plaats hebben, en heeft er 0"),
        ("[[ lokale-ambitie ]]", "[[ borgen-budget ]]", "“lokale-ambitie” moet één plaats hebben"),
        ("[[ lokale-ambitie ]]", "[[ lokale-ambities ]]", "Bedoel je “lokale-ambitie”?"),
        ("Kenmerk :: {{ kenmerk }}", "", "Het gegeven “kenmerk” komt nergens voor"),
        ("Kenmerk :: {{ kenmerk }}", "Kenmerk :: {{ kenmark }}", "Bedoel je “kenmerk”"),
        ("[bron 2](#bron-2)", "[bron 3](#bron-3)", "Er is geen “#bron-3”"),
        ("{{ tabel: activiteiten }}", "{{ tabel: acties }}", "geen hoofdstuk met rijen"),
        ("deze eigen doelstellingen:", "deze:\n\n- een", "hoort een zin die het antwoord inleidt"),
        ("Contact :: {{ contact }}", "- {{ contact }}", "alleen feiten"),
    ],
)
def test_bron_die_niet_past_is_een_fout_met_bestand_en_regel(
    vragenlijst, brontekst, oud, nieuw, melding
):
    assert oud in brontekst
    with pytest.raises(BronError, match=melding) as fout:
        build_sjabloon(vragenlijst, brontekst.replace(oud, nieuw), naam="plan.md")
    assert str(fout.value).startswith("plan.md, regel ")


def test_een_vraag_twee_keer_is_een_fout(vragenlijst, brontekst):
    dubbel = brontekst.replace(
        "[[ lokale-ambitie ]]", "[[ lokale-ambitie ]]\n\nNog eens:\n\n[[ lokale-ambitie ]]"
    )
    with pytest.raises(BronError, match="heeft er 2"):
        build_sjabloon(vragenlijst, dubbel)
