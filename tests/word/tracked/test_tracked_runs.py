"""The marks around words that came or went, and around whole links."""

from __future__ import annotations

from itertools import count

import pytest
from control_reader import Document
from short_notation import kort

from independent_reader import W, w
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.tracked.tracked_document import write_tracked
from uitvoeringsplan.word.tracked.tracked_runs import Marks, first_number, tracked_plain_xml


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (
            "a [b](https://x.nl/?a=1&b=2) c",
            "a c",
            '[-] a <- HYPERLINK "https://x.nl/?a=1&b=2" ->[-b-][- -]c',
        ),
        ("a c", "a [b](https://x.nl) c", '[-] a {+< HYPERLINK "https://x.nl" >+}{+b+}{+ +}c'),
    ],
)
def test_een_hele_link_komt_en_gaat_als_veld(builder, klein, oud, nieuw, verwacht):
    """So that no link without words is left behind."""
    assert kort(builder, klein, oud, nieuw) == [verwacht]


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("zie [hier](https://a.nl)", "zie [daar](https://a.nl)"),
        ("zie [hier](https://a.nl)", "zie [**hier**](https://a.nl)"),
        # In the instruction of a field these signs would mean something.
        ('zie [hier](https://a.nl/"x")', "zie"),
        ("zie [hier](https://a.nl/\\x)", "zie"),
    ],
)
def test_een_link_die_blijft_houdt_zijn_element(builder, klein, oud, nieuw):
    plannen = (builder.plan(eerste=tekst) for tekst in (oud, nieuw))
    data = write_tracked(klein, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z")
    boom = Document(data).boom
    (link,) = boom.iter(w("hyperlink"))
    assert "hier" in "".join(link.itertext())
    assert not list(boom.iter(w("fldChar")))


def merken() -> Marks:
    return Marks('An & "Bo"', "2027-01-31T00:00:00Z", count(7))


def test_een_merk_heeft_een_maker_een_moment_en_een_eigen_nummer():
    marks = merken()
    kenmerk = 'w:author="An &amp; &quot;Bo&quot;" w:date="2027-01-31T00:00:00Z"'
    assert marks.teken(Verandering.NIEUW) == f'<w:ins w:id="7" {kenmerk}/>'
    assert marks.om(Verandering.NIEUW, "<w:r/>") == f'<w:ins w:id="8" {kenmerk}><w:r/></w:ins>'
    assert marks.vorige_vorm("") == f'<w:pPrChange w:id="9" {kenmerk}><w:pPr/></w:pPrChange>'
    assert marks.vorige_vorm("<w:keepNext/>").endswith(
        "><w:pPr><w:keepNext/></w:pPr></w:pPrChange>"
    )


def test_wat_bleef_heeft_geen_merk_en_niets_ook_niet():
    marks = merken()
    assert marks.om(Verandering.GELIJK, "<w:r/>") == "<w:r/>"
    assert marks.om(Verandering.WEG, "") == marks.teken(Verandering.GELIJK) == ""
    assert next(marks.nummers) == 7  # no number was used


def test_wat_weg_is_staat_in_een_eigen_element():
    stukken = [
        Verschilstuk(Verandering.GELIJK, Run("een ")),
        Verschilstuk(Verandering.WEG, Run("<w:t oude")),
        Verschilstuk(Verandering.NIEUW, Run("nieuwe")),
    ]
    xml = tracked_plain_xml(stukken, merken(), "<w:rPr><w:b/></w:rPr>")
    boom = parse(f'<w:p xmlns:w="{W}">{xml}</w:p>'.encode(), "x", "y")
    assert [e.tag.rpartition("}")[2] for e in boom] == ["r", "del", "ins"]
    (weg,) = boom.iter(w("delText"))
    assert weg.text == "<w:t oude"
    assert [t.text for t in boom.iter(w("t"))] == ["een ", "nieuwe"]
    assert len(list(boom.iter(w("b")))) == 3


def test_nummers_beginnen_ver_boven_wat_er_is():
    def deel(*ids: str):
        merken_ = "".join(f'<w:bookmarkStart w:id="{id_}"/>' for id_ in ids)
        return parse(f'<w:body xmlns:w="{W}">{merken_}</w:body>'.encode(), "x", "y")

    assert first_number([deel("3", "x"), deel("12")]) == 1_012
    assert first_number([]) == 1_000
