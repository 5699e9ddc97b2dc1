"""The whole check: our own documents pass, and a file that cannot be read gives one finding."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from uitvoeringsplan.checks.word_rules import WORD_RULES, check_docx, check_package
from uitvoeringsplan.ooxml.package import load_package


def teksten(data: bytes) -> list[str]:
    return [
        f"{een.plaats}: {een.melding} [{een.rule_id}]" for een in check_docx(data, "proef.docx")
    ]


@pytest.mark.parametrize(
    "document", ["leeg", "gevuld", "leeg_plan", "leeg_definitief", "intern_leeg", "intern_gevuld"]
)
def test_wat_wij_maken_is_in_orde(request, document):
    assert teksten(request.getfixturevalue(document)) == []


@pytest.mark.parametrize(
    "deel", ["word/header1.xml", "word/footer1.xml", "word/glossary/document.xml"]
)
def test_ook_de_andere_onderdelen_worden_gelezen(vind, bewerk, gevuld, deel):
    fout = bewerk(
        gevuld, deel, r"<w:p>(<w:pPr>.*?</w:pPr>)?", '<w:p><w:pPr><w:pStyle w:val="Weg"/></w:pPr>'
    )
    assert vind(fout) == {"stijl-ontbreekt"}


def test_getypte_tekst_in_een_leeg_veld_valt_op(vind, bewerk, leeg):
    patroon = r'(<w:tag w:val="lokale-ambitie"/>.*?<w:t[^>]*>)[^<]*'
    fout = bewerk(leeg, "word/document.xml", patroon, r"\1Een echt antwoord.")
    assert vind(fout) == {"vlag-op-tekst"}


def test_bevinding_noemt_onderdeel_tekst_en_regel(bewerk, gevuld):
    lang = "een punt dat veel langer is dan in één regel past"
    fout = bewerk(
        gevuld,
        "word/document.xml",
        "<w:body>",
        f"<w:body><w:p><w:r><w:t>- {lang}</w:t></w:r></w:p>",
    )
    assert teksten(fout) == [
        (
            "word/document.xml, bij “- een punt dat veel langer is dan in éé…”: deze opsomming is"
            " getypt; gebruik de lijststijl van het sjabloon. [getypte-opsomming]"
        )
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("naam", ["word/styles.xml", "Word/Styles.xml"])
def test_onderdeel_dat_er_twee_keer_in_zit(gevuld, naam):
    data = BytesIO(gevuld)
    with zipfile.ZipFile(data, "a") as pakket:
        pakket.writestr(naam, pakket.read("word/styles.xml"))
    assert teksten(data.getvalue()) == [
        "proef.docx: het onderdeel word/styles.xml zit 2 keer in het pakket. [dubbel-onderdeel]"
    ]


@pytest.mark.parametrize(
    ("data", "woorden"),
    [
        (b"", "geen Word-bestand"),
        (b"PK\3\4 kapot", "geen Word-bestand"),
        (b"\xd0\xcf\x11\xe0", "oud Word-bestand"),
    ],
)
def test_bestand_dat_niet_te_lezen_is(data, woorden):
    (bevinding,) = check_docx(data, "proef.docx")
    assert bevinding.rule_id == "onleesbaar"
    assert bevinding.plaats == "proef.docx"
    assert woorden in bevinding.melding
    assert "proef.docx" not in bevinding.melding


@pytest.mark.parametrize("deel", ["word/document.xml", "word/header1.xml", "word/styles.xml"])
def test_onderdeel_dat_geen_xml_is(bewerk, gevuld, deel):
    (melding,) = teksten(bewerk(gevuld, deel, "<w:[a-z]+", "<"))
    assert melding.startswith("proef.docx: ")
    assert deel in melding
    assert melding.endswith("[onleesbaar]")


def test_niets_van_buiten_wordt_gelezen(tmp_path, bewerk, gevuld):
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("niet voor dit document", encoding="utf-8")
    met_dtd = bewerk(
        gevuld,
        "word/header1.xml",
        r"<w:hdr",
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{geheim.as_uri()}">]><w:hdr',
    )
    fout = bewerk(met_dtd, "word/header1.xml", r"(<w:p>)", r"\1<w:r><w:t>- &e;</w:t></w:r>")
    assert "niet voor dit document" not in "".join(teksten(fout))


def test_elke_regel_heeft_een_bron():
    assert all("Source: " in (look.__doc__ or "") for look in WORD_RULES.values())


def test_een_pakket_met_twee_onderdelen_van_een_naam(gevuld):
    """As it lies in memory, where only capitals can tell the two apart."""
    package = load_package(gevuld, "het document")
    styles = package.leden["word/styles.xml"]
    package.leden["word/STYLES.xml"] = styles._replace(naam="word/STYLES.xml")
    (bevinding,) = check_package(package, ())
    assert (bevinding.rule_id, bevinding.plaats) == ("dubbel-onderdeel", "het document")
