"""Parts of a template with a condition: kept without their wrapper, or gone as a whole."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from independent_reader import NS, w
from trials import trials
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.vraag import Beeldsoort, Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

JA, NEE = "gemeente = delft", "gemeente != delft"
DELFT = {"gemeente": "Delft"}


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def make(builder, *content: str, plan=None, lijst=None):
    """Fill a template with this content behind its two questions."""
    data = builder.docx(builder.block("eerste"), builder.block("tweede"), *content)
    return builder.read(
        fill(builder.open(data), lijst or builder.lijst, plan or builder.plan(DELFT))
    )


def paragraphs(reading) -> list[str]:
    """Return the text of every paragraph that is not in a control."""
    found = reading.document.xpath("//w:p[not(ancestor::w:sdt)]", namespaces=NS)
    return ["".join(paragraph.itertext()) for paragraph in found]


def tags(reading) -> list[str]:
    return reading.document.xpath("//w:tag/@w:val", namespaces=NS)


def test_wat_geldt_blijft_zonder_omhulsel_en_de_rest_is_weg(builder):
    reading = make(
        builder, p("a"), builder.part(JA, p("b"), p("c")), builder.part(NEE, p("d")), p("e")
    )
    assert paragraphs(reading) == ["a", "b", "c", "e"]
    assert tags(reading) == ["eerste", "tweede"]


@pytest.mark.parametrize(
    ("outside", "inside", "over"),
    [
        (JA, JA, ["a", "b", "c", "d"]),
        (JA, NEE, ["a", "b", "d"]),
        (NEE, JA, ["a"]),
        (NEE, NEE, ["a"]),
    ],
)
def test_delen_in_elkaar(builder, outside, inside, over):
    reading = make(
        builder, p("a"), builder.part(outside, p("b"), builder.part(inside, p("c")), p("d"))
    )
    assert paragraphs(reading) == over


def test_een_deel_direct_in_een_deel(builder):
    """Nothing stands between the two openings and between the two ends."""
    assert paragraphs(make(builder, builder.part(JA, builder.part(JA, p("a"))))) == ["a"]
    assert paragraphs(
        make(builder, builder.part(JA, builder.part(NEE, p("a")), builder.part(JA, p("b"))))
    ) == ["b"]


def test_rijen_van_een_tabel(builder):
    parts = builder.part(JA, row(p("a")), row(p("b"))) + builder.part(NEE, row(p("c")))
    tabel = f"<w:tbl>{row(p('kop'))}{parts}</w:tbl>"
    document = make(builder, tabel).document
    (found,) = document.iter(w("tbl"))
    assert [kind.tag for kind in found] == [w("tr")] * 3
    assert ["".join(tr.itertext()) for tr in found] == ["kop", "a", "b"]


def test_een_cel_van_een_tabel(builder):
    cells = f"<w:tc>{p('a')}</w:tc>" + "".join(
        builder.part(als, f"<w:tc>{p(text)}</w:tc>") for als, text in ((JA, "b"), (NEE, "c"))
    )
    (tr,) = make(builder, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").document.iter(w("tr"))
    assert [(kind.tag, "".join(kind.itertext())) for kind in tr] == [
        (w("tc"), "a"), (w("tc"), "b"),
    ]  # fmt: skip


def test_woorden_midden_in_een_alinea(builder):
    def loop(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    ja, nee = builder.part(JA, loop("b")), builder.part(NEE, loop("c"))
    paragraph = f"<w:p>{loop('a')}{ja}{nee}{loop('d')}</w:p>"
    assert paragraphs(make(builder, paragraph)) == ["abd"]


@pytest.mark.parametrize(("gemeente", "over"), [("Delft", "ja, Delft"), ("Ede", "nee, Ede")])
@pytest.mark.parametrize("type_", ["header", "footer"])
def test_in_een_kop_of_voettekst(builder, type_, gemeente, over):
    lines = [
        builder.part(als, f"<w:p><w:r><w:t>{word}, </w:t></w:r>{builder.line('gemeente')}</w:p>")
        for als, word in ((JA, "ja"), (NEE, "nee"))
    ]
    data = builder.pack(builder.with_header(*lines, kind=type_))
    reading = builder.read(
        fill(builder.open(data), builder.lijst, builder.plan({"gemeente": gemeente}))
    )
    edge = reading.trees["word/kop.xml"]
    assert [kind.tag for kind in edge] == [w("p")]
    assert "".join(edge.itertext()) == over


def test_een_invulveld_in_een_deel_wordt_gevuld_of_verdwijnt(builder):
    parts = [
        builder.part(als, builder.block(name)) for als, name in ((JA, "leden"), (NEE, "datum"))
    ]
    plan = builder.plan({**DELFT, "leden": "- a\n- b", "datum": "2027-01-31"})
    reading = make(builder, *parts, plan=plan)
    assert reading.field_text("leden") == ["ab"]
    assert reading.field_text("datum") == []
    assert "31 januari" not in "".join(reading.document.itertext())


@pytest.mark.parametrize("own", ["", '<w:tcPr><w:tcW w:w="1"/></w:tcPr>'])
@pytest.mark.parametrize(
    ("content", "over", "blocks"),
    [
        ([(NEE, p("a"))], "", 1),
        ([(NEE, p("a")), (NEE, p("b"))], "", 1),
        ([("", f"<w:tbl>{row(p('x'))}</w:tbl>"), (NEE, p("a"))], "x", 2),
        ([(NEE, p("a")), (JA, p("b"))], "b", 1),
        ([(NEE, p("a")), ("", p("b"))], "b", 1),
        ([(JA, p("a")), (NEE, p("b"))], "a", 1),
    ],
)
def test_een_cel_houdt_een_alinea_als_haar_inhoud_wegvalt(builder, content, over, blocks, own):
    """Word calls a file with an empty cell damaged, and one with a cell that ends in a table."""
    parts = "".join(builder.part(als, xml) if als else xml for als, xml in content)
    for cell in (parts, builder.part(JA, parts)):
        tabel = f"<w:tbl>{row(own + cell)}</w:tbl>"
        tc = next(make(builder, tabel).document.iter(w("tc")))
        assert tc[-1].tag == w("p")
        assert "".join(tc.itertext()) == over
        assert len(tc) == blocks + bool(own)


@pytest.mark.parametrize("place", ["beeld: logo", "adres", "beeld: eerste"])
def test_ook_als_er_niets_te_tekenen_is(builder, place):
    lijst = builder.with_vraag(builder.lijst.vraag("eerste")._replace(beeld=Beeldsoort.TIJDLIJN))
    empty = builder.part("x", p("aanloop")).replace("als: x", place)
    data = builder.docx(
        builder.block("eerste"), builder.block("tweede"), f"<w:tbl>{row(empty)}</w:tbl>"
    )
    document = builder.read(
        fill(open_sjabloon(data, "s.docx", lijst), lijst, builder.plan())
    ).document
    (tc,) = document.iter(w("tc"))
    assert [(kind.tag, "".join(kind.itertext())) for kind in tc] == [(w("p"), "")]


def test_een_koptekst_houdt_een_alinea_als_haar_inhoud_wegvalt(builder):
    data = builder.pack(builder.with_header(builder.part(NEE, p("a")), builder.part(NEE, p("b"))))
    reading = builder.read(fill(builder.open(data), builder.lijst, builder.plan(DELFT)))
    assert [kind.tag for kind in reading.trees["word/kop.xml"]] == [w("p")]


def test_een_ander_voorvoegsel(builder):
    document = builder.document(
        builder.block("eerste", p="q"), builder.block("tweede", p="q"),
        builder.part(JA, "<q:p><q:r><q:t>a</q:t></q:r></q:p>", p="q"),
        builder.part(NEE, "<q:p><q:r><q:t>b</q:t></q:r></q:p>", p="q"), p="q",
    )  # fmt: skip
    data = builder.pack({**builder.parts(document)})
    assert paragraphs(
        builder.read(fill(builder.open(data), builder.lijst, builder.plan(DELFT)))
    ) == ["a"]


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
    ("als", "gegevens", "antwoorden", "stands_there"),
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
def test_waar_een_voorwaarde_over_kan_gaan(builder, lijst, als, gegevens, antwoorden, stands_there):
    data = builder.docx(
        builder.block("eerste"), builder.block("tweede"), builder.part(als, p("hier"))
    )
    sjabloon = open_sjabloon(data, "s.docx", lijst)
    reading = builder.read(fill(sjabloon, lijst, builder.plan(gegevens, **antwoorden)))
    assert paragraphs(reading) == ["hier"] * stands_there


# What is wrong with a template.


@pytest.mark.parametrize(
    ("part", "message"),
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
def test_een_voorwaarde_die_niet_kan(builder, part, message):
    data = builder.docx(
        builder.block("eerste"), builder.block("tweede"), builder.part(part, p("x"))
    )
    with pytest.raises(SjabloonError) as error:
        builder.open(data)
    assert str(error.value).startswith("proef.docx: ")
    assert message in str(error.value)


def test_een_deel_zonder_inhoud(builder):
    part = builder.part(JA).replace("<w:sdtContent></w:sdtContent>", "")
    with pytest.raises(SjabloonError, match="het deel “als: gemeente = delft” heeft geen inhoud"):
        builder.open(builder.docx(builder.block("eerste"), builder.block("tweede"), part))


def test_een_deel_met_lege_inhoud_mag(builder):
    assert paragraphs(make(builder, builder.part(JA), builder.part(NEE), p("a"))) == ["a"]


# Any nesting.

# A paragraph (None), or a part with its condition and what stands in it.
NODES = st.recursive(
    st.lists(st.none(), max_size=2),
    lambda inside: st.lists(st.none() | st.tuples(st.sampled_from([JA, NEE]), inside), max_size=4),
    max_leaves=12,
)


@trials(150)
@given(nodes=NODES)
def test_elke_nesting(builder, nodes):
    """Every paragraph has a number; what is left follows from the conditions around it alone."""
    numbers = count()
    over: list[str] = []

    def xml(nodes, *, stays: bool) -> str:
        result = ""
        for node in nodes:
            if node is None:
                number = str(next(numbers))
                over.extend([number] * stays)
                result += p(number)
            else:
                als, inside = node
                result += builder.part(als, xml(inside, stays=stays and als == JA))
        return result

    reading = make(builder, xml(nodes, stays=True))
    assert paragraphs(reading) == over
    assert tags(reading) == ["eerste", "tweede"]
    assert b"als: " not in etree.tostring(reading.document)
