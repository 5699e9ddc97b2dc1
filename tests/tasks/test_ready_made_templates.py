"""What the wheel has of the shipped templates is what preparing and reading them gives."""

from __future__ import annotations

import types

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import internal_part, public_part
from uitvoeringsplan.ooxml.names import TYPES
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.ready_made import make_ready_templates, shipped_templates
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon import opening, preparing
from uitvoeringsplan.word.sjabloon.inventory import take_inventory
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

SHIPPED = shipped_templates()
PARTS = [part(load_vragenlijst(find_vragen())) for part in (public_part, internal_part)]
_EXAMPLE = load_plan(find_voorbeeld(), load_vragenlijst(find_vragen())).plan
VOORBEELD = {"gegevens": _EXAMPLE.gegevens, "antwoorden": _EXAMPLE.antwoorden}


def built(paths=None) -> types.ModuleType:
    module = types.ModuleType("ready_templates")
    exec(make_ready_templates(paths), vars(module))  # noqa: S102 - what the wheel does
    return module


@pytest.fixture
def in_wheel(monkeypatch):
    monkeypatch.setattr(preparing, "import_module", lambda _: built())


def without_styles(data: bytes) -> bytes:
    """Return a template that has no styles, so that it has to be completed."""
    members = load_package(data, "").members
    return write_package([member for name, member in members.items() if name != "word/styles.xml"])


def test_elk_meegeleverd_sjabloon_is_klaar():
    assert len(built().READY) == len(SHIPPED) == 2


@pytest.mark.usefixtures("in_wheel")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_klaar_is_wat_het_werk_ervan_maakt(path):
    data = path.read_bytes()
    package = load_package(data, str(path))
    prepared, left_out = preparing.prepare(package)
    assert (prepared, left_out) == (package, ())
    assert list(prepared.members) == list(package.members)
    assert preparing.find_ready(data) == take_inventory(prepared)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("answers", [{}, VOORBEELD], ids=["leeg", "voorbeeld"])
def test_een_klaar_sjabloon_geeft_hetzelfde_document(path, answers, monkeypatch):
    part = next(part for part in PARTS if part.sjabloon == path.name)
    plan = Plan(part.soort, part.versie, **answers)
    worked = fill(open_sjabloon(path.read_bytes(), str(path), part), part, plan)
    monkeypatch.setattr(preparing, "import_module", lambda _: built())
    monkeypatch.setattr(opening, "prepare", lambda _: pytest.fail("dit hoeft niet"))
    monkeypatch.setattr(opening, "_take_inventory", lambda _: pytest.fail("dit hoeft niet"))
    assert fill(open_sjabloon(path.read_bytes(), str(path), part), part, plan) == worked


@pytest.mark.usefixtures("in_wheel")
def test_ook_een_klaar_sjabloon_moet_bij_de_vragenlijst_passen():
    path, part = SHIPPED[0], PARTS[0]
    without = part._replace(gegevens=part.gegevens[1:])
    with pytest.raises(SjabloonError, match=f"“{part.gegevens[0].id}”"):
        open_sjabloon(path.read_bytes(), str(path), without)


@pytest.mark.usefixtures("in_wheel")
def test_een_ander_sjabloon_wordt_wel_gekeurd_aangevuld_en_schoongemaakt():
    package = load_package(SHIPPED[0].read_bytes(), "")
    types_ = package.content(TYPES).replace(b"</Types>", b"<!-- vbaProject --></Types>")
    data = write_package(list(package.with_parts({TYPES: types_}).members.values()))
    with pytest.raises(SjabloonError, match="macro"):
        open_sjabloon(data, "", PARTS[0])


def test_een_sjabloon_dat_iets_mist_is_niet_klaar(tmp_path):
    path = tmp_path / "eigen.docx"
    path.write_bytes(without_styles(SHIPPED[0].read_bytes()))
    assert built([path]).READY == {}


def test_in_een_kloon_is_geen_sjabloon_klaar():
    assert preparing.find_ready(SHIPPED[0].read_bytes()) is None
