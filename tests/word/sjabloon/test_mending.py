"""What a part that falls away would leave halved: a table without rows, a bookmark with one end."""

from __future__ import annotations

import pytest
from gelezen import w
from hypothesis import given
from hypothesis import strategies as st

from proeven import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.word.filling.filling import vul_in

BEGIN, EINDE = '<w:bookmarkStart w:id="990" w:name="half"/>', '<w:bookmarkEnd w:id="990"/>'


def rij(tekst: str) -> str:
    return f"<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{tekst}</w:t></w:r></w:p></w:tc></w:tr>"


def tabel(*rijen: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="2000"/>'
        f"</w:tblGrid>{''.join(rijen)}</w:tbl>"
    )


def gemaakt(doos, *inhoud: str, gemeente: str = "Delft"):
    """Return the main part for a plan of Delft; what is for Gouda falls away."""
    data = doos.docx(*inhoud, doos.regel("gemeente"), doos.blok("eerste"), doos.blok("tweede"))
    plan = doos.plan({"gemeente": gemeente}, eerste="Een antwoord.")
    docx = vul_in(doos.open(data), doos.lijst, plan)
    assert not [b for b in check_docx(docx, "x") if b.rule_id == "bladwijzerpaar"]
    return doos.lees(docx).document


def p(tekst: str = "x") -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def test_een_tabel_waarvan_alle_rijen_wegvallen_gaat_zelf_weg(doos):
    weg = doos.deel("gemeente = Gouda", rij("een"), rij("twee"))
    ook_weg = doos.deel("gemeente = Gouda", rij("drie"))
    document = gemaakt(doos, p("ervoor"), tabel(weg, ook_weg), p("erna"))
    assert document.findall(f".//{w('tbl')}") == []
    teksten = ["".join(a.itertext()) for a in document.iter(w("p"))]
    assert teksten[:2] == ["ervoor", "erna"]


@pytest.mark.parametrize("gemeente", ["Delft", "Gouda"])
def test_een_tabel_met_nog_een_rij_blijft(doos, gemeente):
    inhoud = tabel(doos.deel("gemeente = Gouda", rij("een")), rij("twee"))
    document = gemaakt(doos, inhoud, p(), gemeente=gemeente)
    assert len(document.findall(f".//{w('tr')}")) == (2 if gemeente == "Gouda" else 1)


def test_een_tabel_in_een_cel_laat_een_alinea_achter(doos):
    binnen = tabel(doos.deel("gemeente = Gouda", rij("een")))
    cel = f"<w:tc><w:tcPr/>{binnen}<w:p/></w:tc>"
    document = gemaakt(doos, tabel(f"<w:tr>{cel}</w:tr>"), p())
    (over,) = document.iter(w("tc"))
    assert [kind.tag for kind in over] == [w("tcPr"), w("p")]


def test_een_tabel_met_een_rij_om_een_ander_veld_blijft(doos):
    veld = f"<w:sdt><w:sdtPr/><w:sdtContent>{rij('vast')}</w:sdtContent></w:sdt>"
    document = gemaakt(doos, tabel(doos.deel("gemeente = Gouda", rij("een")), veld), p())
    assert len(document.findall(f".//{w('tr')}")) == 1


@pytest.mark.parametrize(
    ("voor", "binnen", "na"), [(BEGIN, EINDE, ""), ("", BEGIN, EINDE), ("", BEGIN + EINDE, "")]
)
def test_een_bladwijzer_verliest_nooit_een_van_haar_einden(doos, voor, binnen, na):
    inhoud = (f"<w:p>{voor}</w:p>", doos.deel("gemeente = Gouda", f"<w:p>{binnen}</w:p>"))
    weg = gemaakt(doos, *inhoud, f"<w:p>{na}</w:p>")
    assert [
        k for k in weg.iter(w("bookmarkStart"), w("bookmarkEnd")) if k.get(w("id")) == "990"
    ] == []
    blijft = gemaakt(doos, *inhoud, f"<w:p>{na}</w:p>", gemeente="Gouda")
    assert len(list(blijft.iter(w("bookmarkStart"), w("bookmarkEnd")))) == 2


def test_een_bladwijzer_om_wat_wegvalt_blijft(doos):
    inhoud = (f"<w:p>{BEGIN}</w:p>", doos.deel("gemeente = Gouda", p()), f"<w:p>{EINDE}</w:p>")
    assert len(list(gemaakt(doos, *inhoud).iter(w("bookmarkStart"), w("bookmarkEnd")))) == 2


def test_een_bladwijzer_die_in_de_aanwijzing_van_een_veld_begint(doos):
    half = doos.blok("eerste").replace("<w:sdtContent>", f"<w:sdtContent>{BEGIN}", 1)
    data = doos.docx(doos.regel("gemeente"), half, f"<w:p>{EINDE}</w:p>", doos.blok("tweede"))
    for antwoord, aantal in (("Een antwoord.", 0), ("", 2)):
        docx = vul_in(
            doos.open(data), doos.lijst, doos.plan({"gemeente": "Delft"}, eerste=antwoord)
        )
        gevonden = list(doos.lees(docx).document.iter(w("bookmarkStart"), w("bookmarkEnd")))
        assert len(gevonden) == aantal


@given(
    plekken=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6),
    weg=st.sets(st.integers(0, 8)),
)
@proeven(60)
def test_elke_bladwijzer_heeft_twee_einden_of_geen(doos, plekken, weg):
    alineas = [""] * 9
    for nummer, (van, tot) in enumerate(map(sorted, plekken)):
        alineas[van] += f'<w:bookmarkStart w:id="{nummer}" w:name="b{nummer}"/>'
        alineas[tot] += f'<w:bookmarkEnd w:id="{nummer}"/>'
    inhoud = [
        doos.deel("gemeente = Gouda", f"<w:p>{a}</w:p>") if i in weg else f"<w:p>{a}</w:p>"
        for i, a in enumerate(alineas)
    ]
    document = gemaakt(doos, *inhoud)
    begin = [k.get(w("id")) for k in document.iter(w("bookmarkStart"))]
    einde = [k.get(w("id")) for k in document.iter(w("bookmarkEnd"))]
    blijft = {str(n) for n, (a, b) in enumerate(plekken) if not {a, b} & weg}
    assert sorted(begin) == sorted(einde)
    assert set(begin) == blijft
