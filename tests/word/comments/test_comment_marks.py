"""The marks of a comment stand exactly around words, and change none of them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import W, w
from trials import trials
from uitvoeringsplan.word.comments.comment_marks import mark_paragraph, mark_part, mark_words

WHITE = {"tab": " ", "br": " ", "noBreakHyphen": "\u2011"}
# A run is a list of texts and of names of signs; a list of runs is a link.
word = st.sampled_from(["aap", "a a", " ", "noot  mies", "é🙂", "tab", "br", "noBreakHyphen", "a"])
runs = st.lists(word, max_size=3)
paragraph = st.lists(runs | st.lists(runs, min_size=1, max_size=2).map(tuple), max_size=4)


def build(*paragraphs) -> list:
    result = []
    for parts in paragraphs:
        p = etree.Element(w("p"), nsmap={"w": W})
        etree.SubElement(p, w("pPr"))
        for part in parts:
            parent = etree.SubElement(p, w("hyperlink")) if isinstance(part, tuple) else p
            for runs in part if isinstance(part, tuple) else [part]:
                run = etree.SubElement(parent, w("r"))
                etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))
                for piece in runs:
                    etree.SubElement(run, w(piece if piece in WHITE else "t")).text = (
                        None if piece in WHITE else piece
                    )
        result.append(p)
    return result


def stream(paragraphs) -> list:
    """Return the signs of paragraphs and the marks between them, in order."""
    result = []
    for p in paragraphs:
        for element in p.iter():
            name = etree.QName(element).localname
            if name == "t":
                result += element.text or ""
            elif name in WHITE:
                result.append(WHITE[name])
            elif name.startswith("comment"):
                result.append((name, element.get(w("id"))))
        result.append(" ")
    return result


def bare(paragraphs) -> str:
    return "".join(part for part in stream(paragraphs) if isinstance(part, str))


def inside(paragraphs) -> str:
    """Return the words between the marks, with every run of blanks as one."""
    everything = stream(paragraphs)
    start, end = (
        everything.index(("commentRangeStart", "7")), everything.index(("commentRangeEnd", "7")),
    )  # fmt: skip
    assert everything[end + 1] == ("commentReference", "7")
    assert sum(isinstance(part, tuple) for part in everything) == 3
    return " ".join("".join(everything[start + 1 : end]).split())


def is_neat(paragraphs) -> bool:
    """Whether every run still has its properties, first, and no mark stands inside a link."""
    return all(
        run[0].tag == w("rPr")
        for p in paragraphs
        for run in p.iter(w("r"))
        if run.find(w("commentReference")) is None
    ) and not any(
        element.getparent().tag != w("p")
        for p in paragraphs
        for element in p.iter(w("commentRangeStart"), w("commentRangeEnd"))
    )


@given(st.lists(paragraph, min_size=1, max_size=3), st.data())
@trials(300)
def test_om_elk_stuk_tekst(content, data):
    paragraphs = build(*content)
    visible = " ".join(bare(paragraphs).split())
    assume(visible)
    start = data.draw(st.integers(0, len(visible) - 1))
    sought = " ".join(visible[start : data.draw(st.integers(start + 1, len(visible)))].split())
    assume(sought)
    was = bare(paragraphs)
    assert mark_words(paragraphs, sought, 7)
    assert bare(paragraphs) == was
    assert is_neat(paragraphs)
    met_links = any(isinstance(part, tuple) for parts in content for part in parts)
    # A link is never cut, so the words may be more than were asked for.
    assert sought in inside(paragraphs) if met_links else sought == inside(paragraphs)


@given(st.lists(paragraph, min_size=1, max_size=2))
@trials(50)
def test_woorden_die_er_niet_staan_veranderen_niets(content):
    paragraphs = build(*content)
    was = [etree.tostring(p) for p in paragraphs]
    assert not mark_words(paragraphs, "staat er niet", 7)
    assert not mark_words(paragraphs, " \n", 7)
    assert [etree.tostring(p) for p in paragraphs] == was


def test_het_begin_en_eind_van_een_run_blijven_heel():
    (p,) = build([["een"], ["twee"], ["drie"]])
    assert mark_words([p], "twee", 7)
    assert [r.findtext(w("t")) for r in p.iter(w("r"))] == ["een", "twee", None, "drie"]


def test_midden_in_een_run():
    (p,) = build([["een twee drie"]])
    assert mark_words([p], "twee", 7)
    parts = [r.findtext(w("t")) for r in p.iter(w("r"))]
    assert parts == ["een ", "twee", None, " drie"]
    assert all(t.get("{http://www.w3.org/XML/1998/namespace}space") for t in p.iter(w("t")))


@pytest.mark.parametrize("content", [[], [["een"]], [(["link"],), ["een"]]])
def test_een_hele_alinea(content):
    (p,) = build(content)
    was = " ".join(bare([p]).split())
    mark_paragraph(p, 7)
    assert p[0].tag == w("pPr")
    assert inside([p]) == was


def test_een_veld_in_een_link():
    (p,) = build([["voor"], (["in"], ["de link"]), ["na"]])
    field = p.find(f"{w('hyperlink')}/{w('r')}")
    mark_part(field, 7)
    assert inside([p]) == "inde link"
    assert is_neat([p])
