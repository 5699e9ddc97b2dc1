from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from trials import text, trials
from uitvoeringsplan.document.writers.diwoo import CATEGORIEEN, STANDAARDCATEGORIE, write_diwoo
from uitvoeringsplan.errors import GebruikError, PublicatieError
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Vragenlijst

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).resolve().parents[2] / "data" / "diwoo"
D = "{https://standaarden.overheid.nl/diwoo/metadata/}"
SM = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
VELDEN = (
    "gemeente", "gemeentecode", "periode-van", "periode-tot", "status", "versie", "datum",
    "vastgesteld-door", "datum-vaststelling", "kenmerk", "kader", "informatiecategorie",
)  # fmt: skip
LIJST = Vragenlijst(
    soort="polarisatie",
    versie="1",
    titel="Uitvoeringsplan polarisatie",
    sjabloon="x.docx",
    gegevens=(
        *(Vraag(id=name, label=name, vraag=name, type=TYPES["regel"]) for name in VELDEN),
        Vraag(id="openbaarheid", label="o", vraag="o", type=TYPES["regel"], standaard="openbaar"),
    ),
    hoofdstukken=(),
)
FULL = {
    "gemeente": "Oudermeer",
    "gemeentecode": "gm9999",
    "periode-van": "2027",
    "periode-tot": "2028",
    "status": "vastgesteld",
    "versie": "1.0",
    "datum": "2027-01-12",
    "vastgesteld-door": "college",
    "datum-vaststelling": "2027-02-16",
    "kenmerk": "Z-2027-00123",
    "kader": "Integraal Veiligheidsplan Oudermeer 2026-2029",
}
TITEL = "Uitvoeringsplan polarisatie Oudermeer 2027-2028"
ADRES = "https://www.oudermeer.example/plan.docx?versie=1&taal=nl"


def plan(gegevens: Mapping[str, str]) -> Plan:
    return Plan("polarisatie", "1", dict(gegevens))


def make(gegevens=FULL, **options):
    return write_diwoo(LIJST, plan(gegevens), **{"titel": TITEL, "adres": ADRES} | options)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(DATA / "sitemap-uittreksel.xsd"))


@pytest.fixture(scope="module")
def documentschema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(DATA / "diwoo-uittreksel.xsd"))


def values(xml: bytes, name: str) -> list[tuple[str, str | None]]:
    return [(node.text, node.get("resource")) for node in etree.fromstring(xml).iter(D + name)]


def test_een_vol_plan_is_geldig_en_volledig(schema):
    result = make()
    schema.assertValid(etree.fromstring(result.xml))
    assert result.missing == ()
    assert result.xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset')


def test_alle_feiten_staan_er_in_de_volgorde_van_het_schema():
    root = etree.fromstring(make().xml)
    [diwoo] = root.iter(D + "DiWoo")
    assert [etree.QName(kind).localname for kind in diwoo] == [
        "identifiers", "publisher", "verantwoordelijke", "titelcollectie", "omschrijvingen",
        "classificatiecollectie", "creatiedatum", "geldigheid", "language", "format",
        "documenthandelingen",
    ]  # fmt: skip
    gemeente = ("gemeente Oudermeer", "https://identifier.overheid.nl/tooi/id/gemeente/gm9999")
    core = "https://identifier.overheid.nl/tooi/def/thes/kern/"
    eu = "http://publications.europa.eu/resource/authority/"
    assert root.findtext(f"{SM}url/{SM}loc") == ADRES
    assert {name: values(make().xml, name) for name in ("publisher", "verantwoordelijke")} == {
        "publisher": [gemeente],
        "verantwoordelijke": [gemeente],
    }
    expected = {
        "identifier": ("Z-2027-00123", None),
        "officieleTitel": (TITEL, None),
        "creatiedatum": ("2027-01-12", None),
        "begindatum": ("2027-01-01T00:00:00", None),
        "einddatum": ("2028-12-31T23:59:59", None),
        "language": ("Nederlands", f"{eu}language/NLD"),
        "format": ("Word DOCX", f"{eu}file-type/DOCX"),
        "documentsoort": ("plan", f"{core}c_5b1055aa"),
        "informatiecategorie": (STANDAARDCATEGORIE, f"{core}c_816e508d"),
        "soortHandeling": ("vaststelling", f"{core}c_641ecd76"),
        "atTime": ("2027-02-16T00:00:00", None),
        "wasAssociatedWith": gemeente,
        "omschrijving": (
            "Uitvoeringsplan polarisatie van de gemeente Oudermeer voor 2027 tot en met 2028."
            " Versie 1.0. Vastgesteld door het college op 16 februari 2027. Hoort bij: Integraal"
            " Veiligheidsplan Oudermeer 2026-2029.",
            None,
        ),
    }
    assert {name: values(make().xml, name)[0] for name in expected} == expected


def test_zonder_adres_is_het_alleen_het_document(documentschema):
    result = make(adres="")
    root = etree.fromstring(result.xml)
    documentschema.assertValid(root)
    assert root.tag == D + "Document"
    assert b"loc" not in result.xml
    assert [mist.what for mist in result.missing] == ["het webadres van het document (--adres)"]


@pytest.mark.parametrize(
    ("gone", "mist", "geldig"),
    [
        ("gemeente", "gemeente", False),
        ("gemeentecode", "gemeentecode", True),
        ("datum-vaststelling", "datum-vaststelling", False),
        ("status", "status", False),
    ],
)
def test_wat_het_plan_niet_weet_wordt_genoemd(schema, gone, mist, geldig):
    result = make({name: value for name, value in FULL.items() if name != gone})
    assert [part.gegeven for part in result.missing] == [mist]
    assert schema.validate(etree.fromstring(result.xml)) == geldig


@pytest.mark.parametrize("status", ["concept", "ter bespreking"])
def test_een_voorgenomen_besluit_is_geen_feit(status):
    result = make(FULL | {"status": status})
    assert b"documenthandelingen" not in result.xml
    assert b"2027-02-16" not in result.xml
    assert "februari" not in result.xml.decode()
    assert [part.gegeven for part in result.missing] == ["status"]


def test_een_vervallen_plan_zegt_dat():
    result = make(FULL | {"status": "vervallen"})
    assert values(result.xml, "omschrijving")[0][0].endswith("Het plan is vervallen.")
    assert result.missing == ()


@pytest.mark.parametrize("openbaarheid", ["alleen intern", "Alleen intern"])
def test_een_intern_plan_krijgt_geen_metadata(openbaarheid):
    with pytest.raises(PublicatieError, match="alleen voor intern gebruik"):
        make(FULL | {"openbaarheid": openbaarheid})


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("", STANDAARDCATEGORIE),
        ("jaarplannen en jaarverslagen", "jaarplannen en jaarverslagen"),
        ("Jaarplannen en Jaarverslagen", "jaarplannen en jaarverslagen"),
        ("c_db4862c3", "vergaderstukken decentrale overheden"),
        (
            "https://identifier.overheid.nl/tooi/def/thes/kern/c_db4862c3",
            "vergaderstukken decentrale overheden",
        ),
        (
            "agenda's en besluitenlijsten bestuurscolleges",
            "agenda’s en besluitenlijsten bestuurscolleges",
        ),
    ],
)
def test_de_categorie_is_te_kiezen(asked, label):
    assert values(make(category=asked).xml, "informatiecategorie")[0][0] == label
    in_plan = make(FULL | {"informatiecategorie": asked})
    assert values(in_plan.xml, "informatiecategorie")[0][0] == label


def test_een_optie_gaat_voor_het_gegeven():
    result = make(FULL | {"informatiecategorie": "adviezen"}, category="convenanten")
    assert values(result.xml, "informatiecategorie")[0][0] == "convenanten"


def test_elke_categorie_staat_in_de_waardelijst(schema):
    assert len(CATEGORIEEN) == 18
    for name in CATEGORIEEN:
        schema.assertValid(etree.fromstring(make(category=name).xml))


def test_een_onbekende_categorie():
    with pytest.raises(GebruikError, match="Bedoel je “convenanten”"):
        make(category="convenant")


@pytest.mark.parametrize(
    "adres",
    ["plan.docx", "ftp://a.nl/x", "https://", "https://a.nl/x y", 'https://a.nl/"', "x" * 9],
)
def test_een_adres_dat_geen_adres_is(adres):
    with pytest.raises(GebruikError, match="is geen webadres"):
        make(adres=adres)


def test_een_te_lang_adres():
    with pytest.raises(GebruikError):
        make(adres="https://a.nl/" + "x" * 2040)


@pytest.mark.parametrize(
    ("formaat", "stands_there"),
    [("docx", True), ("pdf", True), ("odt", True), ("html", True), ("md", False)],
)
def test_het_formaat(schema, formaat, stands_there):
    result = make(formaat=formaat)
    schema.assertValid(etree.fromstring(result.xml))
    assert bool(values(result.xml, "format")) == stands_there


@pytest.mark.parametrize(
    ("start", "end"), [("2028", "2027"), ("", "2027"), ("27", "28"), ("x", "y")]
)
def test_een_periode_die_niet_klopt_blijft_weg(start, end):
    assert not values(make(FULL | {"periode-van": start, "periode-tot": end}).xml, "geldigheid")


def test_het_uittreksel_keurt_af(schema):
    """A schema that let everything pass would prove nothing."""
    good = make().xml
    for old, new in (
        (b"gm9999", b"x9999"),
        (b"c_641ecd76", b"c_00000000"),
        (b"2027-02-16T00:00:00", b"2027-02-16"),
        (b"<diwoo:officieleTitel>", b"<diwoo:verkorteTitel>"),
        (b"diwoo:creatiedatum", b"diwoo:datum"),
    ):
        broken = good.replace(old, new).replace(
            b"</diwoo:officieleTitel>",
            b"</diwoo:verkorteTitel>" if b"verkorteTitel" in new else b"</diwoo:officieleTitel>",
        )
        assert broken != good
        assert not schema.validate(etree.fromstring(broken))


CEL = text.map(one_line)


@trials(150)
@given(
    gegevens=st.dictionaries(st.sampled_from(VELDEN[:-1]), CEL, max_size=len(VELDEN)),
    full=st.booleans(),
    titel=CEL,
    adres=st.sampled_from(["", ADRES]),
)
def test_elk_plan_geeft_xml_die_klopt_met_wat_ontbreekt(
    schema, documentschema, gegevens, full, titel, adres
):
    feiten = (FULL if full else {}) | gegevens
    result = make(feiten, titel=titel, adres=adres)
    assert result == make(feiten, titel=titel, adres=adres)
    root = etree.fromstring(result.xml)
    needed = {part.gegeven for part in result.missing if part.gegeven != "gemeentecode"}
    needed |= {"titel"} if not titel else set()
    needed -= {""}
    geldig = (schema if adres else documentschema).validate(root)
    assert geldig == (not needed)
    for name in ("gemeente", "kenmerk"):
        if feiten.get(name) and re.fullmatch(r"[\w ]+", feiten[name]):
            assert feiten[name] in "".join(root.itertext())
