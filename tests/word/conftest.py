"""What the tests of Word share: a box to build small files with, and the real template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bouwdoos import Bouwdoos

from uitvoeringsplan.storage.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def doos() -> type[Bouwdoos]:
    return Bouwdoos


@pytest.fixture(scope="session")
def echte_lijst() -> Vragenlijst:
    return load_vragenlijst(WORTEL / "vragen.yaml")


@pytest.fixture(scope="session")
def echt_sjabloon(echte_lijst) -> bytes:
    return (WORTEL / "templates" / echte_lijst.sjabloon).read_bytes()
