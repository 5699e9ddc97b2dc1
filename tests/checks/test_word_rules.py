"""The whole check: our own documents pass, and a file that cannot be read gives one finding."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from uitvoeringsplan.checks.word_rules import WORD_RULES, check_docx, check_package
from uitvoeringsplan.ooxml.package import load_package


def texts(data: bytes) -> list[str]:
    return [f"{one.place}: {one.message} [{one.rule_id}]" for one in check_docx(data, "proef.docx")]


@pytest.mark.parametrize(
    "document",
    ["empty", "filled", "empty_plan", "empty_definitief", "intern_empty", "intern_filled"],
)
def test_wat_wij_maken_is_in_orde(request, document):
    assert texts(request.getfixturevalue(document)) == []


@pytest.mark.parametrize(
    "part", ["word/header1.xml", "word/footer1.xml", "word/glossary/document.xml"]
)
def test_ook_de_andere_onderdelen_worden_gelezen(find, bewerk, filled, part):
    error = bewerk(
        filled, part, r"<w:p>(<w:pPr>.*?</w:pPr>)?", '<w:p><w:pPr><w:pStyle w:val="Weg"/></w:pPr>'
    )
    assert find(error) == {"stijl-ontbreekt"}


def test_getypte_tekst_in_een_leeg_veld_valt_op(find, bewerk, empty):
    patroon = r'(<w:tag w:val="lokale-ambitie"/>.*?<w:t[^>]*>)[^<]*'
    error = bewerk(empty, "word/document.xml", patroon, r"\1Een echt antwoord.")
    assert find(error) == {"vlag-op-tekst"}


def test_bevinding_noemt_onderdeel_tekst_en_regel(bewerk, filled):
    lang = "een punt dat veel langer is dan in één regel past"
    error = bewerk(
        filled,
        "word/document.xml",
        "<w:body>",
        f"<w:body><w:p><w:r><w:t>- {lang}</w:t></w:r></w:p>",
    )
    assert texts(error) == [
        (
            "word/document.xml, bij “- een punt dat veel langer is dan in éé…”: deze opsomming is"
            " getypt; gebruik de lijststijl van het sjabloon. [getypte-opsomming]"
        )
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/styles.xml", "Word/Styles.xml"])
def test_onderdeel_dat_er_twee_keer_in_zit(filled, name):
    data = BytesIO(filled)
    with zipfile.ZipFile(data, "a") as package:
        package.writestr(name, package.read("word/styles.xml"))
    assert texts(data.getvalue()) == [
        "proef.docx: het onderdeel word/styles.xml zit 2 keer in het pakket. [dubbel-onderdeel]"
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen Word-bestand"),
        (b"PK\3\4 kapot", "geen Word-bestand"),
        (b"\xd0\xcf\x11\xe0", "oud Word-bestand"),
    ],
)
def test_bestand_dat_niet_te_lezen_is(data, words):
    (bevinding,) = check_docx(data, "proef.docx")
    assert bevinding.rule_id == "onleesbaar"
    assert bevinding.place == "proef.docx"
    assert words in bevinding.message
    assert "proef.docx" not in bevinding.message


@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "word/styles.xml"])
def test_onderdeel_dat_geen_xml_is(bewerk, filled, part):
    (message,) = texts(bewerk(filled, part, "<w:[a-z]+", "<"))
    assert message.startswith("proef.docx: ")
    assert part in message
    assert message.endswith("[onleesbaar]")


def test_niets_van_buiten_wordt_gelezen(tmp_path, bewerk, filled):
    secret = tmp_path / "geheim.txt"
    secret.write_text("niet voor dit document", encoding="utf-8")
    met_dtd = bewerk(
        filled,
        "word/header1.xml",
        r"<w:hdr",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:hdr',
    )
    error = bewerk(met_dtd, "word/header1.xml", r"(<w:p>)", r"\1<w:r><w:t>- &e;</w:t></w:r>")
    assert "niet voor dit document" not in "".join(texts(error))


def test_elke_regel_heeft_een_bron():
    assert all("Source: " in (look.__doc__ or "") for look in WORD_RULES.values())


def test_een_pakket_met_twee_onderdelen_van_een_naam(filled):
    """As it lies in memory, where only capitals can tell the two apart."""
    package = load_package(filled, "het document")
    styles = package.members["word/styles.xml"]
    package.members["word/STYLES.xml"] = styles._replace(name="word/STYLES.xml")
    (bevinding,) = check_package(package, ())
    assert (bevinding.rule_id, bevinding.place) == ("dubbel-onderdeel", "het document")
