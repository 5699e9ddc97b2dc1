from __future__ import annotations

import re
from base64 import b64decode

import pytest
from document_builder import FEITEN, PICTURE, TEXT, cel, document, kop, lijst, p, t, tabel
from html_reader import keur
from hypothesis import given

from trials import trials
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


def text_of(html: str) -> str:
    """Return what stands in `main`."""
    (found,) = re.findall(r"<main[^>]*>\n(.*)</main>", html, re.DOTALL)
    return found.strip()


def head(*content, **rest) -> str:
    html = write_html(document(*content, **rest))
    keur(html)
    return text_of(html)


def test_de_bladzijde_om_de_tekst_heen():
    html = write_html(document(kop("Een", number="1"), p("tekst"), kop("Twee", 2, "1.1")))
    page = keur(html)
    assert '<html lang="nl">' in html
    assert "<title>Plan Delft</title>" in html
    assert '<meta name="description" content="tekst">' in html
    assert page.koppen == [(1, "Plan"), (2, "Inhoud"), (2, "1 Een"), (3, "1.1 Twee")]
    assert page.met("nav") and page.met("header") and page.met("footer")  # noqa: PT018
    assert page.targets == ["#de_tekst", "#een", "#twee"]
    assert page.words == ["Plan", "Een", "tekst", "Twee"]


def test_wie_geen_titel_laat_zien_krijgt_die_van_het_bestand():
    page = keur(write_html(document(p("x"), cover=())))
    assert page.koppen == [(1, "Plan Delft")]
    assert page.words == ["x"]
    assert not page.met("nav")


@pytest.mark.parametrize(
    ("status", "mark"), [("concept", True), ("", False), ("Vastgesteld", False), ("x", True)]
)
def test_alleen_een_concept_heet_concept(status, mark):
    html = write_html(document(p("x"), status=status))
    assert ('class="concept"' in html) is mark
    assert ('content: "Concept"' in html) is mark
    assert ("(" + status.lower() + ")" in html) is bool(status)


def test_de_beschrijving_breekt_niet_midden_in_een_woord():
    html = write_html(document(kop("Een"), p("woorden " * 40)))
    (found,) = re.findall(r'name="description" content="([^"]*)"', html)
    assert len(found) <= 160
    assert found.endswith("woorden…")
    assert 'content="Plan Delft"' in write_html(document(kop("Een")))


def test_alinea_opschrift_citaat_en_bijschrift():
    assert head(
        p("a"), p("b", Aard.OPSCHRIFT), p("c", Aard.CITAAT), p("d", Aard.BIJSCHRIFT)
    ).splitlines() == [
        "<p>a</p>", '<p class="opschrift">b</p>', "<blockquote><p>c</p></blockquote>",
        '<p class="bijschrift">d</p>',
    ]  # fmt: skip


def test_tekst_in_haar_jas():
    text = (
        Tekstdeel("a<b>&amp;\n", vet=True), Tekstdeel("x", cursief=True),
        Tekstdeel("y", vet=True, cursief=True),
        Tekstdeel("z", plaatshouder=True),
    )  # fmt: skip
    assert head(Passage(text)) == (
        "<p><strong>a&lt;b&gt;&amp;amp;<br>\n</strong><em>x</em><strong><em>y</em></strong>"
        '<span class="open">z</span></p>'
    )


def test_een_link_is_een_geheel_ook_als_er_iets_vet_in_is():
    adres = 'https://a.nl/?x=1&y="2"'
    text = (Tekstdeel("een ", adres=adres), Tekstdeel("twee", vet=True, adres=adres))
    assert head(Passage(text)) == (
        '<p><a href="https://a.nl/?x=1&amp;y=&quot;2&quot;">een <strong>twee</strong></a></p>'
    )


def test_een_link_binnen_het_document_gaat_ergens_heen_of_is_tekst():
    text = (Tekstdeel("daar", target="x"), Tekstdeel("weg", target="y"))
    target = Passage(t("doel"), anchors=("doel", "ook"))
    punt = lijst(Lijstpunt((p("punt"),), anchors=("pa", "pb")))
    assert head(Passage(text), target, punt, anchors={"x": "doel"}).splitlines() == [
        '<p><a href="#doel">daar</a>weg</p>',
        '<p id="doel"><span id="ook"></span>doel</p>',
        "<ul>", '<li id="pa"><span id="pb"></span>punt</li>', "</ul>",
    ]  # fmt: skip


def test_tekens_die_in_html_niet_mogen_zijn_er_niet():
    assert head(p("a\x7fb\x9fc\ufdd0d")) == "<p>abcd</p>"


def test_lijsten():
    assert head(
        lijst("a", ("b", lijst("c", telwijze=Telwijze.LETTER)), ("d", "e")),
        lijst("f", telwijze=Telwijze.CIJFER, start=3),
        lijst(Lijstpunt((p("g"),), number="2.1"), telwijze=Telwijze.EIGEN),
    ).splitlines() == [
        "<ul>", "<li>a</li>", "<li>b", '<ol type="a">', "<li>c</li>", "</ol></li>",
        "<li><p>d</p>", "<p>e</p></li>", "</ul>",
        '<ol start="3">', "<li>f</li>", "</ol>",
        '<ol class="eigen">', '<li><span class="nummer">2.1</span> g</li>', "</ol>",
    ]  # fmt: skip


def test_feiten_zijn_een_lijst_van_begrippen():
    assert head(FEITEN).splitlines() == [
        '<dl class="feiten">', "<div><dt>Status</dt><dd>concept</dd></div>",
        "<div><dt>Wie?</dt><dd>ik</dd></div>", "</dl>",
    ]  # fmt: skip


def test_ook_een_feit_kan_een_doel_zijn():
    feiten = Feiten((Feit(t("a"), (Tekstdeel("b", target="x"),), anchors=("fa", "fb")),))
    assert head(feiten, anchors={"x": "fb"}).splitlines()[1] == (
        '<div id="fa"><dt><span id="fb"></span>a</dt><dd><a href="#fb">b</a></dd></div>'
    )


def test_een_tabel_met_koppen_aan_twee_kanten():
    made = tabel(
        ("Wat", "Hoe"), ("a", cel((p("b"), lijst("c")))), ("d", ""),
        name="De <tabel>", rijkoppen=True, widths=(30, 70),
    )  # fmt: skip
    assert head(made).splitlines() == [
        '<table aria-label="De &lt;tabel&gt;">',
        '<colgroup><col style="width:30%"><col style="width:70%"></colgroup>',
        "<thead>", "<tr>", '<th scope="col">Wat</th>', '<th scope="col">Hoe</th>', "</tr>",
        "</thead>", "<tbody>", "<tr>", '<th scope="row">a</th>',
        '<td data-kolom="Hoe">b', "<ul>", "<li>c</li>", "</ul></td>", "</tr>",
        "<tr>", '<th scope="row">d</th>', "<td></td>", "</tr>", "</tbody>", "</table>",
    ]  # fmt: skip


def test_samengevoegde_cellen_houden_hun_kolom():
    made = tabel(
        ("A", cel("B", width=2)), (cel("1", height=2), "2", "3"), ("4", "5"), (cel("6", 2), "7"),
        rijkoppen=True,
    )  # fmt: skip
    html = head(made)
    assert '<th scope="colgroup" colspan="2">B</th>' in html
    assert '<th scope="rowgroup" rowspan="2">1</th>' in html
    assert html.count('data-kolom="B"') == 5
    assert '<th scope="row" colspan="2">6</th>' in html


def test_een_lege_kopcel_en_een_cel_met_een_kop_zijn_gewone_cellen():
    made = tabel(("", "B"), (cel((kop("Een"),)), "x"), rijkoppen=True)
    html = head(made)
    assert "<td></td>" in html
    assert '<td><h2 id="een">Een</h2></td>' in html


@pytest.mark.parametrize(("kolommen", "klas"), [(4, ""), (5, "breed"), (10, "breed zeer-breed")])
def test_een_brede_tabel_zegt_dat_ze_breed_is(kolommen, klas):
    html = head(tabel(["k"] * kolommen, ["c"] * kolommen))
    assert html.startswith(f'<table class="{klas}">' if klas else "<table>")


def test_een_bijschrift_hoort_bij_zijn_beeld_of_tabel():
    below, above = p("Figuur 1", Aard.BIJSCHRIFT), p("Tabel 1", Aard.BIJSCHRIFT)
    html = head(PICTURE, below, above, tabel(("A",), ("b",), name="weg"), above)
    assert "<figcaption>Figuur 1</figcaption></figure>" in html
    assert "<table>\n<caption>Tabel 1</caption>" in html
    assert "aria-label" not in html
    assert html.endswith('<p class="bijschrift">Tabel 1</p>')


def test_een_afbeelding_gaat_mee_in_de_bladzijde():
    html = head(PICTURE)
    (source,) = re.findall(r'src="data:image/png;base64,([^"]*)"', html)
    assert b64decode(source) == PICTURE.data
    assert 'alt="Een “tijdlijn” &amp; meer" width="600" height="200"' in html
    assert "width" not in head(PICTURE._replace(height=0))
    without = head(PICTURE._replace(kind="", data=b""))
    assert without == "<figure><p data-toegevoegd>[Een “tijdlijn” &amp; meer]</p></figure>"


def test_heel_diepe_koppen_passen_in_zes_niveaus():
    page = keur(write_html(document(*(kop(f"k{n}", n) for n in range(1, 8)))))
    assert [level for level, _ in page.koppen[2:]] == [2, 3, 4, 5, 6, 6, 6]
    assert len(page.met("nav")) == 1
    assert page.targets == ["#de_tekst", "#k1", "#k2"]


def test_de_inhoudsopgave_is_een_lijst_in_een_lijst():
    html = write_html(document(kop("a"), kop("b", 2), kop("c", 2), kop("d"), kop("e", 2)))
    keur(html)
    nav = re.search(r"<nav.*?</nav>", html, re.DOTALL)[0]
    assert nav.count("<ol>") == nav.count("</ol>") == 3


def test_dezelfde_invoer_geeft_dezelfde_bytes():
    one, two = (write_html(document(kop("a"), PICTURE, FEITEN)) for _ in range(2))
    assert one == two


def test_de_huisstijl_komt_in_de_kleuren():
    html = write_html(
        document(p("x")),
        Huisstijl("", "aa0011", letter_tekst="Open Sans", letter_koppen="Mijn Letter"),
    )
    assert "--accent: #AA0011;" in html
    assert '--letter: "Open Sans", Carlito' in html
    assert '--kopletter: "Mijn Letter", Carlito' in html


@trials(150)
@given(text=TEXT)
def test_elke_tekst_staat_goed_op_elke_plek(text):
    one_line_of = tuple(part._replace(text=part.text.replace("\n", " ")) for part in text)
    html = write_html(
        document(
            Kop(1, "1", one_line_of, "kop"), Passage(text), lijst((Passage(text), lijst("x"))),
            Feiten((Feit(text, text),)),
            tabel(("a", "b"), (cel((Passage(text),)), cel((Passage(text),)))),
        )
    )  # fmt: skip
    words = "".join(part.text for part in text).split()
    assert keur(html).words == [
        "Plan", *words * 3, "x", *words * 2, "a", "b", *words * 2,
    ]  # fmt: skip
