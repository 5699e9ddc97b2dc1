from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN = """
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
    source = ROOT / "templates" / "bron" / vragenlijst.sjabloon.replace(".docx", ".md")
    command = [sys.executable, "-c", RUN, str(ROOT / "vragen.yaml"), str(source)]
    outcomes = {
        subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": hash_, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            check=True,
        ).stdout
        for hash_ in ("0", "7")
    }
    assert len(outcomes) == 1


def test_zip_draagt_geen_tijd_en_vaste_rechten(sjabloon):
    with zipfile.ZipFile(BytesIO(sjabloon)) as package:
        members = package.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {(member.create_system, member.external_attr) for member in members} == {
        (3, 0o644 << 16)
    }
    assert members[0].filename == "[Content_Types].xml"
