"""The contents list of a document: the headings that are in it, whoever made the template."""

from __future__ import annotations

import pytest
from contents_list_samples import (
    COMMAND,
    HEADING_STYLES,
    LAYERS,
    Regel,
    command,
    content,
    field,
    holds,
    inside_veld,
    kop,
    koppen,
    lines,
    loop,
    make,
    make_sjabloon,
)
from hypothesis import given
from hypothesis import strategies as st
from independent_filler import koppen as koppen_van_ons
from sample_plans import PLAN_NAMES

from independent_reader import NS, w
from step_count import growth
from trials import trials
from uitvoeringsplan.word.filling.filling import fill

PAGEREF = command(r"PAGEREF _Toc1 \h")
JA, NEE = "gemeente = delft", "gemeente != delft"
DELFT = {"gemeente": "Delft"}
WITHOUT_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


def texts(reading) -> list[str]:
    return [line.text for line, _ in lines(reading)]


def test_een_kaal_veld_van_een_ander(builder):
    """No control around it, other styles, headings without bookmarks, and an old list in it."""
    reading = make(
        builder, content(COMMAND, "1 Oud", "2 Ouder"),
        kop(1, "Een"), kop(2, "Een een"), kop(3, "Diep"), kop(2, "Een twee"), kop(1, "Twee"),
        kop(3, "Overgeslagen"),
    )  # fmt: skip
    assert (
        [line for line, _ in lines(reading)]
        == [
            Regel(1, "1", "Een"),
            Regel(2, "1.1", "Een een"),
            Regel(3, "1.1.1", "Diep"),
            Regel(2, "1.2", "Een twee"),
            Regel(1, "2", "Twee"),
            Regel(3, "2.1.1", "Overgeslagen"),
        ]
        == koppen(reading)
    )
    holds(reading)
    assert "Oud" not in "".join(reading.document.itertext())


def test_word_werkt_de_lijst_zelf_bij_zonder_vraag(builder):
    reading = make(builder, content(), kop(1, "Een"))
    dirty = reading.document.xpath("//w:fldChar[@w:dirty]/@w:fldCharType", namespaces=NS)
    assert dirty == ["begin"]
    (text,) = reading.document.xpath("//w:instrText/text()", namespaces=NS)
    assert text.strip() == COMMAND


def test_een_gegeven_in_een_kop(builder):
    blocks = [
        content(),
        kop(1, f"{loop('Plan van ')}{builder.line('gemeente')}{loop(' voor')}{loop(' ons')}"),
        kop(2, f"{loop('Op')}<w:r><w:tab/></w:r>{builder.line('datum')}"),
    ]
    reading = make(builder, *blocks, gegevens={"gemeente": "R&D <b>", "datum": "2027-01-31"})
    assert texts(reading) == ["Plan van R&D <b> voor ons", "Op 31 januari 2027"]
    reading = make(builder, *blocks, gegevens={"status": "vastgesteld"})
    assert texts(reading) == ["Plan van – voor ons", "Op –"]
    reading = make(builder, *blocks)
    assert texts(reading) == ["Plan van [gemeente] voor ons", "Op [datum]"]


def test_een_bladwijzer_van_word_blijft_en_andere_tellen_niet(builder):
    reading = make(
        builder, content(),
        kop(1, "Met", anchor="_Toc123", number=40),
        kop(1, "Anders", anchor="mijn_plek", number=7),
        kop(1, "Zonder"), kop(1, "Zonder"), kop(1, "Zonder"),
    )  # fmt: skip
    holds(reading)
    anchors = [anchor for _, anchor in lines(reading)]
    assert anchors[0] == "_Toc123"
    assert len(set(anchors)) == 5
    assert all(anchor.startswith("_Toc") for anchor in anchors)
    assert reading.document.xpath("//w:bookmarkStart[@w:name='mijn_plek']", namespaces=NS)


def test_zelfde_koppen_zelfde_ankers(builder):
    """Else two makings of one plan would differ, and every link in a copy would break."""
    one, two = (make(builder, content(), kop(1, "A"), kop(1, "A"), kop(1, "B")) for _ in range(2))
    assert lines(one) == lines(two)
    without_one = make(builder, content(), kop(1, "A"), kop(1, "B"))
    assert lines(without_one)[1][1] == lines(one)[2][1]


def test_veel_gelijke_koppen_kosten_tijd_naar_hun_aantal(builder):
    assert growth(lambda n: lambda: make(builder, content(), *[kop(1, "A")] * n), 150) < 2.5


def test_een_kop_zonder_nummer_telt_niet(builder):
    reading = make(
        builder, content(), kop(1, "A"), kop(1, "Los", ppr=WITHOUT_NUMBER), kop(1, "B"), kop(2, "C")
    )
    assert [(r.number, r.text) for r, _ in lines(reading)] == [
        ("1", "A"), ("", "Los"), ("2", "B"), ("2.1", "C"),
    ]  # fmt: skip
    assert [r for r, _ in lines(reading)] == koppen(reading)


def test_een_lege_kop_staat_er_niet_in_maar_telt_wel(builder):
    reading = make(builder, content(), kop(1, "A"), kop(1, "<w:r/>"), kop(1, "B"))
    assert [(r.number, r.text) for r, _ in lines(reading)] == [("1", "A"), ("3", "B")]


@pytest.mark.parametrize(
    ("schakelaars", "expected"),
    [
        (r'\o "1-3"', ["1 A", "1.1 B", "1.1.1 C", "2 D", "2.1 E"]),
        (r'\o "1-1" \h', ["1 A", "2 D"]),
        (r'\h \o "1-2"', ["1 A", "1.1 B", "2 D", "2.1 E"]),
        (r'\o "2-3"', ["1.1 B", "1.1.1 C", "2.1 E"]),
        (r"\o 1-2 \u", ["1 A", "1.1 B", "2 D", "2.1 E"]),
        (r"\h \z \u", ["1 A", "1.1 B", "1.1.1 C", "2 D", "2.1 E"]),
        (r"\o &quot;1-2&quot; \h", ["1 A", "1.1 B", "2 D", "2.1 E"]),
    ],
)
def test_de_niveaus_van_het_veld(builder, schakelaars, expected):
    reading = make(
        builder, content(rf"TOC {schakelaars}"),
        kop(1, "A"), kop(2, "B"), kop(3, "C"), kop(1, "D"), kop(2, "E"),
    )  # fmt: skip
    assert [f"{line.number} {line.text}" for line, _ in lines(reading)] == expected
    holds(reading)


@pytest.mark.parametrize(
    "lijst",
    [
        pytest.param(
            f"<w:p>{field('begin')}<w:r><w:instrText> </w:instrText></w:r>"
            f"<w:r><w:instrText>TOC \\o </w:instrText></w:r><w:r><w:instrText>"
            f'"1-2"</w:instrText></w:r>{field("separate")}{loop("x")}</w:p><w:p>{field("end")}</w:p>',
            id="opdracht in stukken",
        ),
        pytest.param(
            f"<w:p>{field('begin')}</w:p><w:p>{command()}</w:p><w:p>{field('separate')}</w:p>"
            f"<w:p>{loop('x')}</w:p><w:p>{field('end')}</w:p>",
            id="veld over alinea's",
        ),
        pytest.param(
            f"<w:p>{field('begin')}{command()}{field('separate')}{loop('x')}{field('begin')}"
            f"{PAGEREF}{field('separate')}{loop('3')}{field('end')}</w:p>"
            f"<w:p>{loop('y')}{field('end')}</w:p>",
            id="met bladzijden, en het eind in de laatste regel",
        ),
        pytest.param(
            f"<w:p>{field('begin')}{command()}{field('separate')}{loop('x')}{field('end')}</w:p>",
            id="in een alinea",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{content()}</w:sdtContent></w:sdt>",
            id="in het besturingselement van Word",
        ),
        pytest.param(
            f"<w:p>{field('begin')}{command('PAGE')}{field('separate')}{loop('1')}{field('end')}</w:p>"
            + content(),
            id="na een ander veld",
        ),
    ],
)
def test_hoe_een_veld_eruit_kan_zien(builder, lijst):
    reading = make(builder, lijst, kop(1, "A"), kop(2, "B"))
    assert [r for r, _ in lines(reading)] == koppen(reading)
    holds(reading)
    assert loop("x").encode() not in reading.parts["word/document.xml"]


def test_de_eigenschappen_van_de_laatste_alinea_blijven(builder):
    """A title page often ends its section in the paragraph that ends the list."""
    slot = f"<w:p><w:pPr><w:sectPr><w:titlePg/></w:sectPr></w:pPr>{field('end')}</w:p>"
    lijst = f"<w:p>{field('begin')}{command()}{field('separate')}</w:p>{slot}"
    reading = make(builder, lijst, kop(1, "A"))
    assert len(reading.document.xpath("//w:p/w:pPr/w:sectPr/w:titlePg", namespaces=NS)) == 1
    assert inside_veld(reading)[-1].find(f"{w('pPr')}/{w('sectPr')}") is not None
    assert texts(reading) == ["A"]


def test_zonder_inhoudsopgave_verandert_er_niets_aan_de_koppen(builder):
    blocks = [kop(1, "A"), kop(2, "B")]
    reading = make(builder, *blocks)
    assert "".join(blocks).encode() in reading.parts["word/document.xml"]
    assert not list(reading.document.iter(w("fldChar"), w("bookmarkStart")))


def test_zonder_koppen_blijft_het_veld_heel(builder):
    reading = make(builder, content(), "<w:p/>")
    holds(reading)
    assert lines(reading) == []
    kinds = [e.get(w("fldCharType")) for e in reading.document.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_zonder_stijlen_voor_de_regels(builder):
    bare = HEADING_STYLES.replace('"toc ', '"anders ')
    reading = make(builder, content(), kop(1, "A"), styles=bare)
    ((line, _),) = lines(reading)
    assert (line.number, line.text) == ("1", "A")
    holds(reading)


# What counts as a heading.


def test_een_eigen_stijl_en_een_eigen_niveau(builder):
    styles = HEADING_STYLES + (
        '<w:style w:type="paragraph" w:styleId="Huis"><w:name w:val="Huiskop"/>'
        '<w:basedOn w:val="Kop2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plat"><w:name w:val="Plat"/>'
        '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    own = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Los</w:t></w:r></w:p>'
    reading = make(
        builder, content(), kop(1, "A"), kop(1, "Huis").replace("Kop1", "Huis"),
        kop(1, "Plat").replace("Kop1", "Plat"), own, "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>",
        styles=styles,
    )  # fmt: skip
    assert [(r.level, r.number, r.text) for r, _ in lines(reading)] == [
        (1, "1", "A"), (2, "1.1", "Huis"), (3, "", "Los"),
    ]  # fmt: skip


def test_de_laag_van_een_stijl_kan_in_de_lijst_staan(builder):
    """Word ties a style to a level of the list; then the style need not say which."""
    styles = HEADING_STYLES.replace('<w:ilvl w:val="1"/><w:numId', "<w:numId")
    layers = LAYERS.replace('<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>',
                          '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                          '<w:pStyle w:val="Kop2"/>')  # fmt: skip
    reading = make(
        builder, content(), kop(1, "A"), kop(2, "B"), kop(2, "C"), styles=styles, layers=layers
    )
    assert [r.number for r, _ in lines(reading)] == ["1", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("form", "text", "numbers"),
    [
        ("upperRoman", "Deel %1.", ["Deel I.", "Deel II."]),
        ("decimal", "R&amp;D &lt;%1&gt;", ["R&D <1>", "R&D <2>"]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
    ],
)
def test_het_nummer_staat_er_zoals_voor_de_kop(builder, form, text, numbers):
    layers = LAYERS.replace(
        'w:val="decimal"/><w:lvlText w:val="%1"', f'w:val="{form}"/><w:lvlText w:val="{text}"'
    )
    reading = make(builder, content(), kop(1, "A"), kop(1, "B"), layers=layers)
    assert [r.number for r, _ in lines(reading)] == numbers


def test_een_kop_in_een_tabel(builder):
    cell = f"<w:tbl><w:tr><w:tc>{kop(2, 'In een cel')}</w:tc></w:tr></w:tbl>"
    reading = make(builder, content(), kop(1, "A"), cell, kop(1, "B"))
    assert [r for r, _ in lines(reading)] == koppen(reading)
    holds(reading)


@pytest.mark.parametrize(
    "gegevens", [{"leden": "- a", "datum": "2027-01-31"}, {"datum": "2027-01-31"}, {}]
)
def test_een_kop_die_zelf_een_invulveld_is(builder, gegevens):
    """The answer takes the place of the heading; a link to what was there would be dead."""
    ppr = '<w:pPr><w:pStyle w:val="Kop1"/></w:pPr>'
    blocks = [
        builder.block(tag, ppr=ppr).replace(
            ppr, f'{ppr}<w:bookmarkStart w:id="{n}" w:name="_Toc{n}"/><w:bookmarkEnd w:id="{n}"/>'
        )
        for n, tag in enumerate(("leden", "datum"), 50)
    ]
    reading = make(builder, content(), kop(1, "A"), *blocks, kop(1, "B"), gegevens=gegevens)
    holds(reading)
    assert [texts(reading)[i] for i in (0, -1)] == ["A", "B"]


# Parts that go.


@pytest.mark.parametrize(("gemeente", "over"), [("Delft", "A B C"), ("Ede", "A D C")])
def test_alleen_wat_in_het_document_staat(builder, gemeente, over):
    reading = make(
        builder, content(), kop(1, "A"), builder.part(JA, kop(1, "B"), kop(2, "B1")),
        builder.part(NEE, kop(1, "D"), kop(2, "D1"), kop(2, "D2")), kop(1, "C"),
        gegevens={"gemeente": gemeente},
    )  # fmt: skip
    assert [r for r, _ in lines(reading)] == koppen(reading)
    assert [r.text for r, _ in lines(reading) if r.level == 1] == over.split()
    holds(reading)


@pytest.mark.parametrize("gemeente", ["Delft", "Ede"])
def test_een_inhoudsopgave_in_een_deel(builder, gemeente):
    reading = make(
        builder, builder.part(JA, content()), kop(1, "A"), gegevens={"gemeente": gemeente}
    )
    holds(reading)
    assert texts(reading) == ["A"] * (gemeente == "Delft")


def test_de_ene_keer_telt_niet_door_in_de_volgende(builder):
    open_ = builder.open(
        make_sjabloon(builder, content(), builder.part(JA, kop(1, "A")), kop(1, "B"))
    )
    made = [
        lines(builder.read(fill(open_, builder.lijst, builder.plan({"gemeente": g}))))
        for g in ("Delft", "Ede", "Delft", "Ede")
    ]
    assert [[r.number for r, _ in lijst] for lijst in made] == [["1", "2"], ["1"]] * 2


KOP = st.tuples(
    st.integers(1, 3), st.sampled_from(["A", "B & C", "<w>", "é ☃", "  "]), st.booleans(),
    st.booleans(), st.sampled_from(["", JA, NEE]),
)  # fmt: skip


@trials(120)
@given(lijst=st.lists(KOP, max_size=12), end=st.integers(1, 3), before=st.integers(0, 12))
def test_de_lijst_is_altijd_die_van_de_koppen(builder, lijst, end, before):
    blocks = []
    for place, (level, text, met_nummer, met_anker, als) in enumerate(lijst):
        xml = kop(
            level,
            loop(text.replace("&", "&amp;").replace("<", "&lt;")),
            anchor=f"_Toc{place}" if met_anker else "",
            ppr="" if met_nummer else WITHOUT_NUMBER,
            number=place + 10,
        )
        blocks.append(builder.part(als, xml) if als else xml)
    blocks.insert(min(before, len(blocks)), content(rf'TOC \o "1-{end}" \h'))
    reading = make(builder, *blocks, gegevens=DELFT)
    assert [r for r, _ in lines(reading)] == koppen(reading, end)
    holds(reading)


# The shipped templates.


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_het_meegeleverde_sjabloon(
    name, sjabloon, intern_sjabloon, real_lijst, interne_lijst, plannen, builder
):
    made = [
        fill(sjabloon, real_lijst, plannen[name]),
        fill(intern_sjabloon, interne_lijst, plannen.intern(name)),
    ]
    for data in made:
        reading = builder.read(data)
        holds(reading)
        van_het_document = koppen_van_ons(reading.document)
        assert [(r.level, r.number, r.text, anchor) for r, anchor in lines(reading)] == (
            van_het_document
        )
        assert len(van_het_document) >= 10
