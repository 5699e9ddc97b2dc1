"""The marks around words that came or went, and around whole links."""

from __future__ import annotations

from itertools import count

import pytest
from control_reader import Document
from short_notation import short

from independent_reader import W, w
from uitvoeringsplan.model.answer_markup import Run
from uitvoeringsplan.model.word_differences import Verandering, Verschilstuk
from uitvoeringsplan.ooxml.tree import parse
from uitvoeringsplan.word.tracked.tracked_document import write_tracked
from uitvoeringsplan.word.tracked.tracked_runs import Marks, first_number, tracked_plain_xml


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "a [b](https://x.nl/?a=1&b=2) c",
            "a c",
            '[-] a <- HYPERLINK "https://x.nl/?a=1&b=2" ->[-b-][- -]c',
        ),
        ("a c", "a [b](https://x.nl) c", '[-] a {+< HYPERLINK "https://x.nl" >+}{+b+}{+ +}c'),
    ],
)
def test_een_hele_link_komt_en_gaat_als_veld(builder, small, old, new, expected):
    """So that no link without words is left behind."""
    assert short(builder, small, old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("zie [hier](https://a.nl)", "zie [daar](https://a.nl)"),
        ("zie [hier](https://a.nl)", "zie [**hier**](https://a.nl)"),
        # In the instruction of a field these signs would mean something.
        ('zie [hier](https://a.nl/"x")', "zie"),
        ("zie [hier](https://a.nl/\\x)", "zie"),
    ],
)
def test_een_link_die_blijft_houdt_zijn_element(builder, small, old, new):
    plannen = (builder.plan(eerste=text) for text in (old, new))
    data = write_tracked(small, builder.lijst, *plannen, auteur="A", datum="2027-01-01T00:00:00Z")
    tree = Document(data).tree
    (link,) = tree.iter(w("hyperlink"))
    assert "hier" in "".join(link.itertext())
    assert not list(tree.iter(w("fldChar")))


def merken() -> Marks:
    return Marks('An & "Bo"', "2027-01-31T00:00:00Z", count(7))


def test_een_merk_heeft_een_maker_een_moment_en_een_eigen_nummer():
    marks = merken()
    attribute = 'w:author="An &amp; &quot;Bo&quot;" w:date="2027-01-31T00:00:00Z"'
    assert marks.sign(Verandering.NIEUW) == f'<w:ins w:id="7" {attribute}/>'
    assert (
        marks.around(Verandering.NIEUW, "<w:r/>") == f'<w:ins w:id="8" {attribute}><w:r/></w:ins>'
    )
    assert marks.previous_form("") == f'<w:pPrChange w:id="9" {attribute}><w:pPr/></w:pPrChange>'
    assert marks.previous_form("<w:keepNext/>").endswith(
        "><w:pPr><w:keepNext/></w:pPr></w:pPrChange>"
    )


def test_wat_bleef_heeft_geen_merk_en_niets_ook_niet():
    marks = merken()
    assert marks.around(Verandering.GELIJK, "<w:r/>") == "<w:r/>"
    assert marks.around(Verandering.WEG, "") == marks.sign(Verandering.GELIJK) == ""
    assert next(marks.numbers) == 7  # no number was used


def test_wat_weg_is_staat_in_een_eigen_element():
    runs = [
        Verschilstuk(Verandering.GELIJK, Run("een ")),
        Verschilstuk(Verandering.WEG, Run("<w:t oude")),
        Verschilstuk(Verandering.NIEUW, Run("nieuwe")),
    ]
    xml = tracked_plain_xml(runs, merken(), "<w:rPr><w:b/></w:rPr>")
    tree = parse(f'<w:p xmlns:w="{W}">{xml}</w:p>'.encode(), "x", "y")
    assert [e.tag.rpartition("}")[2] for e in tree] == ["r", "del", "ins"]
    (gone,) = tree.iter(w("delText"))
    assert gone.text == "<w:t oude"
    assert [t.text for t in tree.iter(w("t"))] == ["een ", "nieuwe"]
    assert len(list(tree.iter(w("b")))) == 3


def test_nummers_beginnen_ver_boven_wat_er_is():
    def part(*ids: str):
        marks_ = "".join(f'<w:bookmarkStart w:id="{id_}"/>' for id_ in ids)
        return parse(f'<w:body xmlns:w="{W}">{marks_}</w:body>'.encode(), "x", "y")

    assert first_number([part("3", "x"), part("12")]) == 1_012
    assert first_number([]) == 1_000
