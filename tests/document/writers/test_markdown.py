from __future__ import annotations

import re

import pytest
from document_builder import FEITEN, PICTURE, TEXT, cel, document, kop, lijst, p, t, tabel
from hypothesis import given
from markdown_reader import as_html, words

from trials import trials
from uitvoeringsplan.document.writers.markdown import write_markdown
from uitvoeringsplan.model.document import (
    Aard,
    Feit,
    Feiten,
    Kop,
    Lijstpunt,
    Passage,
    Telwijze,
)


def md(*content, **rest) -> str:
    """Return what comes below the title."""
    kop_, _, text = write_markdown(document(*content, **rest)).partition("\n\n")
    assert kop_ == "# Plan"
    return text


def test_koppen_staan_een_niveau_lager_dan_de_titel():
    made = write_markdown(document(kop("Een", number="1"), kop("Twee", 2, "1.1"), kop("diep", 7)))
    assert made == "# Plan\n\n## 1 Een\n\n### 1.1 Twee\n\n###### diep\n"


def test_wie_geen_titel_heeft_krijgt_die_van_het_bestand():
    assert write_markdown(document(p("x"), cover=(), titel="# Plan")) == "# # Plan\n\nx\n"


def test_alineas_regels_en_hun_aard():
    assert md(
        p("a\nb"), p("c", Aard.OPSCHRIFT), p("d\ne", Aard.CITAAT), p("f", Aard.BIJSCHRIFT),
        p("g", plaatshouder=True),
    ) == "a\\\nb\n\n**c**\n\n> d\\\n> e\n\n*f*\n\n*g*\n"  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<b>", "<https://a.nl>", "a | b", "~~a~~", "$a$",
        "&amp;", "&#65;", "\\*", "# a", "#", "> a", "- a", "-", "+ a", "1. a", "1) a", "12345. a",
        "---", "- - -", "===", "    a", "```", "a\n===", "a\n---", "a\n:--", "a\n-:",
        "| a |\n|---|",
        "a\n- b", "a\n1. b", "[a]: b", "[^1]: a", "- [ ] a", "a  \nb", "\\", "a\\\nb", "* a", "***",
    ],
)  # fmt: skip
def test_geen_teken_van_een_antwoord_wordt_opmaak(text):
    plat = as_html(md(p(text)))
    assert re.sub(r"<br />", "", plat).count("<") == 2, plat
    assert plat.startswith("<p>")
    assert words(plat) == text.split()
    for place in (lijst(p(text)), p(text, Aard.CITAAT), kop(text.replace("\n", " "))):
        assert words(as_html(md(place))) == text.split()


@pytest.mark.parametrize("line", [":--", "-:", ":-:", "--"])
def test_een_regel_wordt_nooit_de_streep_onder_een_kolomnaam(line):
    """Some programs need no bar for a table of one column."""
    assert md(p(f"naam\n{line}")) == f"naam\\\n\\{line}\n"


@pytest.mark.parametrize("text", ["a #", "a ##", "#", "a \\#", "a#", "# a #"])
def test_een_hekje_aan_het_eind_van_een_kop_blijft(text):
    assert words(as_html(md(kop(text)))) == text.split()


def test_lijsten_in_lijsten():
    assert md(
        lijst("a", ("b", lijst("c", ("d", lijst("e", telwijze=Telwijze.CIJFER))))),
        lijst("f", telwijze=Telwijze.LETTER, start=9),
        p("na"),
    ) == (
        "- a\n- b\n  - c\n  - d\n    1. e\n\n9. f\n\nna\n"
    )  # fmt: skip


def test_een_punt_met_meer_erin_krijgt_lege_regels():
    assert md(lijst("a", ("b", "c"), telwijze=Telwijze.CIJFER, start=9)) == (
        "9. a\n\n10. b\n\n    c\n"
    )
    deeper = lijst(("a", lijst("b", telwijze=Telwijze.CIJFER, start=3)))
    assert md(deeper) == "- a\n\n  3. b\n"
    assert '<ol start="3">' in as_html(md(deeper))


def test_twee_lijsten_onder_elkaar_blijven_er_twee():
    two = (lijst("a"), lijst("b"), FEITEN, lijst("c", telwijze=Telwijze.CIJFER), lijst(
        "d", telwijze=Telwijze.CIJFER
    ))  # fmt: skip
    made = md(*two)
    assert made == ("- a\n\n* b\n\n- **Status:** concept\n- **Wie?** ik\n\n1. c\n\n1) d\n")
    assert len(re.findall("<[uo]l>", as_html(made))) == 5


def test_een_eigen_nummer_staat_in_de_tekst():
    own = lijst(Lijstpunt((p("g"),), number="2.1"), telwijze=Telwijze.EIGEN)
    assert md(own) == "- 2.1 g\n"


def test_een_beeld_is_zijn_tekst():
    assert md(PICTURE) == "*Een “tijdlijn” & meer*\n"


def test_een_platte_tabel():
    made = tabel(("Wat", "Hoe"), ("a | b", cel((p("vet", vet=True),))), ("", "c"))
    assert md(made) == ("| Wat | Hoe |\n| --- | --- |\n| a \\| b | **vet** |\n|  | c |\n")
    assert as_html(md(made)).count("<td>") == 4


def test_een_tabel_zonder_koprij_en_met_samengevoegde_cellen():
    made = tabel((cel("a", width=2), "b"), (cel("c", height=2), "d", "e"), ("f", "g"), kop=0)
    assert md(made).splitlines() == [
        "|  |  |  |", "| --- | --- | --- |", "| a |  | b |", "| c | d | e |", "|  | f | g |",
    ]  # fmt: skip


COMPLICATED = tabel(
    ("Wat", "Hoe", "Wie?"),
    (cel((p("Rij een", Aard.OPSCHRIFT), p("uitleg"))), cel((p("a"), p("b"))), "x"),
    (cel((lijst("c"),)), "", cel((p("d"), lijst("e")))),
)


def test_een_tabel_met_meer_in_een_cel_wordt_een_rij_koppen():
    assert md(kop("Tabel"), COMPLICATED, kop("Verder")).split("\n\n") == [
        "## Tabel", "### Wat: Rij een", "uitleg", "#### Hoe", "a", "b", "#### Wie?", "x",
        "### Wat", "- c", "#### Wie?", "d", "- e", "## Verder\n",
    ]  # fmt: skip


def test_elke_tabel_begint_weer_onder_haar_kop():
    rijen = [line for line in md(kop("T"), COMPLICATED, COMPLICATED).split("\n\n") if "Wat" in line]
    assert rijen == ["### Wat: Rij een", "### Wat"] * 2


def test_dieper_dan_zes_koppen_is_vet():
    assert md(kop("diep", 6), COMPLICATED).split("\n\n")[1:4] == [
        "**Wat: Rij een**", "uitleg", "**Hoe**",
    ]  # fmt: skip


def test_een_ingewikkelde_tabel_zonder_koprij():
    made = tabel(("Vraag", cel((p("a"), p("b")))), ("c", "d"), kop=0)
    assert md(made).split("\n\n") == ["Vraag", "a", "b", "c", "d\n"]


def test_meer_koprijen_en_een_tabel_van_alleen_een_kop():
    two = tabel(("A", "B"), ("C", "D"), ("e", "f"), kop=2)
    assert md(two).split("\n\n") == ["A", "B", "## C: e", "### D", "f\n"]
    assert md(tabel((cel((p("A"), p("B"))), "C"))).split("\n\n") == ["A", "B", "C\n"]


def test_een_kolomnaam_gaat_nooit_verloren():
    empty = tabel(("A", "B", "C"), (cel((p("a"), p("b"))), "", "c"))
    assert md(empty).split("\n\n") == ["B", "## A: a", "b", "### C", "c\n"]
    kop_ = (cel("A", height=2), cel("B", width=2)), ("C", "D")
    above = tabel(*kop_, ("a", cel((p("c"), p("e"))), "d"), kop=2)
    assert md(above).split("\n\n") == ["B", "## A: a", "### C", "c", "e", "### D", "d\n"]


def test_een_tabel_in_een_cel():
    made = tabel(("A", "B"), ("x", cel((tabel(("C",), ("y",)),))))
    assert md(made).split("\n\n") == ["## A: x", "### B", "| C |\n| --- |\n| y |\n"]


def test_er_is_nooit_html_in():
    made = md(kop("<b>"), p("<br>"), COMPLICATED, tabel(("<td>",), ("</table>",)))
    assert not re.search(r"(?<!\\)<", made)


@trials(300)
@given(text=TEXT)
def test_elke_tekst_staat_er_met_dezelfde_letters(text):
    parts = "".join(part.text for part in text)
    lines = tuple(part._replace(text=part.text.replace("\n", " ")) for part in text)
    made = md(
        Passage(text), Kop(1, "", lines, "kop"), lijst((Passage(text), lijst("x"))),
        Passage(text, Aard.OPSCHRIFT), Passage(text, Aard.CITAAT), Feiten((Feit(t("w"), text),)),
        tabel(("k", cel((Passage(lines),))), ("a", cel((Passage(lines),)))),
    )  # fmt: skip
    los = parts.split()
    expected = [*los * 3, "x", *los * 2, "w:", *los, "k", *los, "a", *los]
    assert words(as_html(made)) == expected, made


def test_dezelfde_invoer_geeft_dezelfde_bytes():
    one, two = (write_markdown(document(kop("a"), PICTURE, FEITEN, COMPLICATED)) for _ in range(2))
    assert one == two
