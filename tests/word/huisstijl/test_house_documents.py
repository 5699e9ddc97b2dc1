"""Whole documents: our own template in five very different styles, and templates of strangers."""

from __future__ import annotations

import re

import pytest
from foreign_templates import as_dotx, met_de_hand, start_python_docx
from lxml import etree

from picture_builder import jpeg, png, svg
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.model.huisstijl import Huisstijl, Logo
from uitvoeringsplan.model.open_punt import OpenPunt
from uitvoeringsplan.ooxml.package import Package, load_package, write_package
from uitvoeringsplan.word.comments.comment_writing import Punten
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

LOGO = Logo("png", png(90, 30), "Logo van de gemeente", 4.5, 1.5)
STYLES = {
    "petrol": Huisstijl("h", "0B5563", logo=LOGO, adres=("Postbus 1", "1234 AB Oudermeer")),
    "rood": Huisstijl(
        "h",
        "B5121B",
        "1A1A1A",
        "Liberation Serif",
        "DejaVu Sans",
        Logo("jpeg", jpeg(400, 150), "Wapen van de gemeente", 5.0, 1.875),
        tuple(f"Regel {n} & meer" for n in range(8)),
    ),
    "paars": Huisstijl("h", "4B2E83", "", "Georgia", "", LOGO._replace(svg=svg())),
    "zwart": Huisstijl("h", "000000", "333333", "Courier New", "Courier New"),
    "groen": Huisstijl("h", "1D6B2F", "", "", "Verdana", LOGO._replace(hoogte=8.0, breedte=4.0)),
}
FOREIGN = {
    "weinig stijlen": lambda lijst: start_python_docx(lijst, bare=True),
    "met de hand": met_de_hand,
    "dotx": lambda lijst: as_dotx(start_python_docx(lijst, bare=True, plekken=False)),
}


def bevindingen(data: bytes) -> list[str]:
    return [str(bevinding) for bevinding in check_docx(data, "uit.docx")]


def filled(sjabloon: bytes, style: Huisstijl | None, lijst, plan) -> bytes:
    package = apply_huisstijl(complete(load_package(sjabloon, "x.docx")), style)
    data = write_package(list(package.members.values()))
    return fill(open_sjabloon(data, "x.docx", lijst), lijst, plan)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("plan", ["oudermeer", "leeg", "maastricht-koppen-definitief"])
def test_ons_sjabloon_in_elke_stijl(real_sjabloon, real_lijst, plannen, name, plan):
    result = filled(real_sjabloon, STYLES[name], real_lijst, plannen[plan])
    assert bevindingen(result) == []
    assert result == filled(real_sjabloon, STYLES[name], real_lijst, plannen[plan])


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("kind", FOREIGN)
def test_het_sjabloon_van_een_ander_in_elke_stijl(real_lijst, plannen, kind, name):
    result = filled(FOREIGN[kind](real_lijst), STYLES[name], real_lijst, plannen["oudermeer"])
    assert bevindingen(result) == []


@pytest.mark.parametrize("kind", ["ons", *FOREIGN])
def test_elke_relatie_van_ons_is_geschreven_zoals_word_het_doet(
    real_sjabloon, real_lijst, plannen, kind
):
    """A name of rId and a number, and a target as the part sees it; in every part we touch."""
    data = real_sjabloon if kind == "ons" else FOREIGN[kind](real_lijst)
    punten = Punten((OpenPunt("", "Bob", "", "", "Mooi plan."),))
    pictures = {"acties": [Tekening(png(9, 9), 3.0, 3.0, "Een stip.")]}
    sjabloon = open_sjabloon(data, "x.docx", real_lijst, STYLES["paars"])
    package = load_package(
        fill(sjabloon, real_lijst, plannen["oudermeer"], pictures, punten), "uit.docx"
    )
    theirs = {(name, r.get("Id")) for name, r in relationships(load_package(data, "x.docx"))}
    ours = [(name, r) for name, r in relationships(package) if (name, r.get("Id")) not in theirs]
    kinds = {r.get("Type").rpartition("/")[2] for _, r in ours}
    assert kinds >= {"image", "hyperlink", "comments"}
    for name, relationship in ours:
        assert re.fullmatch("rId[1-9][0-9]*", relationship.get("Id")), name
        if relationship.get("TargetMode") != "External":
            assert not relationship.get("Target").startswith("/"), name


def relationships(package: Package) -> list[tuple[str, etree._Element]]:
    return [
        (name, relationship)
        for name in package.members
        if name.endswith(".rels")
        for relationship in etree.fromstring(package.content(name))
    ]


def test_zonder_huisstijl_komt_er_bij_een_ander_niets_slechts_bij(real_lijst, plannen):
    """The colours of the default template of python-docx are its own affair."""
    data = start_python_docx(real_lijst)
    own = {b.split(": ", 1)[1] for b in bevindingen(data)}
    result = filled(data, None, real_lijst, plannen["oudermeer"])
    assert {b.split(": ", 1)[1] for b in bevindingen(result)} <= own
