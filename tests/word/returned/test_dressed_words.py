"""Words that look alike are one, whatever the runs that they were written in."""

from __future__ import annotations

from lxml import etree

from package_builder import W
from uitvoeringsplan.document.paragraph_content import read_items
from uitvoeringsplan.document.visible_form import VisibleForms
from uitvoeringsplan.ooxml.styles import NO_STYLES
from uitvoeringsplan.word.returned.dressed_words import dressed_words, words_of_runs

_SIGN = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


class _Reader:
    """What of a reader of answers is asked: the forms, and where a link leads."""

    forms = VisibleForms(NO_STYLES)

    def leads_to(self, link):
        return "", link.get(f"{{{W}}}anchor", "")


def run(text: str, own: str = "") -> str:
    return f"<w:r><w:rPr>{own}</w:rPr><w:t>{text}</w:t></w:r>"


def dressed(xml: str, from_style: tuple[str, ...] = (), besides: tuple[str, ...] = ()):
    items = read_items(etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>'))
    found = dressed_words(words_of_runs(items, _Reader()), _Reader(), "", from_style, besides)
    return [tuple(words) for words in found if words.text]


def test_stukken_in_dezelfde_vorm_zijn_een_woord():
    xml = run("de ") + run("be", "<w:b/><w:caps/>") + run("groting", "<w:caps/><w:b/>")
    assert dressed(xml) == [
        ("de ", (), ("", "")), ("begroting", ("in hoofdletters", "vet"), ("", "")),
    ]  # fmt: skip
    assert dressed(xml, besides=("vet", "in hoofdletters")) == [("de begroting", (), ("", ""))]


def test_een_link_is_onderstreept_en_gekleurd_omdat_hij_een_link_is():
    look = '<w:u w:val="single"/><w:color w:val="0000FF"/>'
    link = f'<w:hyperlink w:anchor="_bron">{run("hier", look)}</w:hyperlink>'
    code = '<w:r><w:instrText> HYPERLINK "https://x.nl" </w:instrText></w:r>'
    field = _SIGN.format("begin") + code + _SIGN.format("separate")
    assert dressed(link + field + run("daar", look) + _SIGN.format("end") + run("en", look)) == [
        ("hier", (), ("", "_bron")),
        ("daar", (), ("https://x.nl", "")),
        ("en", ("gekleurd", "onderstreept"), ("", "")),
    ]
    simple = f'<w:fldSimple w:instr="HYPERLINK &quot;https://x.nl&quot;">{run("a")}</w:fldSimple>'
    assert dressed(simple + run("b")) == [
        ("a", (), ("https://x.nl", "")), ("b", (), ("", "")),
    ]  # fmt: skip


def test_wat_van_de_stijl_komt_geldt_tot_de_woorden_het_weerspreken():
    xml = run("weg") + run("terug", '<w:strike w:val="0"/>') + run("3", '<w:position w:val="6"/>')
    assert dressed(xml, ("doorgehaald",)) == [
        ("wegterug", ("doorgehaald",), ("", "")),
        ("3", ("doorgehaald", "hoog geschreven"), ("", "")),
    ]


def test_wat_op_de_regel_hetzelfde_leest_zegt_niets():
    high = '<w:vertAlign w:val="superscript"/>'
    xml = run("e", high) + run("2", high) + run("VNG", "<w:caps/>")
    assert dressed(xml) == [("e2VNG", (), ("", ""))]
    assert dressed(run("3a", high)) == [("3a", ("hoog geschreven",), ("", ""))]
