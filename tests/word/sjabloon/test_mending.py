"""What a part that falls away would leave halved: a table without rows, a bookmark with one end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from independent_reader import w
from trials import trials
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.word.filling.filling import fill

START, END = '<w:bookmarkStart w:id="990" w:name="half"/>', '<w:bookmarkEnd w:id="990"/>'


def row(text: str) -> str:
    return f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"


def tabel(*rows: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="2000"/>'
        f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def made(builder, *content: str, gemeente: str = "Delft"):
    """Return the main part for a plan of Delft; what is for Gouda falls away."""
    data = builder.docx(
        *content, builder.line("gemeente"), builder.block("eerste"), builder.block("tweede")
    )
    plan = builder.plan({"gemeente": gemeente}, eerste="Een antwoord.")
    docx = fill(builder.open(data), builder.lijst, plan)
    assert not [b for b in check_docx(docx, "x") if b.rule_id == "bladwijzerpaar"]
    return builder.read(docx).document


def p(text: str = "x") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_een_tabel_waarvan_alle_rijen_wegvallen_gaat_zelf_weg(builder):
    gone = builder.part("gemeente = Gouda", row("een"), row("twee"))
    ook_weg = builder.part("gemeente = Gouda", row("drie"))
    document = made(builder, p("ervoor"), tabel(gone, ook_weg), p("erna"))
    assert document.findall(f".//{w('tbl')}") == []
    texts = ["".join(a.itertext()) for a in document.iter(w("p"))]
    assert texts[:2] == ["ervoor", "erna"]


@pytest.mark.parametrize("gemeente", ["Delft", "Gouda"])
def test_een_tabel_met_nog_een_rij_blijft(builder, gemeente):
    content = tabel(builder.part("gemeente = Gouda", row("een")), row("twee"))
    document = made(builder, content, p(), gemeente=gemeente)
    assert len(document.findall(f".//{w('tr')}")) == (2 if gemeente == "Gouda" else 1)


def test_een_tabel_in_een_cel_laat_een_alinea_achter(builder):
    inside = tabel(builder.part("gemeente = Gouda", row("een")))
    cell = f"<w:tc><w:tcPr/>{inside}<w:p/></w:tc>"
    document = made(builder, tabel(f"<w:tr>{cell}</w:tr>"), p())
    (over,) = document.iter(w("tc"))
    assert [kind.tag for kind in over] == [w("tcPr"), w("p")]


def test_een_tabel_met_een_rij_om_een_ander_veld_blijft(builder):
    field = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('vast')}</w:sdtContent></w:sdt>"
    document = made(builder, tabel(builder.part("gemeente = Gouda", row("een")), field), p())
    assert len(document.findall(f".//{w('tr')}")) == 1


def ends_of_bookmarks(document) -> list:
    """Return both ends of every bookmark of the template, without those of answers."""
    of_answers = {
        mark.get(w("id"))
        for mark in document.iter(w("bookmarkStart"))
        if mark.get(w("name")).startswith("uva_")
    }
    marks = document.iter(w("bookmarkStart"), w("bookmarkEnd"))
    return [mark for mark in marks if mark.get(w("id")) not in of_answers]


@pytest.mark.parametrize(
    ("before", "inside", "after"), [(START, END, ""), ("", START, END), ("", START + END, "")]
)
def test_een_bladwijzer_verliest_nooit_een_van_haar_einden(builder, before, inside, after):
    content = (f"<w:p>{before}</w:p>", builder.part("gemeente = Gouda", f"<w:p>{inside}</w:p>"))
    gone = made(builder, *content, f"<w:p>{after}</w:p>")
    assert [
        k for k in gone.iter(w("bookmarkStart"), w("bookmarkEnd")) if k.get(w("id")) == "990"
    ] == []
    stays = made(builder, *content, f"<w:p>{after}</w:p>", gemeente="Gouda")
    assert len(ends_of_bookmarks(stays)) == 2


def test_een_bladwijzer_om_wat_wegvalt_blijft(builder):
    content = (f"<w:p>{START}</w:p>", builder.part("gemeente = Gouda", p()), f"<w:p>{END}</w:p>")
    assert len(ends_of_bookmarks(made(builder, *content))) == 2


def test_een_bladwijzer_die_in_de_aanwijzing_van_een_veld_begint(builder):
    half = builder.block("eerste").replace("<w:sdtContent>", f"<w:sdtContent>{START}", 1)
    data = builder.docx(
        builder.line("gemeente"), half, f"<w:p>{END}</w:p>", builder.block("tweede")
    )
    for antwoord, count in (("Een antwoord.", 0), ("", 2)):
        docx = fill(
            builder.open(data), builder.lijst, builder.plan({"gemeente": "Delft"}, eerste=antwoord)
        )
        assert len(ends_of_bookmarks(builder.read(docx).document)) == count


@given(
    places=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6),
    gone=st.sets(st.integers(0, 8)),
)
@trials(60)
def test_elke_bladwijzer_heeft_twee_einden_of_geen(builder, places, gone):
    paragraphs = [""] * 9
    for number, (since, until) in enumerate(map(sorted, places)):
        paragraphs[since] += f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>'
        paragraphs[until] += f'<w:bookmarkEnd w:id="{number}"/>'
    content = [
        builder.part("gemeente = Gouda", f"<w:p>{a}</w:p>") if i in gone else f"<w:p>{a}</w:p>"
        for i, a in enumerate(paragraphs)
    ]
    document = made(builder, *content)
    ends = ends_of_bookmarks(document)
    start = [k.get(w("id")) for k in ends if k.tag == w("bookmarkStart")]
    end = [k.get(w("id")) for k in ends if k.tag == w("bookmarkEnd")]
    stays = {str(n) for n, (a, b) in enumerate(places) if not {a, b} & gone}
    assert sorted(start) == sorted(end)
    assert set(start) == stays
