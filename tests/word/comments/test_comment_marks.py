"""The marks of a comment stand exactly around words, and change none of them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import W, w
from trials import proeven
from uitvoeringsplan.word.comments.comment_marks import mark_paragraph, mark_part, mark_words

WIT = {"tab": " ", "br": " ", "noBreakHyphen": "\u2011"}
# A run is a list of texts and of names of signs; a list of runs is a link.
woord = st.sampled_from(["aap", "a a", " ", "noot  mies", "é🙂", "tab", "br", "noBreakHyphen", "a"])
runs = st.lists(woord, max_size=3)
alinea = st.lists(runs | st.lists(runs, min_size=1, max_size=2).map(tuple), max_size=4)


def bouw(*alineas) -> list:
    uit = []
    for delen in alineas:
        p = etree.Element(w("p"), nsmap={"w": W})
        etree.SubElement(p, w("pPr"))
        for deel in delen:
            ouder = etree.SubElement(p, w("hyperlink")) if isinstance(deel, tuple) else p
            for stukken in deel if isinstance(deel, tuple) else [deel]:
                run = etree.SubElement(ouder, w("r"))
                etree.SubElement(etree.SubElement(run, w("rPr")), w("b"))
                for stuk in stukken:
                    etree.SubElement(run, w(stuk if stuk in WIT else "t")).text = (
                        None if stuk in WIT else stuk
                    )
        uit.append(p)
    return uit


def stroom(alineas) -> list:
    """Return the signs of paragraphs and the marks between them, in order."""
    uit = []
    for p in alineas:
        for element in p.iter():
            naam = etree.QName(element).localname
            if naam == "t":
                uit += element.text or ""
            elif naam in WIT:
                uit.append(WIT[naam])
            elif naam.startswith("comment"):
                uit.append((naam, element.get(w("id"))))
        uit.append(" ")
    return uit


def kaal(alineas) -> str:
    return "".join(deel for deel in stroom(alineas) if isinstance(deel, str))


def binnen(alineas) -> str:
    """Return the words between the marks, with every run of blanks as one."""
    alles = stroom(alineas)
    van, tot = (
        alles.index(("commentRangeStart", "7")), alles.index(("commentRangeEnd", "7")),
    )  # fmt: skip
    assert alles[tot + 1] == ("commentReference", "7")
    assert sum(isinstance(deel, tuple) for deel in alles) == 3
    return " ".join("".join(alles[van + 1 : tot]).split())


def is_netjes(alineas) -> bool:
    """Whether every run still has its properties, first, and no mark stands inside a link."""
    return all(
        run[0].tag == w("rPr")
        for p in alineas
        for run in p.iter(w("r"))
        if run.find(w("commentReference")) is None
    ) and not any(
        element.getparent().tag != w("p")
        for p in alineas
        for element in p.iter(w("commentRangeStart"), w("commentRangeEnd"))
    )


@given(st.lists(alinea, min_size=1, max_size=3), st.data())
@proeven(300)
def test_om_elk_stuk_tekst(inhoud, data):
    alineas = bouw(*inhoud)
    zichtbaar = " ".join(kaal(alineas).split())
    assume(zichtbaar)
    van = data.draw(st.integers(0, len(zichtbaar) - 1))
    gezocht = " ".join(zichtbaar[van : data.draw(st.integers(van + 1, len(zichtbaar)))].split())
    assume(gezocht)
    was = kaal(alineas)
    assert mark_words(alineas, gezocht, 7)
    assert kaal(alineas) == was
    assert is_netjes(alineas)
    met_links = any(isinstance(deel, tuple) for delen in inhoud for deel in delen)
    # A link is never cut, so the words may be more than were asked for.
    assert gezocht in binnen(alineas) if met_links else gezocht == binnen(alineas)


@given(st.lists(alinea, min_size=1, max_size=2))
@proeven(50)
def test_woorden_die_er_niet_staan_veranderen_niets(inhoud):
    alineas = bouw(*inhoud)
    was = [etree.tostring(p) for p in alineas]
    assert not mark_words(alineas, "staat er niet", 7)
    assert not mark_words(alineas, " \n", 7)
    assert [etree.tostring(p) for p in alineas] == was


def test_het_begin_en_eind_van_een_run_blijven_heel():
    (p,) = bouw([["een"], ["twee"], ["drie"]])
    assert mark_words([p], "twee", 7)
    assert [r.findtext(w("t")) for r in p.iter(w("r"))] == ["een", "twee", None, "drie"]


def test_midden_in_een_run():
    (p,) = bouw([["een twee drie"]])
    assert mark_words([p], "twee", 7)
    delen = [r.findtext(w("t")) for r in p.iter(w("r"))]
    assert delen == ["een ", "twee", None, " drie"]
    assert all(t.get("{http://www.w3.org/XML/1998/namespace}space") for t in p.iter(w("t")))


@pytest.mark.parametrize("inhoud", [[], [["een"]], [(["link"],), ["een"]]])
def test_een_hele_alinea(inhoud):
    (p,) = bouw(inhoud)
    was = " ".join(kaal([p]).split())
    mark_paragraph(p, 7)
    assert p[0].tag == w("pPr")
    assert binnen([p]) == was


def test_een_veld_in_een_link():
    (p,) = bouw([["voor"], (["in"], ["de link"]), ["na"]])
    veld = p.find(f"{w('hyperlink')}/{w('r')}")
    mark_part(veld, 7)
    assert binnen([p]) == "inde link"
    assert is_netjes([p])
