"""What of a part is kept in the tree that reading back goes through."""

from __future__ import annotations

from uitvoeringsplan.ooxml.package import Member, Package, deflated
from uitvoeringsplan.ooxml.tree import w
from uitvoeringsplan.word.returned.lean_tree import UNKNOWN, read_lean

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def boom(inhoud: str):
    data = f'<w:document xmlns:w="{NS}"><w:body>{inhoud}</w:body></w:document>'.encode()
    leden: dict[str, Member] = {"d.xml": deflated("d.xml", data)}
    return read_lean(Package(leden=leden, pad="x.docx"), "d.xml")


def test_van_een_tekening_blijven_alleen_de_woorden():
    vak = (
        "<w:txbxContent><w:p><w:r><w:t>in het</w:t></w:r></w:p><w:p><w:r><w:t>vak</w:t></w:r></w:p>"
    )
    wortel = boom(f"<w:p><w:r><w:pict><x>{vak}</w:txbxContent></x></w:pict></w:r></w:p>")
    (tekening,) = wortel.iter(w("pict"))
    assert (tekening.text, len(tekening)) == ("in het vak", 0)


def test_wat_niemand_kent_krijgt_een_naam_en_zijn_woorden_tellen_niet():
    nieuw = '<w:nieuw w:val="1"><w:r><w:t>nieuw</w:t></w:r></w:nieuw>'
    wortel = boom(
        f"<w:p>{nieuw}<x><w:r><w:t>vreemd</w:t></w:r></x><w:r><w:t>gewoon</w:t></w:r></w:p>"
    )
    assert [element.get(w("name")) for element in wortel.iter(UNKNOWN)] == ["nieuw"]
    assert [t.text for t in wortel.iter(w("t"))] == ["gewoon"]


def test_eigenschappen_die_niemand_kent_blijven_staan_waar_ze_niets_tonen():
    wortel = boom('<w:p><w:pPr><w:nieuw/></w:pPr><w:r><w:rPr><w:sz w:val="8"/></w:rPr></w:r></w:p>')
    assert not list(wortel.iter(UNKNOWN))


def test_ook_van_wat_heel_groot_is_blijven_alleen_de_woorden():
    veel = '<w:x w:val="1"/>' * 1_500
    wortel = boom(
        f"<w:p><w:r><w:pict><w:x>{veel}<w:t>woord</w:t></w:x></w:pict></w:r>"
        f"<w:nieuw><w:x>{veel}</w:x></w:nieuw></w:p>"
    )
    (tekening,) = wortel.iter(w("pict"))
    assert (tekening.text, len(tekening)) == ("woord", 0)
    (nieuw,) = wortel.iter(UNKNOWN)
    assert (nieuw.get(w("name")), len(nieuw)) == ("nieuw", 0)
