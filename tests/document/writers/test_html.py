from __future__ import annotations

import re
from base64 import b64decode

import pytest
from document_builder import BEELD, FEITEN, TEKST, cel, document, kop, lijst, p, t, tabel
from html_reader import keur
from hypothesis import given

from trials import proeven
from uitvoeringsplan.document.writers.html import write_html
from uitvoeringsplan.model.document import (
    Aard,
    Feit,
    Feiten,
    Kop,
    Lijstpunt,
    Passage,
    Tekstdeel,
    Telwijze,
)
from uitvoeringsplan.model.huisstijl import Huisstijl


def tekst_van(html: str) -> str:
    """Return what stands in `main`."""
    (gevonden,) = re.findall(r"<main[^>]*>\n(.*)</main>", html, re.DOTALL)
    return gevonden.strip()


def hoofd(*inhoud, **rest) -> str:
    html = write_html(document(*inhoud, **rest))
    keur(html)
    return tekst_van(html)


def test_de_bladzijde_om_de_tekst_heen():
    html = write_html(document(kop("Een", nummer="1"), p("tekst"), kop("Twee", 2, "1.1")))
    pagina = keur(html)
    assert '<html lang="nl">' in html
    assert "<title>Plan Delft</title>" in html
    assert '<meta name="description" content="tekst">' in html
    assert pagina.koppen == [(1, "Plan"), (2, "Inhoud"), (2, "1 Een"), (3, "1.1 Twee")]
    assert pagina.met("nav") and pagina.met("header") and pagina.met("footer")  # noqa: PT018
    assert pagina.doelen == ["#de_tekst", "#een", "#twee"]
    assert pagina.woorden == ["Plan", "Een", "tekst", "Twee"]


def test_wie_geen_titel_laat_zien_krijgt_die_van_het_bestand():
    pagina = keur(write_html(document(p("x"), voorblad=())))
    assert pagina.koppen == [(1, "Plan Delft")]
    assert pagina.woorden == ["x"]
    assert not pagina.met("nav")


@pytest.mark.parametrize(
    ("status", "merk"), [("concept", True), ("", False), ("Vastgesteld", False), ("x", True)]
)
def test_alleen_een_concept_heet_concept(status, merk):
    html = write_html(document(p("x"), status=status))
    assert ('class="concept"' in html) is merk
    assert ('content: "Concept"' in html) is merk
    assert ("(" + status.lower() + ")" in html) is bool(status)


def test_de_beschrijving_breekt_niet_midden_in_een_woord():
    html = write_html(document(kop("Een"), p("woorden " * 40)))
    (gevonden,) = re.findall(r'name="description" content="([^"]*)"', html)
    assert len(gevonden) <= 160
    assert gevonden.endswith("woorden…")
    assert 'content="Plan Delft"' in write_html(document(kop("Een")))


def test_alinea_opschrift_citaat_en_bijschrift():
    assert hoofd(
        p("a"), p("b", Aard.OPSCHRIFT), p("c", Aard.CITAAT), p("d", Aard.BIJSCHRIFT)
    ).splitlines() == [
        "<p>a</p>", '<p class="opschrift">b</p>', "<blockquote><p>c</p></blockquote>",
        '<p class="bijschrift">d</p>',
    ]  # fmt: skip


def test_tekst_in_haar_jas():
    tekst = (
        Tekstdeel("a<b>&amp;\n", vet=True), Tekstdeel("x", cursief=True),
        Tekstdeel("y", vet=True, cursief=True),
        Tekstdeel("z", plaatshouder=True),
    )  # fmt: skip
    assert hoofd(Passage(tekst)) == (
        "<p><strong>a&lt;b&gt;&amp;amp;<br>\n</strong><em>x</em><strong><em>y</em></strong>"
        '<span class="open">z</span></p>'
    )


def test_een_link_is_een_geheel_ook_als_er_iets_vet_in_is():
    adres = 'https://a.nl/?x=1&y="2"'
    tekst = (Tekstdeel("een ", adres=adres), Tekstdeel("twee", vet=True, adres=adres))
    assert hoofd(Passage(tekst)) == (
        '<p><a href="https://a.nl/?x=1&amp;y=&quot;2&quot;">een <strong>twee</strong></a></p>'
    )


def test_een_link_binnen_het_document_gaat_ergens_heen_of_is_tekst():
    tekst = (Tekstdeel("daar", naar="x"), Tekstdeel("weg", naar="y"))
    doel = Passage(t("doel"), ankers=("doel", "ook"))
    punt = lijst(Lijstpunt((p("punt"),), ankers=("pa", "pb")))
    assert hoofd(Passage(tekst), doel, punt, ankers={"x": "doel"}).splitlines() == [
        '<p><a href="#doel">daar</a>weg</p>',
        '<p id="doel"><span id="ook"></span>doel</p>',
        "<ul>", '<li id="pa"><span id="pb"></span>punt</li>', "</ul>",
    ]  # fmt: skip


def test_tekens_die_in_html_niet_mogen_zijn_er_niet():
    assert hoofd(p("a\x7fb\x9fc\ufdd0d")) == "<p>abcd</p>"


def test_lijsten():
    assert hoofd(
        lijst("a", ("b", lijst("c", telwijze=Telwijze.LETTER)), ("d", "e")),
        lijst("f", telwijze=Telwijze.CIJFER, begin=3),
        lijst(Lijstpunt((p("g"),), nummer="2.1"), telwijze=Telwijze.EIGEN),
    ).splitlines() == [
        "<ul>", "<li>a</li>", "<li>b", '<ol type="a">', "<li>c</li>", "</ol></li>",
        "<li><p>d</p>", "<p>e</p></li>", "</ul>",
        '<ol start="3">', "<li>f</li>", "</ol>",
        '<ol class="eigen">', '<li><span class="nummer">2.1</span> g</li>', "</ol>",
    ]  # fmt: skip


def test_feiten_zijn_een_lijst_van_begrippen():
    assert hoofd(FEITEN).splitlines() == [
        '<dl class="feiten">', "<div><dt>Status</dt><dd>concept</dd></div>",
        "<div><dt>Wie?</dt><dd>ik</dd></div>", "</dl>",
    ]  # fmt: skip


def test_ook_een_feit_kan_een_doel_zijn():
    feiten = Feiten((Feit(t("a"), (Tekstdeel("b", naar="x"),), ankers=("fa", "fb")),))
    assert hoofd(feiten, ankers={"x": "fb"}).splitlines()[1] == (
        '<div id="fa"><dt><span id="fb"></span>a</dt><dd><a href="#fb">b</a></dd></div>'
    )


def test_een_tabel_met_koppen_aan_twee_kanten():
    gemaakt = tabel(
        ("Wat", "Hoe"), ("a", cel((p("b"), lijst("c")))), ("d", ""),
        naam="De <tabel>", rijkoppen=True, breedtes=(30, 70),
    )  # fmt: skip
    assert hoofd(gemaakt).splitlines() == [
        '<table aria-label="De &lt;tabel&gt;">',
        '<colgroup><col style="width:30%"><col style="width:70%"></colgroup>',
        "<thead>", "<tr>", '<th scope="col">Wat</th>', '<th scope="col">Hoe</th>', "</tr>",
        "</thead>", "<tbody>", "<tr>", '<th scope="row">a</th>',
        '<td data-kolom="Hoe">b', "<ul>", "<li>c</li>", "</ul></td>", "</tr>",
        "<tr>", '<th scope="row">d</th>', "<td></td>", "</tr>", "</tbody>", "</table>",
    ]  # fmt: skip


def test_samengevoegde_cellen_houden_hun_kolom():
    gemaakt = tabel(
        ("A", cel("B", breed=2)), (cel("1", hoog=2), "2", "3"), ("4", "5"), (cel("6", 2), "7"),
        rijkoppen=True,
    )  # fmt: skip
    html = hoofd(gemaakt)
    assert '<th scope="colgroup" colspan="2">B</th>' in html
    assert '<th scope="rowgroup" rowspan="2">1</th>' in html
    assert html.count('data-kolom="B"') == 5
    assert '<th scope="row" colspan="2">6</th>' in html


def test_een_lege_kopcel_en_een_cel_met_een_kop_zijn_gewone_cellen():
    gemaakt = tabel(("", "B"), (cel((kop("Een"),)), "x"), rijkoppen=True)
    html = hoofd(gemaakt)
    assert "<td></td>" in html
    assert '<td><h2 id="een">Een</h2></td>' in html


@pytest.mark.parametrize(("kolommen", "klas"), [(4, ""), (5, "breed"), (10, "breed zeer-breed")])
def test_een_brede_tabel_zegt_dat_ze_breed_is(kolommen, klas):
    html = hoofd(tabel(["k"] * kolommen, ["c"] * kolommen))
    assert html.startswith(f'<table class="{klas}">' if klas else "<table>")


def test_een_bijschrift_hoort_bij_zijn_beeld_of_tabel():
    onder, boven = p("Figuur 1", Aard.BIJSCHRIFT), p("Tabel 1", Aard.BIJSCHRIFT)
    html = hoofd(BEELD, onder, boven, tabel(("A",), ("b",), naam="weg"), boven)
    assert "<figcaption>Figuur 1</figcaption></figure>" in html
    assert "<table>\n<caption>Tabel 1</caption>" in html
    assert "aria-label" not in html
    assert html.endswith('<p class="bijschrift">Tabel 1</p>')


def test_een_afbeelding_gaat_mee_in_de_bladzijde():
    html = hoofd(BEELD)
    (bron,) = re.findall(r'src="data:image/png;base64,([^"]*)"', html)
    assert b64decode(bron) == BEELD.data
    assert 'alt="Een “tijdlijn” &amp; meer" width="600" height="200"' in html
    assert "width" not in hoofd(BEELD._replace(hoogte=0))
    zonder = hoofd(BEELD._replace(soort="", data=b""))
    assert zonder == "<figure><p data-toegevoegd>[Een “tijdlijn” &amp; meer]</p></figure>"


def test_heel_diepe_koppen_passen_in_zes_niveaus():
    pagina = keur(write_html(document(*(kop(f"k{n}", n) for n in range(1, 8)))))
    assert [niveau for niveau, _ in pagina.koppen[2:]] == [2, 3, 4, 5, 6, 6, 6]
    assert len(pagina.met("nav")) == 1
    assert pagina.doelen == ["#de_tekst", "#k1", "#k2"]


def test_de_inhoudsopgave_is_een_lijst_in_een_lijst():
    html = write_html(document(kop("a"), kop("b", 2), kop("c", 2), kop("d"), kop("e", 2)))
    keur(html)
    nav = re.search(r"<nav.*?</nav>", html, re.DOTALL)[0]
    assert nav.count("<ol>") == nav.count("</ol>") == 3


def test_dezelfde_invoer_geeft_dezelfde_bytes():
    een, twee = (write_html(document(kop("a"), BEELD, FEITEN)) for _ in range(2))
    assert een == twee


def test_de_huisstijl_komt_in_de_kleuren():
    html = write_html(
        document(p("x")),
        Huisstijl("", "aa0011", letter_tekst="Open Sans", letter_koppen="Mijn Letter"),
    )
    assert "--accent: #AA0011;" in html
    assert '--letter: "Open Sans", Carlito' in html
    assert '--kopletter: "Mijn Letter", Carlito' in html


@proeven(150)
@given(tekst=TEKST)
def test_elke_tekst_staat_goed_op_elke_plek(tekst):
    een_regel = tuple(deel._replace(tekst=deel.tekst.replace("\n", " ")) for deel in tekst)
    html = write_html(
        document(
            Kop(1, "1", een_regel, "kop"), Passage(tekst), lijst((Passage(tekst), lijst("x"))),
            Feiten((Feit(tekst, tekst),)),
            tabel(("a", "b"), (cel((Passage(tekst),)), cel((Passage(tekst),)))),
        )
    )  # fmt: skip
    woorden = "".join(deel.tekst for deel in tekst).split()
    assert keur(html).woorden == [
        "Plan", *woorden * 3, "x", *woorden * 2, "a", "b", *woorden * 2,
    ]  # fmt: skip
