from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.auteur.maak import build_sjabloon

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WORTEL = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def vragenlijst() -> Vragenlijst:
    return load_vragenlijst(WORTEL / "vragen.yaml")


@pytest.fixture(scope="session")
def brontekst(vragenlijst) -> str:
    naam = Path(vragenlijst.sjabloon).stem
    return (WORTEL / "templates" / "bron" / f"{naam}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sjabloon(vragenlijst, brontekst) -> bytes:
    return build_sjabloon(vragenlijst, brontekst)


@pytest.fixture(scope="session")
def delen(sjabloon) -> dict[str, etree._Element]:
    """Every XML part of the template, parsed."""
    with zipfile.ZipFile(BytesIO(sjabloon)) as pakket:
        return {naam: etree.fromstring(pakket.read(naam)) for naam in pakket.namelist()}
