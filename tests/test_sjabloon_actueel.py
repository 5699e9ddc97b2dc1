"""The committed template is what its source makes of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.auteur.maak import build_sjabloon

WORTEL = Path(__file__).resolve().parents[1]


def leden(data: bytes) -> dict[str, bytes]:
    """Return every member uncompressed: how well it is packed depends on the zlib at hand."""
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def test_sjabloon_is_gemaakt_van_de_vragen_en_de_bron():
    vragenlijst = load_vragenlijst(WORTEL / "vragen.yaml")
    sjabloon = WORTEL / "templates" / vragenlijst.sjabloon
    bron = WORTEL / "templates" / "bron" / f"{sjabloon.stem}.md"
    vers = leden(build_sjabloon(vragenlijst, bron.read_text(encoding="utf-8")))
    bewaard = leden(sjabloon.read_bytes())
    anders = [naam for naam in vers.keys() | bewaard.keys() if vers.get(naam) != bewaard.get(naam)]
    assert not anders, "draai `python templates/maak_sjabloon.py`"
