"""What the tests of Word share: a box to build small files with, and the real template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sample_plans import Plannen

from package_builder import PackageBuilder
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def builder() -> type[PackageBuilder]:
    return PackageBuilder


@pytest.fixture(scope="session")
def hele_lijst() -> Vragenlijst:
    """The shipped question set, with the internal chapters."""
    return load_vragenlijst(ROOT / "vragen.yaml")


@pytest.fixture(scope="session")
def real_lijst(hele_lijst) -> Vragenlijst:
    """The part of the shipped question set that the public document is about."""
    return public_part(hele_lijst)


@pytest.fixture(scope="session")
def real_sjabloon(real_lijst) -> bytes:
    return (ROOT / "templates" / real_lijst.sjabloon).read_bytes()


@pytest.fixture(scope="session")
def sjabloon(real_sjabloon, real_lijst) -> Sjabloon:
    """The shipped template, opened once: what one plan leaves behind, the next would meet."""
    return open_sjabloon(real_sjabloon, "sjabloon.docx", real_lijst)


@pytest.fixture(scope="session")
def interne_lijst(hele_lijst) -> Vragenlijst:
    return internal_part(hele_lijst)


@pytest.fixture(scope="session")
def intern_sjabloon(interne_lijst) -> Sjabloon:
    data = (ROOT / "templates" / interne_lijst.sjabloon).read_bytes()
    return open_sjabloon(data, "intern.docx", interne_lijst)


@pytest.fixture(scope="session")
def plannen(hele_lijst) -> Plannen:
    """Real plans, an empty one, and ones that use everything there is."""
    return Plannen(hele_lijst)
