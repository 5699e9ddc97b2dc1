"""The shipped templates, whose fingerprints are in the wheel, are what preparing makes of them."""

from __future__ import annotations

import types

import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPES
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.tasks.ready_templates_maker import make_module, shipped_templates
from uitvoeringsplan.word.sjabloon import preparing

SHIPPED = shipped_templates()


def built(paths=None) -> types.ModuleType:
    module = types.ModuleType("ready_templates")
    exec(make_module(paths), vars(module))  # noqa: S102 - what the wheel does
    return module


@pytest.fixture
def in_wheel(monkeypatch):
    monkeypatch.setattr(preparing, "import_module", lambda _: built())


def without_styles(data: bytes) -> bytes:
    """Return a template that has no styles, so that it has to be completed."""
    members = load_package(data, "").leden
    return write_package([lid for naam, lid in members.items() if naam != "word/styles.xml"])


def test_elk_meegeleverd_sjabloon_is_klaar():
    assert len(built().DIGESTS) == len(SHIPPED) == 2


@pytest.mark.usefixtures("in_wheel")
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_klaar_is_wat_het_werk_ervan_maakt(path, monkeypatch):
    data = path.read_bytes()
    worked = preparing.prepare(load_package(data, str(path)))
    monkeypatch.setattr(preparing, "prepare", lambda _: pytest.fail("dit hoeft niet"))
    ready = preparing.load_prepared(data, str(path))
    assert ready == tuple(worked)
    assert list(ready[0].leden) == list(worked[0].leden)


@pytest.mark.usefixtures("in_wheel")
def test_een_ander_sjabloon_wordt_wel_gekeurd_aangevuld_en_schoongemaakt():
    package = load_package(SHIPPED[0].read_bytes(), "")
    types_ = package.inhoud(TYPES).replace(b"</Types>", b"<!-- vbaProject --></Types>")
    data = write_package(list(package.met_delen({TYPES: types_}).leden.values()))
    with pytest.raises(SjabloonError, match="macro"):
        preparing.load_prepared(data, "")


def test_een_sjabloon_dat_iets_mist_is_niet_klaar(tmp_path):
    path = tmp_path / "eigen.docx"
    path.write_bytes(without_styles(SHIPPED[0].read_bytes()))
    assert built([path]).DIGESTS == ()


def test_in_een_kloon_is_geen_sjabloon_klaar(monkeypatch):
    seen = []
    monkeypatch.setattr(preparing, "prepare", lambda package: seen.append(package) or (package, ()))
    preparing.load_prepared(SHIPPED[0].read_bytes(), "")
    assert seen
