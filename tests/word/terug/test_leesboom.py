"""What of a part is kept in the tree that reading back goes through."""

from __future__ import annotations

from uitvoeringsplan.ooxml.package import Lid, Pakket, ingepakt
from uitvoeringsplan.ooxml.read_tree import val, w
from uitvoeringsplan.word.returned.lean_tree import lees_leesboom

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def boom(inhoud: str):
    data = f'<w:document xmlns:w="{NS}"><w:body>{inhoud}</w:body></w:document>'.encode()
    leden: dict[str, Lid] = {"d.xml": ingepakt("d.xml", data)}
    return lees_leesboom(Pakket(leden=leden, pad="x.docx"), "d.xml")


def test_van_de_bladwijzers_alleen_die_waar_iemand_naar_vraagt():
    """A document may have tens of thousands of others; what stands beside and in them is kept."""
    namen = ("uvp_ambitie", "_GoBack", "_Toc123", "Tekstvak_Toc9", "uvk_ambitie", "Bladwijzer1", "")
    merken = "".join(
        f'<w:bookmarkStart w:id="{i}" w:name="{naam}"/><w:r><w:t>{i}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{i}"/>'
        for i, naam in enumerate(namen)
    )
    wortel = boom(f'<w:bookmarkStart w:id="99"/><w:p>{merken}</w:p>')
    gevonden = [val(merk, "name") for merk in wortel.iter(w("bookmarkStart"))]
    assert gevonden == ["uvp_ambitie", "_Toc123", "Tekstvak_Toc9"]
    assert [t.text for t in wortel.iter(w("t"))] == [str(i) for i in range(len(namen))]
