from __future__ import annotations

import pytest
from docx_to_read import KOPRIJ, alinea, cel, kop, lees, punt, rij, schets, tabel

from uitvoeringsplan.model.document import Tabel

DOOR, BEGIN = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


def breed(aantal: int) -> str:
    return f'<w:gridSpan w:val="{aantal}"/>'


def lees_tabel(*rijen: str, **rest) -> Tabel:
    (gelezen,) = lees(tabel(*rijen, **rest)).inhoud
    assert isinstance(gelezen, Tabel)
    return gelezen


def maten(gelezen: Tabel) -> list[list[tuple[int, int]]]:
    return [[(cel_.breed, cel_.hoog) for cel_ in rij_] for rij_ in (*gelezen.kop, *gelezen.rijen)]


def test_koprijen_namen_en_cellen():
    gelezen = lees_tabel(
        rij("Wat", "Hoe", eigen=KOPRIJ), rij("a", alinea("b") + punt("c")),
        eigen='<w:tblLook w:firstColumn="1"/><w:tblCaption w:val=" Mijn  tabel "/>',
    )  # fmt: skip
    assert (len(gelezen.kop), len(gelezen.rijen)) == (1, 1)
    assert gelezen.kolomnamen == ("Wat", "Hoe")
    assert (gelezen.naam, gelezen.rijkoppen) == ("Mijn tabel", True)
    assert schets([gelezen])[0][1] == (["a"], ["b", ["teken", ["c"]]])


@pytest.mark.parametrize(
    ("uiterlijk", "verwacht"),
    [
        ('<w:tblLook w:val="04A0"/>', True),
        ('<w:tblLook w:val="0420"/>', False),
        ('<w:tblLook w:val="04A0" w:firstColumn="0"/>', False),
        ('<w:tblLook w:val="x"/>', False),
        ("", False),
    ],
)
def test_of_de_eerste_kolom_de_rij_benoemt(uiterlijk, verwacht):
    gelezen = lees_tabel(rij("a", "b", eigen=KOPRIJ), rij("c", "d"), eigen=uiterlijk)
    assert gelezen.rijkoppen is verwacht


def test_zonder_koprij_benoemt_niets_een_rij():
    gelezen = lees_tabel(rij("a", "b"), eigen='<w:tblLook w:val="04A0"/>')
    assert (gelezen.kop, gelezen.kolomnamen, gelezen.rijkoppen) == ((), (), False)


def test_alleen_bovenaan_is_een_rij_een_koprij():
    uit = '<w:tblHeader w:val="0"/>'
    gelezen = lees_tabel(rij("a", "b", eigen=uit), rij("c", "d", eigen=KOPRIJ))
    assert (len(gelezen.kop), len(gelezen.rijen)) == (0, 2)


def test_samengevoegde_cellen():
    gelezen = lees_tabel(
        rij("a", "b", "c"),
        rij(cel("d", BEGIN), cel("e", breed(2))),
        rij(cel("", DOOR), "f", "g"),
        rij(cel("", DOOR), "h", "i"),
    )
    assert maten(gelezen) == [[(1, 1)] * 3, [(1, 3), (2, 1)], [(1, 1)] * 2, [(1, 1)] * 2]
    assert schets([gelezen])[0][2] == (["f"], ["g"])


def test_een_rooster_met_meer_kolommen_dan_cellen_wordt_recht():
    gelezen = lees_tabel(
        rij(cel("a", breed(3)), cel("b", breed(2))), rij(cel("c", breed(3)), cel("d", breed(2)))
    )
    assert maten(gelezen) == [[(1, 1)] * 2] * 2


def test_een_korte_rij_wordt_aangevuld():
    leeg_begin = '<w:gridBefore w:val="1"/>'
    gelezen = lees_tabel(rij("a", "b", "c"), rij("d"), rij("e", "f", eigen=leeg_begin))
    assert maten(gelezen) == [[(1, 1)] * 3] * 3
    assert schets([gelezen])[0][1:] == ((["d"], [], []), ([], ["e"], ["f"]))


def test_een_rij_van_alleen_vervolgen_is_geen_rij():
    gelezen = lees_tabel(
        rij(cel("a", BEGIN), cel("b", BEGIN)), rij(cel("", DOOR), cel("", DOOR)), rij("c", "d")
    )
    assert maten(gelezen) == [[(1, 1)] * 2] * 2


def test_een_cel_gaat_niet_van_de_kop_over_in_de_tabel():
    gelezen = lees_tabel(
        rij(cel("a", BEGIN), "b", eigen=KOPRIJ), rij(cel("c", DOOR), "d"), rij("e", "f")
    )
    assert maten(gelezen) == [[(1, 1)] * 2] * 3
    assert schets([gelezen])[0][1] == (["c"], ["d"])


def test_een_verwijderde_cel_is_er_niet():
    gelezen = lees_tabel(rij("a", cel("weg", "<w:cellDel/>"), "b"), rij("c", "d"))
    assert schets([gelezen]) == [((["a"], ["b"]), (["c"], ["d"]))]


def test_de_breedte_van_de_kolommen():
    gelezen = lees_tabel(rij("a", cel("b", breed(2))), rij("c", "d", "e"), maten=(100, 200, 700))
    assert gelezen.breedtes == (10, 20, 70)
    assert lees_tabel(rij("a", "b"), maten=(100, 0)).breedtes == ()
    assert lees_tabel(rij("a", "b")).breedtes == ()


def test_een_lege_tabel_en_een_kader():
    assert lees(tabel(rij("", ""), rij("", ""))).inhoud == ()
    assert lees("<w:tbl/>").inhoud == ()
    assert schets(lees(tabel(rij(alinea("a") + punt("b")))).inhoud) == ["a", ["teken", ["b"]]]


def test_een_tabel_in_een_tabel_en_koppen_in_cellen():
    document = lees(
        kop("Een"), tabel(rij("a", tabel(rij("b", "c")) + alinea()), rij(kop("Twee", 2), "d"))
    )
    assert schets(document.inhoud) == [
        "# 1 Een", ((["a"], [((["b"], ["c"]),)]), (["## 1.1 Twee"], ["d"])),
    ]  # fmt: skip
    assert schets(document.koppen) == ["# 1 Een", "## 1.1 Twee"]
