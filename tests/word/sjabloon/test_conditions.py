"""Parts of a template with a condition: kept without their wrapper, or gone as a whole."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import NS, w
from trials import proeven
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.vraag import Beeldsoort, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

JA, NEE = "gemeente = delft", "gemeente != delft"
DELFT = {"gemeente": "Delft"}


def p(tekst: str) -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def rij(*cellen: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cel}</w:tc>' for cel in cellen)}</w:tr>"


def maak(builder, *inhoud: str, plan=None, lijst=None):
    """Fill a template with this content behind its two questions."""
    data = builder.docx(builder.blok("eerste"), builder.blok("tweede"), *inhoud)
    return builder.lees(
        fill(builder.open(data), lijst or builder.lijst, plan or builder.plan(DELFT))
    )


def alineas(gelezen) -> list[str]:
    """Return the text of every paragraph that is not in a control."""
    gevonden = gelezen.document.xpath("//w:p[not(ancestor::w:sdt)]", namespaces=NS)
    return ["".join(alinea.itertext()) for alinea in gevonden]


def tags(gelezen) -> list[str]:
    return gelezen.document.xpath("//w:tag/@w:val", namespaces=NS)


def test_wat_geldt_blijft_zonder_omhulsel_en_de_rest_is_weg(builder):
    gelezen = maak(
        builder, p("a"), builder.deel(JA, p("b"), p("c")), builder.deel(NEE, p("d")), p("e")
    )
    assert alineas(gelezen) == ["a", "b", "c", "e"]
    assert tags(gelezen) == ["eerste", "tweede"]


@pytest.mark.parametrize(
    ("buiten", "binnen", "over"),
    [
        (JA, JA, ["a", "b", "c", "d"]),
        (JA, NEE, ["a", "b", "d"]),
        (NEE, JA, ["a"]),
        (NEE, NEE, ["a"]),
    ],
)
def test_delen_in_elkaar(builder, buiten, binnen, over):
    gelezen = maak(
        builder, p("a"), builder.deel(buiten, p("b"), builder.deel(binnen, p("c")), p("d"))
    )
    assert alineas(gelezen) == over


def test_een_deel_direct_in_een_deel(builder):
    """Nothing stands between the two openings and between the two ends."""
    assert alineas(maak(builder, builder.deel(JA, builder.deel(JA, p("a"))))) == ["a"]
    assert alineas(
        maak(builder, builder.deel(JA, builder.deel(NEE, p("a")), builder.deel(JA, p("b"))))
    ) == ["b"]


def test_rijen_van_een_tabel(builder):
    delen = builder.deel(JA, rij(p("a")), rij(p("b"))) + builder.deel(NEE, rij(p("c")))
    tabel = f"<w:tbl>{rij(p('kop'))}{delen}</w:tbl>"
    document = maak(builder, tabel).document
    (gevonden,) = document.iter(w("tbl"))
    assert [kind.tag for kind in gevonden] == [w("tr")] * 3
    assert ["".join(tr.itertext()) for tr in gevonden] == ["kop", "a", "b"]


def test_een_cel_van_een_tabel(builder):
    cellen = f"<w:tc>{p('a')}</w:tc>" + "".join(
        builder.deel(als, f"<w:tc>{p(tekst)}</w:tc>") for als, tekst in ((JA, "b"), (NEE, "c"))
    )
    (tr,) = maak(builder, f"<w:tbl><w:tr>{cellen}</w:tr></w:tbl>").document.iter(w("tr"))
    assert [(kind.tag, "".join(kind.itertext())) for kind in tr] == [
        (w("tc"), "a"), (w("tc"), "b"),
    ]  # fmt: skip


def test_woorden_midden_in_een_alinea(builder):
    def loop(tekst: str) -> str:
        return f"<w:r><w:t>{tekst}</w:t></w:r>"

    ja, nee = builder.deel(JA, loop("b")), builder.deel(NEE, loop("c"))
    alinea = f"<w:p>{loop('a')}{ja}{nee}{loop('d')}</w:p>"
    assert alineas(maak(builder, alinea)) == ["abd"]


@pytest.mark.parametrize(("gemeente", "over"), [("Delft", "ja, Delft"), ("Ede", "nee, Ede")])
@pytest.mark.parametrize("soort", ["header", "footer"])
def test_in_een_kop_of_voettekst(builder, soort, gemeente, over):
    regels = [
        builder.deel(als, f"<w:p><w:r><w:t>{woord}, </w:t></w:r>{builder.regel('gemeente')}</w:p>")
        for als, woord in ((JA, "ja"), (NEE, "nee"))
    ]
    data = builder.pak_in(builder.met_koptekst(*regels, soort=soort))
    gelezen = builder.lees(
        fill(builder.open(data), builder.lijst, builder.plan({"gemeente": gemeente}))
    )
    rand = gelezen.bomen["word/kop.xml"]
    assert [kind.tag for kind in rand] == [w("p")]
    assert "".join(rand.itertext()) == over


def test_een_invulveld_in_een_deel_wordt_gevuld_of_verdwijnt(builder):
    delen = [builder.deel(als, builder.blok(naam)) for als, naam in ((JA, "leden"), (NEE, "datum"))]
    plan = builder.plan({**DELFT, "leden": "- a\n- b", "datum": "2027-01-31"})
    gelezen = maak(builder, *delen, plan=plan)
    assert gelezen.veldtekst("leden") == ["ab"]
    assert gelezen.veldtekst("datum") == []
    assert "31 januari" not in "".join(gelezen.document.itertext())


@pytest.mark.parametrize("eigen", ["", '<w:tcPr><w:tcW w:w="1"/></w:tcPr>'])
@pytest.mark.parametrize(
    ("inhoud", "over", "blokken"),
    [
        ([(NEE, p("a"))], "", 1),
        ([(NEE, p("a")), (NEE, p("b"))], "", 1),
        ([("", f"<w:tbl>{rij(p('x'))}</w:tbl>"), (NEE, p("a"))], "x", 2),
        ([(NEE, p("a")), (JA, p("b"))], "b", 1),
        ([(NEE, p("a")), ("", p("b"))], "b", 1),
        ([(JA, p("a")), (NEE, p("b"))], "a", 1),
    ],
)
def test_een_cel_houdt_een_alinea_als_haar_inhoud_wegvalt(builder, inhoud, over, blokken, eigen):
    """Word calls a file with an empty cell damaged, and one with a cell that ends in a table."""
    delen = "".join(builder.deel(als, xml) if als else xml for als, xml in inhoud)
    for cel in (delen, builder.deel(JA, delen)):
        tabel = f"<w:tbl>{rij(eigen + cel)}</w:tbl>"
        tc = next(maak(builder, tabel).document.iter(w("tc")))
        assert tc[-1].tag == w("p")
        assert "".join(tc.itertext()) == over
        assert len(tc) == blokken + bool(eigen)


@pytest.mark.parametrize("plek", ["beeld: logo", "adres", "beeld: eerste"])
def test_ook_als_er_niets_te_tekenen_is(builder, plek):
    lijst = builder.met_vraag(builder.lijst.vraag("eerste")._replace(beeld=Beeldsoort.TIJDLIJN))
    leeg = builder.deel("x", p("aanloop")).replace("als: x", plek)
    data = builder.docx(
        builder.blok("eerste"), builder.blok("tweede"), f"<w:tbl>{rij(leeg)}</w:tbl>"
    )
    document = builder.lees(
        fill(open_sjabloon(data, "s.docx", lijst), lijst, builder.plan())
    ).document
    (tc,) = document.iter(w("tc"))
    assert [(kind.tag, "".join(kind.itertext())) for kind in tc] == [(w("p"), "")]


def test_een_koptekst_houdt_een_alinea_als_haar_inhoud_wegvalt(builder):
    data = builder.pak_in(
        builder.met_koptekst(builder.deel(NEE, p("a")), builder.deel(NEE, p("b")))
    )
    gelezen = builder.lees(fill(builder.open(data), builder.lijst, builder.plan(DELFT)))
    assert [kind.tag for kind in gelezen.bomen["word/kop.xml"]] == [w("p")]


def test_een_ander_voorvoegsel(builder):
    document = builder.document(
        builder.blok("eerste", p="q"), builder.blok("tweede", p="q"),
        builder.deel(JA, "<q:p><q:r><q:t>a</q:t></q:r></q:p>", p="q"),
        builder.deel(NEE, "<q:p><q:r><q:t>b</q:t></q:r></q:p>", p="q"), p="q",
    )  # fmt: skip
    data = builder.pak_in({**builder.delen(document)})
    assert alineas(builder.lees(fill(builder.open(data), builder.lijst, builder.plan(DELFT)))) == [
        "a"
    ]


# What a condition may be about.


@pytest.fixture
def lijst(builder):
    (hoofdstuk,) = builder.lijst.hoofdstukken
    los = Vraag(id="los", label="Los", vraag="?", standaard="Vanzelf.")
    extra = Hoofdstuk(
        "extra", "Extra", rijen=(Rij("rij", "Rij", vragen=(los,)),), is_optioneel=True
    )
    return builder.lijst._replace(hoofdstukken=(hoofdstuk, extra))


@pytest.mark.parametrize(
    ("als", "gegevens", "antwoorden", "staat_er"),
    [
        ("eerste is ingevuld", {}, {"eerste": "x"}, True),
        ("eerste is ingevuld", {}, {}, False),
        ("gemeente is leeg", {}, {}, True),
        ("begin is ingevuld", {}, {"tweede": "- x"}, True),
        ("begin is ingevuld", {}, {}, False),
        ("begin is leeg", {}, {}, True),
        ("rij is ingevuld", {}, {"los": "x"}, True),
        ("extra is ingevuld", {}, {"los": "x"}, True),
        # A chapter counts as filled in by what somebody wrote, not by what comes by itself.
        ("extra is ingevuld of rij is ingevuld", {}, {}, False),
        ("los is ingevuld", {}, {}, True),
        ("concept = ja", {}, {}, True),
        ("concept = ja", {"status": "ter bespreking"}, {}, True),
        ("concept = ja", {"status": "vastgesteld"}, {}, False),
        ("concept = nee", {"status": "vervallen"}, {}, True),
        ("concept = ja en (eerste is ingevuld of gemeente = delft)", DELFT, {}, True),
    ],
)
def test_waar_een_voorwaarde_over_kan_gaan(builder, lijst, als, gegevens, antwoorden, staat_er):
    data = builder.docx(
        builder.blok("eerste"), builder.blok("tweede"), builder.deel(als, p("hier"))
    )
    sjabloon = open_sjabloon(data, "s.docx", lijst)
    gelezen = builder.lees(fill(sjabloon, lijst, builder.plan(gegevens, **antwoorden)))
    assert alineas(gelezen) == ["hier"] * staat_er


# What is wrong with a template.


@pytest.mark.parametrize(
    ("deel", "melding"),
    [
        (
            "gemeente",
            "de voorwaarde van het deel “als: gemeente” is niet te lezen: teken 9: na een",
        ),
        ("gemeente = = x", "is niet te lezen"),
        ("(gemeente is leeg", "is niet te lezen"),
        (
            "gemeent is leeg",
            "“gemeent” in de voorwaarde van het deel “als: gemeent is leeg” is geen",
        ),
        ("gemeent is leeg", "vraag, gegeven of hoofdstuk. Bedoel je “gemeente”?"),
        ("begn is ingevuld", "Bedoel je “begin”?"),
        ("consept = ja", "Bedoel je “concept”?"),
        ("eerste is leeg en zomaar is leeg", "“zomaar” in de voorwaarde"),
    ],
)
def test_een_voorwaarde_die_niet_kan(builder, deel, melding):
    data = builder.docx(builder.blok("eerste"), builder.blok("tweede"), builder.deel(deel, p("x")))
    with pytest.raises(SjabloonError) as fout:
        builder.open(data)
    assert str(fout.value).startswith("proef.docx: ")
    assert melding in str(fout.value)


def test_een_deel_zonder_inhoud(builder):
    deel = builder.deel(JA).replace("<w:sdtContent></w:sdtContent>", "")
    with pytest.raises(SjabloonError, match="het deel “als: gemeente = delft” heeft geen inhoud"):
        builder.open(builder.docx(builder.blok("eerste"), builder.blok("tweede"), deel))


def test_een_deel_met_lege_inhoud_mag(builder):
    assert alineas(maak(builder, builder.deel(JA), builder.deel(NEE), p("a"))) == ["a"]


# Any nesting.

# A paragraph (None), or a part with its condition and what stands in it.
KNOPEN = st.recursive(
    st.lists(st.none(), max_size=2),
    lambda binnen: st.lists(st.none() | st.tuples(st.sampled_from([JA, NEE]), binnen), max_size=4),
    max_leaves=12,
)


@proeven(150)
@given(knopen=KNOPEN)
def test_elke_nesting(builder, knopen):
    """Every paragraph has a number; what is left follows from the conditions around it alone."""
    nummers = count()
    over: list[str] = []

    def xml(knopen, *, blijft: bool) -> str:
        uit = ""
        for knoop in knopen:
            if knoop is None:
                nummer = str(next(nummers))
                over.extend([nummer] * blijft)
                uit += p(nummer)
            else:
                als, binnen = knoop
                uit += builder.deel(als, xml(binnen, blijft=blijft and als == JA))
        return uit

    gelezen = maak(builder, xml(knopen, blijft=True))
    assert alineas(gelezen) == over
    assert tags(gelezen) == ["eerste", "tweede"]
    assert b"als: " not in etree.tostring(gelezen.document)
