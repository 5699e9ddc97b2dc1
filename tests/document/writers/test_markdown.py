from __future__ import annotations

import re

import pytest
from document_builder import BEELD, FEITEN, TEKST, cel, document, kop, lijst, p, t, tabel
from hypothesis import given
from markdown_reader import als_html, woorden

from trials import proeven
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


def md(*inhoud, **rest) -> str:
    """Return what comes below the title."""
    kop_, _, tekst = write_markdown(document(*inhoud, **rest)).partition("\n\n")
    assert kop_ == "# Plan"
    return tekst


def test_koppen_staan_een_niveau_lager_dan_de_titel():
    gemaakt = write_markdown(
        document(kop("Een", nummer="1"), kop("Twee", 2, "1.1"), kop("diep", 7))
    )
    assert gemaakt == "# Plan\n\n## 1 Een\n\n### 1.1 Twee\n\n###### diep\n"


def test_wie_geen_titel_heeft_krijgt_die_van_het_bestand():
    assert write_markdown(document(p("x"), voorblad=(), titel="# Plan")) == "# # Plan\n\nx\n"


def test_alineas_regels_en_hun_aard():
    assert md(
        p("a\nb"), p("c", Aard.OPSCHRIFT), p("d\ne", Aard.CITAAT), p("f", Aard.BIJSCHRIFT),
        p("g", plaatshouder=True),
    ) == "a\\\nb\n\n**c**\n\n> d\\\n> e\n\n*f*\n\n*g*\n"  # fmt: skip


@pytest.mark.parametrize(
    "tekst",
    [
        "*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<b>", "<https://a.nl>", "a | b", "~~a~~", "$a$",
        "&amp;", "&#65;", "\\*", "# a", "#", "> a", "- a", "-", "+ a", "1. a", "1) a", "12345. a",
        "---", "- - -", "===", "    a", "```", "a\n===", "a\n---", "a\n:--", "a\n-:",
        "| a |\n|---|",
        "a\n- b", "a\n1. b", "[a]: b", "[^1]: a", "- [ ] a", "a  \nb", "\\", "a\\\nb", "* a", "***",
    ],
)  # fmt: skip
def test_geen_teken_van_een_antwoord_wordt_opmaak(tekst):
    plat = als_html(md(p(tekst)))
    assert re.sub(r"<br />", "", plat).count("<") == 2, plat
    assert plat.startswith("<p>")
    assert woorden(plat) == tekst.split()
    for plek in (lijst(p(tekst)), p(tekst, Aard.CITAAT), kop(tekst.replace("\n", " "))):
        assert woorden(als_html(md(plek))) == tekst.split()


@pytest.mark.parametrize("regel", [":--", "-:", ":-:", "--"])
def test_een_regel_wordt_nooit_de_streep_onder_een_kolomnaam(regel):
    """Some programs need no bar for a table of one column."""
    assert md(p(f"naam\n{regel}")) == f"naam\\\n\\{regel}\n"


@pytest.mark.parametrize("tekst", ["a #", "a ##", "#", "a \\#", "a#", "# a #"])
def test_een_hekje_aan_het_eind_van_een_kop_blijft(tekst):
    assert woorden(als_html(md(kop(tekst)))) == tekst.split()


def test_lijsten_in_lijsten():
    assert md(
        lijst("a", ("b", lijst("c", ("d", lijst("e", telwijze=Telwijze.CIJFER))))),
        lijst("f", telwijze=Telwijze.LETTER, begin=9),
        p("na"),
    ) == (
        "- a\n- b\n  - c\n  - d\n    1. e\n\n9. f\n\nna\n"
    )  # fmt: skip


def test_een_punt_met_meer_erin_krijgt_lege_regels():
    assert md(lijst("a", ("b", "c"), telwijze=Telwijze.CIJFER, begin=9)) == (
        "9. a\n\n10. b\n\n    c\n"
    )
    dieper = lijst(("a", lijst("b", telwijze=Telwijze.CIJFER, begin=3)))
    assert md(dieper) == "- a\n\n  3. b\n"
    assert '<ol start="3">' in als_html(md(dieper))


def test_twee_lijsten_onder_elkaar_blijven_er_twee():
    twee = (lijst("a"), lijst("b"), FEITEN, lijst("c", telwijze=Telwijze.CIJFER), lijst(
        "d", telwijze=Telwijze.CIJFER
    ))  # fmt: skip
    gemaakt = md(*twee)
    assert gemaakt == ("- a\n\n* b\n\n- **Status:** concept\n- **Wie?** ik\n\n1. c\n\n1) d\n")
    assert len(re.findall("<[uo]l>", als_html(gemaakt))) == 5


def test_een_eigen_nummer_staat_in_de_tekst():
    eigen = lijst(Lijstpunt((p("g"),), nummer="2.1"), telwijze=Telwijze.EIGEN)
    assert md(eigen) == "- 2.1 g\n"


def test_een_beeld_is_zijn_tekst():
    assert md(BEELD) == "*Een “tijdlijn” & meer*\n"


def test_een_platte_tabel():
    gemaakt = tabel(("Wat", "Hoe"), ("a | b", cel((p("vet", vet=True),))), ("", "c"))
    assert md(gemaakt) == ("| Wat | Hoe |\n| --- | --- |\n| a \\| b | **vet** |\n|  | c |\n")
    assert als_html(md(gemaakt)).count("<td>") == 4


def test_een_tabel_zonder_koprij_en_met_samengevoegde_cellen():
    gemaakt = tabel((cel("a", breed=2), "b"), (cel("c", hoog=2), "d", "e"), ("f", "g"), kop=0)
    assert md(gemaakt).splitlines() == [
        "|  |  |  |", "| --- | --- | --- |", "| a |  | b |", "| c | d | e |", "|  | f | g |",
    ]  # fmt: skip


INGEWIKKELD = tabel(
    ("Wat", "Hoe", "Wie?"),
    (cel((p("Rij een", Aard.OPSCHRIFT), p("uitleg"))), cel((p("a"), p("b"))), "x"),
    (cel((lijst("c"),)), "", cel((p("d"), lijst("e")))),
)


def test_een_tabel_met_meer_in_een_cel_wordt_een_rij_koppen():
    assert md(kop("Tabel"), INGEWIKKELD, kop("Verder")).split("\n\n") == [
        "## Tabel", "### Wat: Rij een", "uitleg", "#### Hoe", "a", "b", "#### Wie?", "x",
        "### Wat", "- c", "#### Wie?", "d", "- e", "## Verder\n",
    ]  # fmt: skip


def test_elke_tabel_begint_weer_onder_haar_kop():
    rijen = [
        regel for regel in md(kop("T"), INGEWIKKELD, INGEWIKKELD).split("\n\n") if "Wat" in regel
    ]
    assert rijen == ["### Wat: Rij een", "### Wat"] * 2


def test_dieper_dan_zes_koppen_is_vet():
    assert md(kop("diep", 6), INGEWIKKELD).split("\n\n")[1:4] == [
        "**Wat: Rij een**", "uitleg", "**Hoe**",
    ]  # fmt: skip


def test_een_ingewikkelde_tabel_zonder_koprij():
    gemaakt = tabel(("Vraag", cel((p("a"), p("b")))), ("c", "d"), kop=0)
    assert md(gemaakt).split("\n\n") == ["Vraag", "a", "b", "c", "d\n"]


def test_meer_koprijen_en_een_tabel_van_alleen_een_kop():
    twee = tabel(("A", "B"), ("C", "D"), ("e", "f"), kop=2)
    assert md(twee).split("\n\n") == ["A", "B", "## C: e", "### D", "f\n"]
    assert md(tabel((cel((p("A"), p("B"))), "C"))).split("\n\n") == ["A", "B", "C\n"]


def test_een_kolomnaam_gaat_nooit_verloren():
    leeg = tabel(("A", "B", "C"), (cel((p("a"), p("b"))), "", "c"))
    assert md(leeg).split("\n\n") == ["B", "## A: a", "b", "### C", "c\n"]
    kop_ = (cel("A", hoog=2), cel("B", breed=2)), ("C", "D")
    boven = tabel(*kop_, ("a", cel((p("c"), p("e"))), "d"), kop=2)
    assert md(boven).split("\n\n") == ["B", "## A: a", "### C", "c", "e", "### D", "d\n"]


def test_een_tabel_in_een_cel():
    gemaakt = tabel(("A", "B"), ("x", cel((tabel(("C",), ("y",)),))))
    assert md(gemaakt).split("\n\n") == ["## A: x", "### B", "| C |\n| --- |\n| y |\n"]


def test_er_is_nooit_html_in():
    gemaakt = md(kop("<b>"), p("<br>"), INGEWIKKELD, tabel(("<td>",), ("</table>",)))
    assert not re.search(r"(?<!\\)<", gemaakt)


@proeven(300)
@given(tekst=TEKST)
def test_elke_tekst_staat_er_met_dezelfde_letters(tekst):
    delen = "".join(deel.tekst for deel in tekst)
    regels = tuple(deel._replace(tekst=deel.tekst.replace("\n", " ")) for deel in tekst)
    gemaakt = md(
        Passage(tekst), Kop(1, "", regels, "kop"), lijst((Passage(tekst), lijst("x"))),
        Passage(tekst, Aard.OPSCHRIFT), Passage(tekst, Aard.CITAAT), Feiten((Feit(t("w"), tekst),)),
        tabel(("k", cel((Passage(regels),))), ("a", cel((Passage(regels),)))),
    )  # fmt: skip
    los = delen.split()
    verwacht = [*los * 3, "x", *los * 2, "w:", *los, "k", *los, "a", *los]
    assert woorden(als_html(gemaakt)) == verwacht, gemaakt


def test_dezelfde_invoer_geeft_dezelfde_bytes():
    een, twee = (write_markdown(document(kop("a"), BEELD, FEITEN, INGEWIKKELD)) for _ in range(2))
    assert een == twee
