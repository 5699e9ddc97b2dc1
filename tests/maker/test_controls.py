from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from uitvoeringsplan.maker.controls import Controls, field_hint
from uitvoeringsplan.maker.elements import el
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.vraag import Vraag


def vraag(id_: str, label: str = "Label") -> Vraag:
    return Vraag(id=id_, label=label, vraag="Wat?")


def number(sdt) -> str:
    return sdt.find(f".//{qn('w:id')}").get(qn("w:val"))


def test_nummer_volgt_uit_de_naam_en_niet_uit_de_volgorde():
    one, two = Controls(), Controls()
    two.antwoord(vraag("ander"))
    two.veld(vraag("gemeente"))
    assert number(one.antwoord(vraag("doel"))) == number(two.antwoord(vraag("doel")))


def test_elk_voorkomen_van_een_veld_heeft_een_eigen_nummer():
    control = Controls()
    numbers = [number(control.veld(vraag("gemeente"))) for _ in range(50)]
    assert len(set(numbers)) == 50
    assert all(0 < int(n) < 2**31 for n in numbers)


def test_nadruk_blijft_als_het_veld_gevuld_wordt():
    control = Controls()
    vet = control.veld(vraag("gemeente"), Run("", vet=True)).find(qn("w:sdtPr"))
    assert vet[0].tag == qn("w:rPr")
    assert vet[0].find(qn("w:b")) is not None
    assert control.veld(vraag("gemeente")).find(f"{qn('w:sdtPr')}/{qn('w:rPr')}") is None


def test_een_tweede_plek_van_een_vraag_heeft_een_eigen_nummer_en_bladwijzer():
    """Making a document leaves one of the two, so the second must not clash until then."""
    control = Controls()
    numbers = [number(control.antwoord(vraag("doel"))) for _ in range(2)]
    assert len(set(numbers)) == 2
    assert numbers[0] == number(Controls().antwoord(vraag("doel")))
    names = []
    for _ in range(2):
        names.append(control.bookmark_vraag("het-doel"))
        control.bookmark(names[-1], [])
    assert names == ["uvp_het_doel", "uvk_het_doel"]


def test_een_deel_draagt_zijn_voorwaarde_en_zijn_inhoud():
    control = Controls()
    parts = [control.part("doel is ingevuld", [el("p"), el("p")]) for _ in range(2)]
    for part in parts:
        assert part.find(f".//{qn('w:tag')}").get(qn("w:val")) == "als: doel is ingevuld"
        assert "doel is ingevuld" in part.find(f".//{qn('w:alias')}").get(qn("w:val"))
        assert part.find(f".//{qn('w:lock')}").get(qn("w:val")) == "sdtLocked"
        assert len(part.find(qn("w:sdtContent"))) == 2
    assert len({number(part) for part in parts}) == 2


@pytest.mark.parametrize("name", ["uvp_doel", "uvp_" + "x" * 40])
def test_bladwijzer_dubbel_of_te_lang_is_een_fout(name):
    control = Controls()
    control.bookmark("uvp_doel", [])
    with pytest.raises(ValueError, match="uvp_"):
        control.bookmark(name, [])


@pytest.mark.parametrize(("label", "hint"), [("Eerste jaar", "[eerste jaar]"), ("IVP", "[IVP]")])
def test_aanwijzing_van_een_veld_past_in_een_zin(label, hint):
    assert field_hint(vraag("x", label)) == hint
