from __future__ import annotations

import pytest
from docx_to_read import HEADER_ROW, cel, kop, paragraph, punt, read, rij, sketch, tabel

from uitvoeringsplan.model.document import Tabel

DOOR, START = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


def width(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def read_tabel_of(*rijen: str, **rest) -> Tabel:
    (reading,) = read(tabel(*rijen, **rest)).content
    assert isinstance(reading, Tabel)
    return reading


def sizes(reading: Tabel) -> list[list[tuple[int, int]]]:
    return [[(cel_.width, cel_.height) for cel_ in rij_] for rij_ in (*reading.kop, *reading.rijen)]


def test_koprijen_namen_en_cellen():
    reading = read_tabel_of(
        rij("Wat", "Hoe", own=HEADER_ROW), rij("a", paragraph("b") + punt("c")),
        own='<w:tblLook w:firstColumn="1"/><w:tblCaption w:val=" Mijn  tabel "/>',
    )  # fmt: skip
    assert (len(reading.kop), len(reading.rijen)) == (1, 1)
    assert reading.column_names == ("Wat", "Hoe")
    assert (reading.name, reading.rijkoppen) == ("Mijn tabel", True)
    assert sketch([reading])[0][1] == (["a"], ["b", ["teken", ["c"]]])


@pytest.mark.parametrize(
    ("appearance", "expected"),
    [
        ('<w:tblLook w:val="04A0"/>', True),
        ('<w:tblLook w:val="0420"/>', False),
        ('<w:tblLook w:val="04A0" w:firstColumn="0"/>', False),
        ('<w:tblLook w:val="x"/>', False),
        ("", False),
    ],
)
def test_of_de_eerste_kolom_de_rij_benoemt(appearance, expected):
    reading = read_tabel_of(rij("a", "b", own=HEADER_ROW), rij("c", "d"), own=appearance)
    assert reading.rijkoppen is expected


def test_zonder_koprij_benoemt_niets_een_rij():
    reading = read_tabel_of(rij("a", "b"), own='<w:tblLook w:val="04A0"/>')
    assert (reading.kop, reading.column_names, reading.rijkoppen) == ((), (), False)


def test_alleen_bovenaan_is_een_rij_een_koprij():
    result = '<w:tblHeader w:val="0"/>'
    reading = read_tabel_of(rij("a", "b", own=result), rij("c", "d", own=HEADER_ROW))
    assert (len(reading.kop), len(reading.rijen)) == (0, 2)


def test_samengevoegde_cellen():
    reading = read_tabel_of(
        rij("a", "b", "c"),
        rij(cel("d", START), cel("e", width(2))),
        rij(cel("", DOOR), "f", "g"),
        rij(cel("", DOOR), "h", "i"),
    )
    assert sizes(reading) == [[(1, 1)] * 3, [(1, 3), (2, 1)], [(1, 1)] * 2, [(1, 1)] * 2]
    assert sketch([reading])[0][2] == (["f"], ["g"])


def test_een_rooster_met_meer_kolommen_dan_cellen_wordt_recht():
    reading = read_tabel_of(
        rij(cel("a", width(3)), cel("b", width(2))), rij(cel("c", width(3)), cel("d", width(2)))
    )
    assert sizes(reading) == [[(1, 1)] * 2] * 2


def test_een_korte_rij_wordt_aangevuld():
    empty_start = '<w:gridBefore w:val="1"/>'
    reading = read_tabel_of(rij("a", "b", "c"), rij("d"), rij("e", "f", own=empty_start))
    assert sizes(reading) == [[(1, 1)] * 3] * 3
    assert sketch([reading])[0][1:] == ((["d"], [], []), ([], ["e"], ["f"]))


def test_een_rij_van_alleen_vervolgen_is_geen_rij():
    reading = read_tabel_of(
        rij(cel("a", START), cel("b", START)), rij(cel("", DOOR), cel("", DOOR)), rij("c", "d")
    )
    assert sizes(reading) == [[(1, 1)] * 2] * 2


def test_een_cel_gaat_niet_van_de_kop_over_in_de_tabel():
    reading = read_tabel_of(
        rij(cel("a", START), "b", own=HEADER_ROW), rij(cel("c", DOOR), "d"), rij("e", "f")
    )
    assert sizes(reading) == [[(1, 1)] * 2] * 3
    assert sketch([reading])[0][1] == (["c"], ["d"])


def test_een_verwijderde_cel_is_er_niet():
    reading = read_tabel_of(rij("a", cel("weg", "<w:cellDel/>"), "b"), rij("c", "d"))
    assert sketch([reading]) == [((["a"], ["b"]), (["c"], ["d"]))]


def test_de_breedte_van_de_kolommen():
    reading = read_tabel_of(rij("a", cel("b", width(2))), rij("c", "d", "e"), sizes=(100, 200, 700))
    assert reading.widths == (10, 20, 70)
    assert read_tabel_of(rij("a", "b"), sizes=(100, 0)).widths == ()
    assert read_tabel_of(rij("a", "b")).widths == ()


def test_een_lege_tabel_en_een_kader():
    assert read(tabel(rij("", ""), rij("", ""))).content == ()
    assert read("<w:tbl/>").content == ()
    assert sketch(read(tabel(rij(paragraph("a") + punt("b")))).content) == ["a", ["teken", ["b"]]]


def test_een_tabel_in_een_tabel_en_koppen_in_cellen():
    document = read(
        kop("Een"), tabel(rij("a", tabel(rij("b", "c")) + paragraph()), rij(kop("Twee", 2), "d"))
    )
    assert sketch(document.content) == [
        "# 1 Een", ((["a"], [((["b"], ["c"]),)]), (["## 1.1 Twee"], ["d"])),
    ]  # fmt: skip
    assert sketch(document.koppen) == ["# 1 Een", "## 1.1 Twee"]
