"""What the kinds share: putting runs in a control, and reading what it shows."""

from __future__ import annotations

from field_samples import control

from uitvoeringsplan.ooxml.tree import fragment, val, w
from uitvoeringsplan.word.kinds.field_kind import put_content, shown_words, with_words

RUN = "<w:r><w:t>{}</w:t></w:r>"


def test_een_cel_en_een_alinea_blijven_en_een_bladwijzer_staat_om_de_nieuwe_woorden():
    inside = (
        '<w:tc><w:tcPr/><w:p><w:pPr/><w:bookmarkStart w:id="1" w:name="b"/>'
        + RUN.format("oud")
        + '<w:bookmarkEnd w:id="1"/></w:p><w:p/></w:tc>'
    )
    (sdt,) = fragment(control("a", "", inside))
    put_content(sdt, fragment(f"<w:p><w:pPr/>{RUN.format('nieuw')}</w:p>"))
    (paragraph,) = sdt.iter(w("p"))
    names = [one.tag for one in paragraph]
    assert names == list(map(w, ("pPr", "bookmarkStart", "r", "bookmarkEnd")))
    assert shown_words(sdt) == "nieuw"
    assert next(sdt.iter(w("tc"))).getparent().tag == w("sdtContent")


def test_andere_woorden_houden_de_opmaak_van_de_eerste():
    content = tuple(
        fragment(
            f'<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>a</w:t></w:r>{RUN.format("b")}'
        )
    )
    copied = with_words(content, "c & d")
    assert [one.findtext(w("t")) for one in copied] == ["c & d"]
    assert val(next(copied[0].iter(w("color")))) == "FF0000"
    assert content[0].findtext(w("t")) == "a"
