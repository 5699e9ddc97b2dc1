"""What a part that falls away would leave halved: a table without rows, a bookmark with one end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from independent_reader import w
from trials import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.word.filling.filling import fill

BEGIN, EINDE = '<w:bookmarkStart w:id="990" w:name="half"/>', '<w:bookmarkEnd w:id="990"/>'


def rij(tekst: str) -> str:
    return f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{tekst}</w:t></w:r></w:p></w:tc></w:tr>"


def tabel(*rijen: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="2000"/>'
        f"</w:tblGrid>{''.join(rijen)}</w:tbl>"
    )


def gemaakt(builder, *inhoud: str, gemeente: str = "Delft"):
    """Return the main part for a plan of Delft; what is for Gouda falls away."""
    data = builder.docx(
        *inhoud, builder.regel("gemeente"), builder.blok("eerste"), builder.blok("tweede")
    )
    plan = builder.plan({"gemeente": gemeente}, eerste="Een antwoord.")
    docx = fill(builder.open(data), builder.lijst, plan)
    assert not [b for b in check_docx(docx, "x") if b.rule_id == "bladwijzerpaar"]
    return builder.lees(docx).document


def p(tekst: str = "x") -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def test_een_tabel_waarvan_alle_rijen_wegvallen_gaat_zelf_weg(builder):
    weg = builder.deel("gemeente = Gouda", rij("een"), rij("twee"))
    ook_weg = builder.deel("gemeente = Gouda", rij("drie"))
    document = gemaakt(builder, p("ervoor"), tabel(weg, ook_weg), p("erna"))
    assert document.findall(f".//{w('tbl')}") == []
    teksten = ["".join(a.itertext()) for a in document.iter(w("p"))]
    assert teksten[:2] == ["ervoor", "erna"]


@pytest.mark.parametrize("gemeente", ["Delft", "Gouda"])
def test_een_tabel_met_nog_een_rij_blijft(builder, gemeente):
    inhoud = tabel(builder.deel("gemeente = Gouda", rij("een")), rij("twee"))
    document = gemaakt(builder, inhoud, p(), gemeente=gemeente)
    assert len(document.findall(f".//{w('tr')}")) == (2 if gemeente == "Gouda" else 1)


def test_een_tabel_in_een_cel_laat_een_alinea_achter(builder):
    binnen = tabel(builder.deel("gemeente = Gouda", rij("een")))
    cel = f"<w:tc><w:tcPr/>{binnen}<w:p/></w:tc>"
    document = gemaakt(builder, tabel(f"<w:tr>{cel}</w:tr>"), p())
    (over,) = document.iter(w("tc"))
    assert [kind.tag for kind in over] == [w("tcPr"), w("p")]


def test_een_tabel_met_een_rij_om_een_ander_veld_blijft(builder):
    veld = f"<w:sdt><w:sdtPr/><w:sdtContent>{rij('vast')}</w:sdtContent></w:sdt>"
    document = gemaakt(builder, tabel(builder.deel("gemeente = Gouda", rij("een")), veld), p())
    assert len(document.findall(f".//{w('tr')}")) == 1


@pytest.mark.parametrize(
    ("voor", "binnen", "na"), [(BEGIN, EINDE, ""), ("", BEGIN, EINDE), ("", BEGIN + EINDE, "")]
)
def test_een_bladwijzer_verliest_nooit_een_van_haar_einden(builder, voor, binnen, na):
    inhoud = (f"<w:p>{voor}</w:p>", builder.deel("gemeente = Gouda", f"<w:p>{binnen}</w:p>"))
    weg = gemaakt(builder, *inhoud, f"<w:p>{na}</w:p>")
    assert [
        k for k in weg.iter(w("bookmarkStart"), w("bookmarkEnd")) if k.get(w("id")) == "990"
    ] == []
    blijft = gemaakt(builder, *inhoud, f"<w:p>{na}</w:p>", gemeente="Gouda")
    assert len(list(blijft.iter(w("bookmarkStart"), w("bookmarkEnd")))) == 2


def test_een_bladwijzer_om_wat_wegvalt_blijft(builder):
    inhoud = (f"<w:p>{BEGIN}</w:p>", builder.deel("gemeente = Gouda", p()), f"<w:p>{EINDE}</w:p>")
    assert len(list(gemaakt(builder, *inhoud).iter(w("bookmarkStart"), w("bookmarkEnd")))) == 2


def test_een_bladwijzer_die_in_de_aanwijzing_van_een_veld_begint(builder):
    half = builder.blok("eerste").replace("<w:sdtContent>", f"<w:sdtContent>{BEGIN}", 1)
    data = builder.docx(
        builder.regel("gemeente"), half, f"<w:p>{EINDE}</w:p>", builder.blok("tweede")
    )
    for antwoord, aantal in (("Een antwoord.", 0), ("", 2)):
        docx = fill(
            builder.open(data), builder.lijst, builder.plan({"gemeente": "Delft"}, eerste=antwoord)
        )
        gevonden = list(builder.lees(docx).document.iter(w("bookmarkStart"), w("bookmarkEnd")))
        assert len(gevonden) == aantal


@given(
    plekken=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6),
    weg=st.sets(st.integers(0, 8)),
)
@proeven(60)
def test_elke_bladwijzer_heeft_twee_einden_of_geen(builder, plekken, weg):
    alineas = [""] * 9
    for nummer, (van, tot) in enumerate(map(sorted, plekken)):
        alineas[van] += f'<w:bookmarkStart w:id="{nummer}" w:name="b{nummer}"/>'
        alineas[tot] += f'<w:bookmarkEnd w:id="{nummer}"/>'
    inhoud = [
        builder.deel("gemeente = Gouda", f"<w:p>{a}</w:p>") if i in weg else f"<w:p>{a}</w:p>"
        for i, a in enumerate(alineas)
    ]
    document = gemaakt(builder, *inhoud)
    begin = [k.get(w("id")) for k in document.iter(w("bookmarkStart"))]
    einde = [k.get(w("id")) for k in document.iter(w("bookmarkEnd"))]
    blijft = {str(n) for n, (a, b) in enumerate(plekken) if not {a, b} & weg}
    assert sorted(begin) == sorted(einde)
    assert set(begin) == blijft
