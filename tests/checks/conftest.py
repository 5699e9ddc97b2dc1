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
def empty(vragenlijst) -> bytes:
    """The template itself: every control still holds its placeholder."""
    return find_sjabloon(vragenlijst.sjabloon).read_bytes()


@pytest.fixture(scope="session")
def filled(hele_lijst, vragenlijst, empty) -> bytes:
    """The filled example."""
    plan = plan_for(vragenlijst, hele_lijst, load_plan(find_voorbeeld(), hele_lijst).plan)
    return fill(open_sjabloon(empty, "sjabloon", vragenlijst), vragenlijst, plan)


@pytest.fixture(scope="session")
def empty_definitief(vragenlijst, empty) -> bytes:
    """An adopted plan without a single answer."""
    plan = Plan("polarisatie", "1", {"status": "vastgesteld", "indeling": "koppen"})
    return fill(open_sjabloon(empty, "sjabloon", vragenlijst), vragenlijst, plan)


@pytest.fixture(scope="session")
def intern_empty(hele_lijst) -> bytes:
    """The template of the internal document."""
    return find_sjabloon(internal_part(hele_lijst).sjabloon).read_bytes()


@pytest.fixture(scope="session")
def intern_filled(hele_lijst, intern_empty) -> bytes:
    """The internal document of the filled example."""
    part = internal_part(hele_lijst)
    plan = plan_for(part, hele_lijst, load_plan(find_voorbeeld(), hele_lijst).plan)
    return fill(open_sjabloon(intern_empty, "intern", part), part, plan)


@pytest.fixture(scope="session")
def empty_plan(vragenlijst, empty) -> bytes:
    """A plan without a single answer."""
    return fill(
        open_sjabloon(empty, "sjabloon", vragenlijst), vragenlijst, Plan("polarisatie", "1")
    )


@pytest.fixture(scope="session")
def bewerk() -> Callable[[bytes, str, str, str], bytes]:
    """Return the package with the first match of a pattern in one part replaced."""

    def replace(data: bytes, part: str, patroon: str, replacement: str) -> bytes:
        result = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name == part:
                    text, count = re.subn(
                        patroon, replacement, content.decode(), count=1, flags=re.DOTALL
                    )
                    assert count, f"{patroon} staat niet in {part}"
                    content = text.encode()
                new.writestr(name, content)
        return result.getvalue()

    return replace


@pytest.fixture(scope="session")
def messages() -> Callable[[bytes, str], list[tuple[str, str]]]:
    """Return where one rule finds something in a file, and what it says there."""
    return lambda data, line: [
        (str(bevinding.place), bevinding.message)
        for bevinding in check_docx(data, "proef.docx")
        if bevinding.rule_id == line
    ]


@pytest.fixture(scope="session")
def find() -> Callable[[bytes], set[str]]:
    """Return the names of the rules that find something in a file."""
    return lambda data: {bevinding.rule_id for bevinding in check_docx(data, "proef.docx")}
