from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.files.lookup import find_sjabloon, find_voorbeeld, find_vragen
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import internal_part, plan_for, public_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst


@pytest.fixture(scope="session")
def hele_lijst() -> Vragenlijst:
    return load_vragenlijst(find_vragen())


@pytest.fixture(scope="session")
def vragenlijst(hele_lijst) -> Vragenlijst:
    """The part that the public document is about."""
    return public_part(hele_lijst)


@pytest.fixture(scope="session")
def leeg(vragenlijst) -> bytes:
    """The template itself: every control still holds its placeholder."""
    return find_sjabloon(vragenlijst.sjabloon).read_bytes()


@pytest.fixture(scope="session")
def gevuld(hele_lijst, vragenlijst, leeg) -> bytes:
    """The filled example."""
    plan = plan_for(vragenlijst, hele_lijst, load_plan(find_voorbeeld(), hele_lijst).plan)
    return fill(open_sjabloon(leeg, "sjabloon", vragenlijst), vragenlijst, plan)


@pytest.fixture(scope="session")
def leeg_definitief(vragenlijst, leeg) -> bytes:
    """An adopted plan without a single answer."""
    plan = Plan("polarisatie", "1", {"status": "vastgesteld", "indeling": "koppen"})
    return fill(open_sjabloon(leeg, "sjabloon", vragenlijst), vragenlijst, plan)


@pytest.fixture(scope="session")
def intern_leeg(hele_lijst) -> bytes:
    """The template of the internal document."""
    return find_sjabloon(internal_part(hele_lijst).sjabloon).read_bytes()


@pytest.fixture(scope="session")
def intern_gevuld(hele_lijst, intern_leeg) -> bytes:
    """The internal document of the filled example."""
    deel = internal_part(hele_lijst)
    plan = plan_for(deel, hele_lijst, load_plan(find_voorbeeld(), hele_lijst).plan)
    return fill(open_sjabloon(intern_leeg, "intern", deel), deel, plan)


@pytest.fixture(scope="session")
def leeg_plan(vragenlijst, leeg) -> bytes:
    """A plan without a single answer."""
    return fill(open_sjabloon(leeg, "sjabloon", vragenlijst), vragenlijst, Plan("polarisatie", "1"))


@pytest.fixture(scope="session")
def bewerk() -> Callable[[bytes, str, str, str], bytes]:
    """Return the package with the first match of a pattern in one part replaced."""

    def vervang(data: bytes, deel: str, patroon: str, vervanging: str) -> bytes:
        uit = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
            for naam in oud.namelist():
                inhoud = oud.read(naam)
                if naam == deel:
                    tekst, aantal = re.subn(
                        patroon, vervanging, inhoud.decode(), count=1, flags=re.DOTALL
                    )
                    assert aantal, f"{patroon} staat niet in {deel}"
                    inhoud = tekst.encode()
                nieuw.writestr(naam, inhoud)
        return uit.getvalue()

    return vervang


@pytest.fixture(scope="session")
def meldingen() -> Callable[[bytes, str], list[tuple[str, str]]]:
    """Return where one rule finds something in a file, and what it says there."""
    return lambda data, regel: [
        (str(bevinding.plaats), bevinding.melding)
        for bevinding in check_docx(data, "proef.docx")
        if bevinding.rule_id == regel
    ]


@pytest.fixture(scope="session")
def vind() -> Callable[[bytes], set[str]]:
    """Return the names of the rules that find something in a file."""
    return lambda data: {bevinding.rule_id for bevinding in check_docx(data, "proef.docx")}
