from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from uitvoeringsplan.maker.controls import Controls, field_hint
from uitvoeringsplan.maker.elements import el
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.vraag import Vraag


def vraag(id_: str, label: str = "Label") -> Vraag:
    return Vraag(id=id_, label=label, vraag="Wat?")


def nummer(sdt) -> str:
    return sdt.find(f".//{qn('w:id')}").get(qn("w:val"))


def test_nummer_volgt_uit_de_naam_en_niet_uit_de_volgorde():
    een, twee = Controls(), Controls()
    twee.antwoord(vraag("ander"))
    twee.veld(vraag("gemeente"))
    assert nummer(een.antwoord(vraag("doel"))) == nummer(twee.antwoord(vraag("doel")))


def test_elk_voorkomen_van_een_veld_heeft_een_eigen_nummer():
    besturing = Controls()
    nummers = [nummer(besturing.veld(vraag("gemeente"))) for _ in range(50)]
    assert len(set(nummers)) == 50
    assert all(0 < int(n) < 2**31 for n in nummers)


def test_nadruk_blijft_als_het_veld_gevuld_wordt():
    besturing = Controls()
    vet = besturing.veld(vraag("gemeente"), Run("", vet=True)).find(qn("w:sdtPr"))
    assert vet[0].tag == qn("w:rPr")
    assert vet[0].find(qn("w:b")) is not None
    assert besturing.veld(vraag("gemeente")).find(f"{qn('w:sdtPr')}/{qn('w:rPr')}") is None


def test_een_tweede_plek_van_een_vraag_heeft_een_eigen_nummer_en_bladwijzer():
    """Making a document leaves one of the two, so the second must not clash until then."""
    besturing = Controls()
    nummers = [nummer(besturing.antwoord(vraag("doel"))) for _ in range(2)]
    assert len(set(nummers)) == 2
    assert nummers[0] == nummer(Controls().antwoord(vraag("doel")))
    namen = []
    for _ in range(2):
        namen.append(besturing.bladwijzer_vraag("het-doel"))
        besturing.bladwijzer(namen[-1], [])
    assert namen == ["uvp_het_doel", "uvk_het_doel"]


def test_een_deel_draagt_zijn_voorwaarde_en_zijn_inhoud():
    besturing = Controls()
    delen = [besturing.deel("doel is ingevuld", [el("p"), el("p")]) for _ in range(2)]
    for deel in delen:
        assert deel.find(f".//{qn('w:tag')}").get(qn("w:val")) == "als: doel is ingevuld"
        assert "doel is ingevuld" in deel.find(f".//{qn('w:alias')}").get(qn("w:val"))
        assert deel.find(f".//{qn('w:lock')}").get(qn("w:val")) == "sdtLocked"
        assert len(deel.find(qn("w:sdtContent"))) == 2
    assert len({nummer(deel) for deel in delen}) == 2


@pytest.mark.parametrize("naam", ["uvp_doel", "uvp_" + "x" * 40])
def test_bladwijzer_dubbel_of_te_lang_is_een_fout(naam):
    besturing = Controls()
    besturing.bladwijzer("uvp_doel", [])
    with pytest.raises(ValueError, match="uvp_"):
        besturing.bladwijzer(naam, [])


@pytest.mark.parametrize(
    ("label", "aanwijzing"), [("Eerste jaar", "[eerste jaar]"), ("IVP", "[IVP]")]
)
def test_aanwijzing_van_een_veld_past_in_een_zin(label, aanwijzing):
    assert field_hint(vraag("x", label)) == aanwijzing
