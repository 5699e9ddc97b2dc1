"""The contents list of a document: the headings that are in it, whoever made the template."""

from __future__ import annotations

import pytest
from contents_list_samples import (
    KOPSTIJLEN,
    LAGEN,
    OPDRACHT,
    Regel,
    binnen_veld,
    inhoud,
    klopt,
    kop,
    koppen,
    loop,
    maak,
    maak_sjabloon,
    opdracht,
    regels,
    veld,
)
from hypothesis import given
from hypothesis import strategies as st
from independent_filler import koppen as koppen_van_ons
from sample_plans import PLANNAMEN

from independent_reader import NS, w
from step_count import groei
from trials import proeven
from uitvoeringsplan.word.filling.filling import fill

PAGEREF = opdracht(r"PAGEREF _Toc1 \h")
JA, NEE = "gemeente = delft", "gemeente != delft"
DELFT = {"gemeente": "Delft"}
ZONDER_NUMMER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


def teksten(gelezen) -> list[str]:
    return [regel.tekst for regel, _ in regels(gelezen)]


def test_een_kaal_veld_van_een_ander(builder):
    """No control around it, other styles, headings without bookmarks, and an old list in it."""
    gelezen = maak(
        builder, inhoud(OPDRACHT, "1 Oud", "2 Ouder"),
        kop(1, "Een"), kop(2, "Een een"), kop(3, "Diep"), kop(2, "Een twee"), kop(1, "Twee"),
        kop(3, "Overgeslagen"),
    )  # fmt: skip
    assert (
        [regel for regel, _ in regels(gelezen)]
        == [
            Regel(1, "1", "Een"),
            Regel(2, "1.1", "Een een"),
            Regel(3, "1.1.1", "Diep"),
            Regel(2, "1.2", "Een twee"),
            Regel(1, "2", "Twee"),
            Regel(3, "2.1.1", "Overgeslagen"),
        ]
        == koppen(gelezen)
    )
    klopt(gelezen)
    assert "Oud" not in "".join(gelezen.document.itertext())


def test_word_werkt_de_lijst_zelf_bij_zonder_vraag(builder):
    gelezen = maak(builder, inhoud(), kop(1, "Een"))
    vuil = gelezen.document.xpath("//w:fldChar[@w:dirty]/@w:fldCharType", namespaces=NS)
    assert vuil == ["begin"]
    (tekst,) = gelezen.document.xpath("//w:instrText/text()", namespaces=NS)
    assert tekst.strip() == OPDRACHT


def test_een_gegeven_in_een_kop(builder):
    blokken = [
        inhoud(),
        kop(1, f"{loop('Plan van ')}{builder.regel('gemeente')}{loop(' voor')}{loop(' ons')}"),
        kop(2, f"{loop('Op')}<w:r><w:tab/></w:r>{builder.regel('datum')}"),
    ]
    gelezen = maak(builder, *blokken, gegevens={"gemeente": "R&D <b>", "datum": "2027-01-31"})
    assert teksten(gelezen) == ["Plan van R&D <b> voor ons", "Op 31 januari 2027"]
    gelezen = maak(builder, *blokken, gegevens={"status": "vastgesteld"})
    assert teksten(gelezen) == ["Plan van – voor ons", "Op –"]
    gelezen = maak(builder, *blokken)
    assert teksten(gelezen) == ["Plan van [gemeente] voor ons", "Op [datum]"]


def test_een_bladwijzer_van_word_blijft_en_andere_tellen_niet(builder):
    gelezen = maak(
        builder, inhoud(),
        kop(1, "Met", anker="_Toc123", nummer=40),
        kop(1, "Anders", anker="mijn_plek", nummer=7),
        kop(1, "Zonder"), kop(1, "Zonder"), kop(1, "Zonder"),
    )  # fmt: skip
    klopt(gelezen)
    ankers = [anker for _, anker in regels(gelezen)]
    assert ankers[0] == "_Toc123"
    assert len(set(ankers)) == 5
    assert all(anker.startswith("_Toc") for anker in ankers)
    assert gelezen.document.xpath("//w:bookmarkStart[@w:name='mijn_plek']", namespaces=NS)


def test_zelfde_koppen_zelfde_ankers(builder):
    """Else two makings of one plan would differ, and every link in a copy would break."""
    een, twee = (maak(builder, inhoud(), kop(1, "A"), kop(1, "A"), kop(1, "B")) for _ in range(2))
    assert regels(een) == regels(twee)
    zonder_een = maak(builder, inhoud(), kop(1, "A"), kop(1, "B"))
    assert regels(zonder_een)[1][1] == regels(een)[2][1]


def test_veel_gelijke_koppen_kosten_tijd_naar_hun_aantal(builder):
    assert groei(lambda n: lambda: maak(builder, inhoud(), *[kop(1, "A")] * n), 150) < 2.5


def test_een_kop_zonder_nummer_telt_niet(builder):
    gelezen = maak(
        builder, inhoud(), kop(1, "A"), kop(1, "Los", ppr=ZONDER_NUMMER), kop(1, "B"), kop(2, "C")
    )
    assert [(r.nummer, r.tekst) for r, _ in regels(gelezen)] == [
        ("1", "A"), ("", "Los"), ("2", "B"), ("2.1", "C"),
    ]  # fmt: skip
    assert [r for r, _ in regels(gelezen)] == koppen(gelezen)


def test_een_lege_kop_staat_er_niet_in_maar_telt_wel(builder):
    gelezen = maak(builder, inhoud(), kop(1, "A"), kop(1, "<w:r/>"), kop(1, "B"))
    assert [(r.nummer, r.tekst) for r, _ in regels(gelezen)] == [("1", "A"), ("3", "B")]


@pytest.mark.parametrize(
    ("schakelaars", "verwacht"),
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
def test_de_niveaus_van_het_veld(builder, schakelaars, verwacht):
    gelezen = maak(
        builder, inhoud(rf"TOC {schakelaars}"),
        kop(1, "A"), kop(2, "B"), kop(3, "C"), kop(1, "D"), kop(2, "E"),
    )  # fmt: skip
    assert [f"{regel.nummer} {regel.tekst}" for regel, _ in regels(gelezen)] == verwacht
    klopt(gelezen)


@pytest.mark.parametrize(
    "lijst",
    [
        pytest.param(
            f"<w:p>{veld('begin')}<w:r><w:instrText> </w:instrText></w:r>"
            f"<w:r><w:instrText>TOC \\o </w:instrText></w:r><w:r><w:instrText>"
            f'"1-2"</w:instrText></w:r>{veld("separate")}{loop("x")}</w:p><w:p>{veld("end")}</w:p>',
            id="opdracht in stukken",
        ),
        pytest.param(
            f"<w:p>{veld('begin')}</w:p><w:p>{opdracht()}</w:p><w:p>{veld('separate')}</w:p>"
            f"<w:p>{loop('x')}</w:p><w:p>{veld('end')}</w:p>",
            id="veld over alinea's",
        ),
        pytest.param(
            f"<w:p>{veld('begin')}{opdracht()}{veld('separate')}{loop('x')}{veld('begin')}"
            f"{PAGEREF}{veld('separate')}{loop('3')}{veld('end')}</w:p>"
            f"<w:p>{loop('y')}{veld('end')}</w:p>",
            id="met bladzijden, en het eind in de laatste regel",
        ),
        pytest.param(
            f"<w:p>{veld('begin')}{opdracht()}{veld('separate')}{loop('x')}{veld('end')}</w:p>",
            id="in een alinea",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{inhoud()}</w:sdtContent></w:sdt>",
            id="in het besturingselement van Word",
        ),
        pytest.param(
            f"<w:p>{veld('begin')}{opdracht('PAGE')}{veld('separate')}{loop('1')}{veld('end')}</w:p>"
            + inhoud(),
            id="na een ander veld",
        ),
    ],
)
def test_hoe_een_veld_eruit_kan_zien(builder, lijst):
    gelezen = maak(builder, lijst, kop(1, "A"), kop(2, "B"))
    assert [r for r, _ in regels(gelezen)] == koppen(gelezen)
    klopt(gelezen)
    assert loop("x").encode() not in gelezen.delen["word/document.xml"]


def test_de_eigenschappen_van_de_laatste_alinea_blijven(builder):
    """A title page often ends its section in the paragraph that ends the list."""
    slot = f"<w:p><w:pPr><w:sectPr><w:titlePg/></w:sectPr></w:pPr>{veld('end')}</w:p>"
    lijst = f"<w:p>{veld('begin')}{opdracht()}{veld('separate')}</w:p>{slot}"
    gelezen = maak(builder, lijst, kop(1, "A"))
    assert len(gelezen.document.xpath("//w:p/w:pPr/w:sectPr/w:titlePg", namespaces=NS)) == 1
    assert binnen_veld(gelezen)[-1].find(f"{w('pPr')}/{w('sectPr')}") is not None
    assert teksten(gelezen) == ["A"]


def test_zonder_inhoudsopgave_verandert_er_niets_aan_de_koppen(builder):
    blokken = [kop(1, "A"), kop(2, "B")]
    gelezen = maak(builder, *blokken)
    assert "".join(blokken).encode() in gelezen.delen["word/document.xml"]
    assert not list(gelezen.document.iter(w("fldChar"), w("bookmarkStart")))


def test_zonder_koppen_blijft_het_veld_heel(builder):
    gelezen = maak(builder, inhoud(), "<w:p/>")
    klopt(gelezen)
    assert regels(gelezen) == []
    soorten = [e.get(w("fldCharType")) for e in gelezen.document.iter(w("fldChar"))]
    assert soorten == ["begin", "separate", "end"]


def test_zonder_stijlen_voor_de_regels(builder):
    kaal = KOPSTIJLEN.replace('"toc ', '"anders ')
    gelezen = maak(builder, inhoud(), kop(1, "A"), stijlen=kaal)
    ((regel, _),) = regels(gelezen)
    assert (regel.nummer, regel.tekst) == ("1", "A")
    klopt(gelezen)


# What counts as a heading.


def test_een_eigen_stijl_en_een_eigen_niveau(builder):
    stijlen = KOPSTIJLEN + (
        '<w:style w:type="paragraph" w:styleId="Huis"><w:name w:val="Huiskop"/>'
        '<w:basedOn w:val="Kop2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Plat"><w:name w:val="Plat"/>'
        '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    eigen = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Los</w:t></w:r></w:p>'
    gelezen = maak(
        builder, inhoud(), kop(1, "A"), kop(1, "Huis").replace("Kop1", "Huis"),
        kop(1, "Plat").replace("Kop1", "Plat"), eigen, "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>",
        stijlen=stijlen,
    )  # fmt: skip
    assert [(r.niveau, r.nummer, r.tekst) for r, _ in regels(gelezen)] == [
        (1, "1", "A"), (2, "1.1", "Huis"), (3, "", "Los"),
    ]  # fmt: skip


def test_de_laag_van_een_stijl_kan_in_de_lijst_staan(builder):
    """Word ties a style to a level of the list; then the style need not say which."""
    stijlen = KOPSTIJLEN.replace('<w:ilvl w:val="1"/><w:numId', "<w:numId")
    lagen = LAGEN.replace('<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>',
                          '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                          '<w:pStyle w:val="Kop2"/>')  # fmt: skip
    gelezen = maak(
        builder, inhoud(), kop(1, "A"), kop(2, "B"), kop(2, "C"), stijlen=stijlen, lagen=lagen
    )
    assert [r.nummer for r, _ in regels(gelezen)] == ["1", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("vorm", "tekst", "nummers"),
    [
        ("upperRoman", "Deel %1.", ["Deel I.", "Deel II."]),
        ("decimal", "R&amp;D &lt;%1&gt;", ["R&D <1>", "R&D <2>"]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
    ],
)
def test_het_nummer_staat_er_zoals_voor_de_kop(builder, vorm, tekst, nummers):
    lagen = LAGEN.replace(
        'w:val="decimal"/><w:lvlText w:val="%1"', f'w:val="{vorm}"/><w:lvlText w:val="{tekst}"'
    )
    gelezen = maak(builder, inhoud(), kop(1, "A"), kop(1, "B"), lagen=lagen)
    assert [r.nummer for r, _ in regels(gelezen)] == nummers


def test_een_kop_in_een_tabel(builder):
    cel = f"<w:tbl><w:tr><w:tc>{kop(2, 'In een cel')}</w:tc></w:tr></w:tbl>"
    gelezen = maak(builder, inhoud(), kop(1, "A"), cel, kop(1, "B"))
    assert [r for r, _ in regels(gelezen)] == koppen(gelezen)
    klopt(gelezen)


@pytest.mark.parametrize(
    "gegevens", [{"leden": "- a", "datum": "2027-01-31"}, {"datum": "2027-01-31"}, {}]
)
def test_een_kop_die_zelf_een_invulveld_is(builder, gegevens):
    """The answer takes the place of the heading; a link to what was there would be dead."""
    ppr = '<w:pPr><w:pStyle w:val="Kop1"/></w:pPr>'
    blokken = [
        builder.blok(tag, ppr=ppr).replace(
            ppr, f'{ppr}<w:bookmarkStart w:id="{n}" w:name="_Toc{n}"/><w:bookmarkEnd w:id="{n}"/>'
        )
        for n, tag in enumerate(("leden", "datum"), 50)
    ]
    gelezen = maak(builder, inhoud(), kop(1, "A"), *blokken, kop(1, "B"), gegevens=gegevens)
    klopt(gelezen)
    assert [teksten(gelezen)[i] for i in (0, -1)] == ["A", "B"]


# Parts that go.


@pytest.mark.parametrize(("gemeente", "over"), [("Delft", "A B C"), ("Ede", "A D C")])
def test_alleen_wat_in_het_document_staat(builder, gemeente, over):
    gelezen = maak(
        builder, inhoud(), kop(1, "A"), builder.deel(JA, kop(1, "B"), kop(2, "B1")),
        builder.deel(NEE, kop(1, "D"), kop(2, "D1"), kop(2, "D2")), kop(1, "C"),
        gegevens={"gemeente": gemeente},
    )  # fmt: skip
    assert [r for r, _ in regels(gelezen)] == koppen(gelezen)
    assert [r.tekst for r, _ in regels(gelezen) if r.niveau == 1] == over.split()
    klopt(gelezen)


@pytest.mark.parametrize("gemeente", ["Delft", "Ede"])
def test_een_inhoudsopgave_in_een_deel(builder, gemeente):
    gelezen = maak(
        builder, builder.deel(JA, inhoud()), kop(1, "A"), gegevens={"gemeente": gemeente}
    )
    klopt(gelezen)
    assert teksten(gelezen) == ["A"] * (gemeente == "Delft")


def test_de_ene_keer_telt_niet_door_in_de_volgende(builder):
    open_ = builder.open(
        maak_sjabloon(builder, inhoud(), builder.deel(JA, kop(1, "A")), kop(1, "B"))
    )
    gemaakt = [
        regels(builder.lees(fill(open_, builder.lijst, builder.plan({"gemeente": g}))))
        for g in ("Delft", "Ede", "Delft", "Ede")
    ]
    assert [[r.nummer for r, _ in lijst] for lijst in gemaakt] == [["1", "2"], ["1"]] * 2


KOP = st.tuples(
    st.integers(1, 3), st.sampled_from(["A", "B & C", "<w>", "é ☃", "  "]), st.booleans(),
    st.booleans(), st.sampled_from(["", JA, NEE]),
)  # fmt: skip


@proeven(120)
@given(lijst=st.lists(KOP, max_size=12), tot=st.integers(1, 3), voor=st.integers(0, 12))
def test_de_lijst_is_altijd_die_van_de_koppen(builder, lijst, tot, voor):
    blokken = []
    for plek, (niveau, tekst, met_nummer, met_anker, als) in enumerate(lijst):
        xml = kop(
            niveau,
            loop(tekst.replace("&", "&amp;").replace("<", "&lt;")),
            anker=f"_Toc{plek}" if met_anker else "",
            ppr="" if met_nummer else ZONDER_NUMMER,
            nummer=plek + 10,
        )
        blokken.append(builder.deel(als, xml) if als else xml)
    blokken.insert(min(voor, len(blokken)), inhoud(rf'TOC \o "1-{tot}" \h'))
    gelezen = maak(builder, *blokken, gegevens=DELFT)
    assert [r for r, _ in regels(gelezen)] == koppen(gelezen, tot)
    klopt(gelezen)


# The shipped templates.


@pytest.mark.parametrize("naam", PLANNAMEN)
def test_het_meegeleverde_sjabloon(
    naam, sjabloon, intern_sjabloon, echte_lijst, interne_lijst, plannen, builder
):
    gemaakt = [
        fill(sjabloon, echte_lijst, plannen[naam]),
        fill(intern_sjabloon, interne_lijst, plannen.intern(naam)),
    ]
    for data in gemaakt:
        gelezen = builder.lees(data)
        klopt(gelezen)
        van_het_document = koppen_van_ons(gelezen.document)
        assert [(r.niveau, r.nummer, r.tekst, anker) for r, anker in regels(gelezen)] == (
            van_het_document
        )
        assert len(van_het_document) >= 10
