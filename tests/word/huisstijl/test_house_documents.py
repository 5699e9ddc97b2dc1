"""Whole documents: our own template in five very different styles, and templates of strangers."""

from __future__ import annotations

import pytest
from foreign_templates import als_dotx, met_de_hand, van_python_docx

from picture_builder import jpeg, png, svg
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.huisstijl import Huisstijl, Logo
from uitvoeringsplan.ooxml.package import load_package, write_package
from uitvoeringsplan.word.completing.completing import complete
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.huisstijl.applying import apply_huisstijl
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

LOGO = Logo("png", png(90, 30), "Logo van de gemeente", 4.5, 1.5)
STIJLEN = {
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
VREEMD = {
    "weinig stijlen": lambda lijst: van_python_docx(lijst, kaal=True),
    "met de hand": met_de_hand,
    "dotx": lambda lijst: als_dotx(van_python_docx(lijst, kaal=True, plekken=False)),
}


def bevindingen(data: bytes) -> list[str]:
    return [str(bevinding) for bevinding in check_docx(data, "uit.docx")]


def gevuld(sjabloon: bytes, stijl: Huisstijl | None, lijst, plan) -> bytes:
    pakket = apply_huisstijl(complete(load_package(sjabloon, "x.docx")), stijl)
    data = write_package(list(pakket.leden.values()))
    return fill(open_sjabloon(data, "x.docx", lijst), lijst, plan)


@pytest.mark.parametrize("naam", STIJLEN)
@pytest.mark.parametrize("plan", ["oudermeer", "leeg", "maastricht-koppen-definitief"])
def test_ons_sjabloon_in_elke_stijl(echt_sjabloon, echte_lijst, plannen, naam, plan):
    uit = gevuld(echt_sjabloon, STIJLEN[naam], echte_lijst, plannen[plan])
    assert bevindingen(uit) == []
    assert uit == gevuld(echt_sjabloon, STIJLEN[naam], echte_lijst, plannen[plan])


@pytest.mark.parametrize("naam", STIJLEN)
@pytest.mark.parametrize("soort", VREEMD)
def test_het_sjabloon_van_een_ander_in_elke_stijl(echte_lijst, plannen, soort, naam):
    uit = gevuld(VREEMD[soort](echte_lijst), STIJLEN[naam], echte_lijst, plannen["oudermeer"])
    assert bevindingen(uit) == []


def test_zonder_huisstijl_komt_er_bij_een_ander_niets_slechts_bij(echte_lijst, plannen):
    """The colours of the default template of python-docx are its own affair."""
    data = van_python_docx(echte_lijst)
    eigen = {b.split(": ", 1)[1] for b in bevindingen(data)}
    uit = gevuld(data, None, echte_lijst, plannen["oudermeer"])
    assert {b.split(": ", 1)[1] for b in bevindingen(uit)} <= eigen
