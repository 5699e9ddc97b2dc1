from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def hele_lijst() -> Vragenlijst:
    """The whole question set, of which every document shows a part."""
    return load_vragenlijst(ROOT / "vragen.yaml")


@pytest.fixture(scope="session")
def vragenlijst(hele_lijst) -> Vragenlijst:
    """The public part, with the template that has everything in it."""
    return public_part(hele_lijst)


@pytest.fixture(scope="session")
def source_text(vragenlijst) -> str:
    return read_source_text(vragenlijst)


@pytest.fixture(scope="session")
def sjabloon(vragenlijst, source_text) -> bytes:
    return build_sjabloon(vragenlijst, source_text)


@pytest.fixture(scope="session")
def parts(sjabloon) -> dict[str, etree._Element]:
    """Every XML part of the public template, parsed."""
    return ontleed(sjabloon)


@pytest.fixture(scope="session")
def read_document() -> Callable[[bytes], list[etree._Element]]:
    """Return the paragraphs that stand right in the body of a template."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return lambda data: ontleed(data)["word/document.xml"][0].findall(f"{w}p")


@pytest.fixture(scope="session", params=[public_part, internal_part], ids=["openbaar", "intern"])
def elk(request, hele_lijst) -> Gemaakt:
    """Both templates, for what holds of each."""
    lijst = request.param(hele_lijst)
    return Gemaakt(lijst, ontleed(build_sjabloon(lijst, read_source_text(lijst))))


class Gemaakt(NamedTuple):
    """A template, and the part of the question set that it was made for."""

    vragenlijst: Vragenlijst
    parts: dict[str, etree._Element]


def read_source_text(vragenlijst: Vragenlijst) -> str:
    name = Path(vragenlijst.sjabloon).stem
    return (ROOT / "templates" / "bron" / f"{name}.md").read_text(encoding="utf-8")


def ontleed(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}
