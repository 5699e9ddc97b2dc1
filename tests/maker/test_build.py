from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.maker.source import SourceError

WORTEL = Path(__file__).resolve().parents[2]
DRAAI = """
import hashlib, sys
from pathlib import Path
from uitvoeringsplan.model.uitgave import public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.maker.build import build_sjabloon
vragenlijst = public_part(load_vragenlijst(Path(sys.argv[1])))
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
        ("? Kenmerk :: {{ kenmerk }}", "", "Het gegeven “kenmerk” komt nergens voor"),
        ("Kenmerk :: {{ kenmerk }}", "Kenmerk :: {{ kenmark }}", "Bedoel je “kenmerk”"),
        ("[bron 2](#bron-2)", "[bron 3](#bron-3)", "Er is geen “#bron-3”"),
        ("{{ tabel: activiteiten }}", "{{ tabel: acties }}", "geen hoofdstuk met rijen"),
        (
            "{{ gemeente }} lokaal aan:",
            "aan:\n\n- een",
            r"Boven \[\[ lokale-doelstellingen \]\] hoort een zin die het inleidt",
        ),
        ("? Contact :: {{ contact }}", "- {{ contact }}", "alleen feiten"),
        ("? Contact :: {{ contact }}", "? - {{ contact }}", "Achter een vraagteken hoort"),
        ("{{ beeld: acties }}", "{{ beeld: akties }}", "Bedoel je “acties”?"),
        (
            "De tijdlijn laat de acties met een datum zien. Wat erin staat, staat ook in de tabel.",
            "",
            "Boven een beeld hoort een zin",
        ),
        ("{{ beeld: logo }}", "{{ beeld: acties }}", "geen beeld voor het voorblad"),
        (
            "{{ als: planning is ingevuld }}",
            "{{ als: planning is ingevuld of planning is ingevuld of planning is leeg }}",
            "langer dan de 59 tekens van Word",
        ),
        ("{{ koppen: activiteiten }}", "{{ koppen: planning }}", "geen hoofdstuk met rijen"),
        (
            "{{ koppen: activiteiten }}",
            "{{ koppen: activiteiten }}\n\n{{ koppen: activiteiten }}",
            "“borgen-afdelingen” moet één plaats hebben",
        ),
        (
            "{{ tabel: activiteiten }}",
            "{{ tabel: activiteiten }}\n\n{{ tabel: activiteiten }}",
            "“borgen-afdelingen” moet één plaats hebben, en heeft er 2",
        ),
        ("{{ als: volgen is ingevuld }}", "{{ als: volgen is vol }}", "Deze voorwaarde klopt niet"),
        ("{{ als: volgen is ingevuld }}", "{{ als: folgen is leeg }}", "Bedoel je “volgen”?"),
        ("{{ als: volgen is ingevuld }}", "", "Hier is geen {{ als: … }} om af te sluiten"),
        ("{{ staand }}\n\n{{ einde }}", "{{ staand }}", "wordt niet afgesloten"),
    ],
)
def test_bron_die_niet_past_is_een_fout_met_bestand_en_regel(
    vragenlijst, brontekst, oud, nieuw, melding
):
    hoofd, _, tekst = brontekst.partition("-->")
    assert oud in tekst
    kapot = f"{hoofd}-->{tekst.replace(oud, nieuw)}"
    with pytest.raises(SourceError, match=melding) as fout:
        build_sjabloon(vragenlijst, kapot, naam="plan.md")
    assert str(fout.value).startswith("plan.md, regel ")


def test_een_vraag_twee_keer_is_een_fout(vragenlijst, brontekst):
    dubbel = brontekst.replace(
        "[[ lokale-ambitie ]]", "[[ lokale-ambitie ]]\n\nNog eens:\n\n[[ lokale-ambitie ]]"
    )
    with pytest.raises(SourceError, match="heeft er 2"):
        build_sjabloon(vragenlijst, dubbel)
