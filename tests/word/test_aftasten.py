from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from proeven import proeven
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.scan import MAX_DIEPTE, tast_af


def scan(data: bytes, **opties):
    return tast_af(data, "word/document.xml", "plan.docx", **opties)


def fout_van(data: bytes) -> str:
    with pytest.raises(SjabloonError) as gevangen:
        scan(data)
    assert str(gevangen.value).startswith("plan.docx: het onderdeel word/document.xml ")
    return str(gevangen.value)


def test_de_plaatsen_zijn_die_van_de_bytes():
    data = '<a xmlns="urn:x"><!-- é --><b k="é>"  >tekst &amp; meer</b ><c/></a>'.encode()
    afdruk = scan(data)
    b, c = afdruk.wortel.kinderen
    assert afdruk.bytes(b) == '<b k="é>"  >tekst &amp; meer</b >'.encode()
    assert data[b.binnen : b.slot] == b"tekst &amp; meer"
    assert afdruk.bytes(c) == b"<c/>"
    assert c.binnen == c.slot == c.einde
    assert afdruk.bytes(afdruk.wortel) == data


def test_namen_en_attributen_dragen_hun_naamruimte():
    wortel = scan(b'<q:a xmlns:q="urn:x" q:k="v" k="w"/>').wortel
    assert wortel.naam == "urn:x a"
    assert wortel.attributen == {"urn:x k": "v", "k": "w"}


def test_wat_niet_bewaard_wordt_geeft_zijn_kinderen_door():
    wortel = scan(b"<a><x><b/><x><b/></x></x></a>", bewaar=lambda naam: naam != "x").wortel
    assert [kind.naam for kind in wortel.kinderen] == ["b", "b"]
    assert all(kind.ouder is wortel for kind in wortel.kinderen)


def test_kind_en_alle():
    wortel = scan(b"<a><b n='1'><b n='2'/></b><b n='3'/></a>").wortel
    assert wortel.kind("b").attributen == {"n": "1"}
    assert wortel.kind("z") is None
    assert [b.attributen["n"] for b in wortel.alle("b")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "wortel",
    [
        b'<w:a xmlns:w="urn:x"><q:b xmlns:q="urn:x"/></w:a>',
        b'<a xmlns="urn:x" xmlns:w="urn:x"/>',
        b'<w:a xmlns:w="urn:x" xmlns="urn:x"/>',
        b'<w:a xmlns:w="urn:x"><b xmlns="urn:x"/></w:a>',
    ],
)
def test_het_voorvoegsel_dat_overal_geldt(wortel):
    assert scan(wortel).prefixen["urn:x"] == "w"


def test_een_voorvoegsel_dat_niet_overal_geldt():
    assert "urn:x" not in scan(b'<a><w:b xmlns:w="urn:x"/></a>').prefixen


def test_een_bom_vooraan_verschuift_niets():
    afdruk = scan(b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><a><b>x</b></a>")
    assert afdruk.bytes(afdruk.wortel.kinderen[0]) == b"<b>x</b>"


@pytest.mark.parametrize(
    "kop",
    [
        b'<?xml version="1.0"?>',
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        b"<?xml version='1.0'   encoding = 'utf-8' ?>",
    ],
)
def test_utf8_mag(kop):
    assert scan(kop + "<a>é</a>".encode()).wortel.naam == "a"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('<?xml version="1.0"?><a/>'.encode("utf-16"), id="utf-16-met-bom"),
        pytest.param(
            '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16-be"), id="utf-16-be"
        ),
        pytest.param(b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', id="latin-1"),
        pytest.param(b'<?xml version="1.0" encoding = "ISO-8859-1"?><a>\xe9</a>', id="met-spaties"),
        pytest.param(
            b'<?xml version="1.0"' + b" " * 90 + b'encoding="ISO-8859-1"?><a>\xe9</a>', id="ver-weg"
        ),
        pytest.param(b'<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>', id="cp1252"),
    ],
)
def test_een_andere_codering(data):
    assert "niet als UTF-8 opgeslagen" in fout_van(data)


def test_bytes_die_geen_utf8_zijn():
    assert "geen geldige XML" in fout_van(b"<a>\xe9</a>")


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a/>',
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "ergens.txt">]><a/>',
    ],
)
def test_een_dtd_wordt_geweigerd(data):
    assert "DTD" in fout_van(data)


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"<a/><b/>", b"tekst", b"<a k=1/>"])
def test_geen_xml(data):
    assert "geen geldige XML" in fout_van(data)


def test_te_diep():
    scan(b"<a>" * MAX_DIEPTE + b"</a>" * MAX_DIEPTE)
    assert "te diep" in fout_van(b"<a>" * (MAX_DIEPTE + 1) + b"</a>" * (MAX_DIEPTE + 1))


def test_de_strikte_vorm():
    strikt = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    assert "strikte vorm" in fout_van(strikt)


NAAM = st.sampled_from(["a", "b", "p:c", "p:d"])
WAARDE = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    max_size=8,
)


@st.composite
def xml(draw, diepte: int = 3) -> etree._Element:
    ruimte = "{urn:p}"
    naam = draw(NAAM).replace("p:", ruimte)
    element = etree.Element(naam, {"k": draw(WAARDE)}, nsmap={None: "urn:d", "p": "urn:p"})
    element.text = draw(WAARDE)
    if diepte:
        for kind in draw(st.lists(xml(diepte - 1), max_size=3)):
            kind.tail = draw(WAARDE)
            element.append(kind)
    return element


def canoniek(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


@proeven(150)
@given(xml())
def test_elk_element_staat_waar_lxml_het_ook_ziet(wortel):
    """Cutting any element out of the bytes gives the element that lxml sees there."""
    data = etree.tostring(wortel, encoding="utf-8", xml_declaration=True)
    afdruk = scan(data)
    te_doen = [(afdruk.wortel, wortel)]
    while te_doen:
        ons, hun = te_doen.pop()
        kaal = data[ons.begin : ons.einde].decode()
        kop = f'<o xmlns="urn:d" xmlns:p="urn:p">{kaal}</o>'
        (zelfde,) = etree.fromstring(kop)
        assert canoniek(zelfde) == canoniek(hun)
        assert len(ons.kinderen) == len(hun)
        te_doen += zip(ons.kinderen, hun, strict=True)
