"""Fields: a reader shows the result and never the instruction, wherever the field ends."""

from __future__ import annotations

import pytest
from docx_to_read import (
    END,
    SEPARATOR,
    START,
    field,
    paragraph,
    read,
    run,
    sketch,
)

from package_builder import W
from uitvoeringsplan.document.fields import OpenFields, field_name, form_choice
from uitvoeringsplan.model.document import (
    Tekstdeel,
)
from uitvoeringsplan.ooxml.tree import Element, parse


def test_van_een_veld_telt_het_resultaat():
    rels = [("l", "hyperlink", "!https://a.nl")]
    document = read(
        paragraph("Bladzijde ", field(" PAGE ", "3"), " van ", field("NUMPAGES", "9"), "."),
        paragraph("Op ", field(' DATE \\@ "d MMMM" ', "1 mei"), "."),
        paragraph('<w:fldSimple w:instr=" PAGE ">' + run("4") + "</w:fldSimple>", "x"),
        paragraph('<w:fldSimple w:instr=" TITLE ">' + run("Plan") + "</w:fldSimple>"),
        paragraph(
            field(' HYPERLINK "https://b.nl" \\t "_blank" ', "link ", field("REF x", "b")), "!"
        ),
        paragraph(START, run("<w:instrText>XE begrip</w:instrText>"), END, "term"),
        relationships=rels,
    )
    assert sketch(document.content) == [
        "Bladzijde  van .", "Op 1 mei.", "x", "Plan", "link b!", "term",
    ]  # fmt: skip
    parts = document.content[4].text
    assert parts[0] == Tekstdeel("link b", adres="https://b.nl")
    assert parts[1] == Tekstdeel("!")


def opened(command: str, *signs: str, **rest) -> OpenFields:
    """Return the fields after one began with this instruction, and these signs came."""
    fields = OpenFields(**rest)
    fields.sign("begin")
    fields.instruct(command)
    for sign in signs:
        fields.sign(sign)
    return fields


@pytest.mark.parametrize(
    ("command", "name"),
    [(" page \\* MERGEFORMAT ", "PAGE"), ("TOC", "TOC"), ("", ""), ("  ", "")],
)
def test_de_naam_van_een_veld(command, name):
    assert field_name(command) == name


@pytest.mark.parametrize(
    ("command", "visible"),
    [(" PAGE ", False), ("numpages", False), ('TOC \\o "1-3"', False), ("REF x", True), ("", True)],
)
def test_van_welk_veld_het_resultaat_te_lezen_is(command, visible):
    fields = opened(command)
    assert not fields.is_visible  # what stands before the result is no text
    fields.sign("separate")
    assert fields.is_visible is visible
    fields.sign("end")
    assert fields.is_visible


def test_een_beschadigd_veld_kan_zonder_resultaat_zijn():
    assert opened("REF x", is_strict=False).is_visible
    fields = OpenFields()
    for sign in ("separate", "end", "end"):  # of a field that never began
        fields.sign(sign)
    fields.instruct("PAGE")
    assert fields.is_visible


def test_een_veld_in_een_veld_dat_niet_te_lezen_is():
    fields = opened(" PAGE ", "separate")
    fields.start_simple("REF x")
    assert not fields.is_visible
    fields.sign("end")
    assert not fields.is_visible
    fields.sign("end")
    assert fields.is_visible


@pytest.mark.parametrize(
    ("command", "waarheen"),
    [
        (' HYPERLINK "https://a.nl" ', ("https://a.nl", "")),
        (" hyperlink https://a.nl", ("https://a.nl", "")),
        (' HYPERLINK \\l "deel" ', ("", "deel")),
        (' HYPERLINK "https://a.nl" \\l deel \\h', ("https://a.nl", "deel")),
        (' HYPERLINK \\n "https://a.nl"', ("https://a.nl", "")),
        (' HYPERLINK \\o "Lees dit" \\t _blank "https://a.nl" \\l deel', ("https://a.nl", "deel")),
        (" HYPERLINK ", ("", "")),
        (" REF deel ", ("", "")),
    ],
)
def test_waar_een_veld_heen_leidt(command, waarheen):
    fields = opened(command)
    assert fields.link == ("", "")
    fields.sign("separate")
    assert fields.link == waarheen
    fields.start_simple(' HYPERLINK "https://binnen.nl" ')
    assert fields.link == ("https://binnen.nl", "")
    fields.sign("end")
    assert fields.link == waarheen
    fields.sign("end")
    assert fields.link == ("", "")


def test_een_inhoudsopgave_wordt_een_keer_gemeld():
    fields = opened(' TOC \\o "1-3" ', "separate")
    assert [fields.take_contents(), fields.take_contents()] == [True, False]
    assert not opened(' TOC \\h \\c "Figuur" ', "separate").take_contents()


def test_van_welke_velden_niemand_een_woord_las():
    fields = OpenFields()
    for command in ("DATE", "XE begrip", "SET x", ""):  # of all but the first Word shows nothing
        fields.start_simple(command)
        fields.sign("end")
    fields.start_simple("REF gelezen")
    fields.say()
    fields.sign("end")
    assert fields.unread() == ["DATE"]
    fields.sign("begin")
    fields.instruct("TIME")
    assert fields.unread() == ["DATE", "TIME"]  # it did not come to its result


def test_woorden_in_een_veld_zijn_ook_van_het_veld_eromheen():
    fields = opened("IF x", "separate")
    fields.start_simple("REF y")
    fields.say()
    fields.sign("end")
    fields.sign("end")
    assert fields.unread() == []


def test_een_veld_waarvan_de_keuze_al_gelezen_is():
    fields = OpenFields()
    fields.sign("begin", is_chosen=True)
    fields.instruct("FORMDROPDOWN")
    fields.sign("separate")
    assert not fields.is_visible
    fields.sign("end")
    assert fields.is_visible
    assert fields.unread() == []


def formulierveld(gegevens: str) -> Element:
    sign = f'<w:fldChar xmlns:w="{W}" w:fldCharType="begin"><w:ffData>{gegevens}</w:ffData>'
    return parse(f"{sign}</w:fldChar>".encode(), "x", "y")


KEUZES = '<w:listEntry w:val="nee"/><w:listEntry w:val="ja"/>'


@pytest.mark.parametrize(
    ("gegevens", "keuze"),
    [
        (f'<w:ddList><w:result w:val="1"/>{KEUZES}</w:ddList>', "ja"),
        (f'<w:ddList><w:default w:val="1"/>{KEUZES}</w:ddList>', "ja"),
        (f"<w:ddList>{KEUZES}</w:ddList>", "nee"),
        (f'<w:ddList><w:result w:val="2"/>{KEUZES}</w:ddList>', ""),
        ("<w:ddList/>", ""),
        ("<w:checkBox><w:checked/></w:checkBox>", "☑"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox><w:default/></w:checkBox>", "☑"),
        ("<w:checkBox/>", "☐"),
        ('<w:textInput><w:default w:val="x"/></w:textInput>', None),
    ],
)
def test_wat_er_gekozen_is_in_een_formulier(gegevens, keuze):
    assert form_choice(formulierveld(gegevens)) == keuze


def test_velden_volgen_door_wat_niet_gelezen_wordt():
    """A field that begins in something left out may end after it."""
    fields = OpenFields()
    text = START + run("<w:instrText>TOC</w:instrText>") + SEPARATOR + run("Een")
    fields.follow(parse(f'<w:sdt xmlns:w="{W}">{text}</w:sdt>'.encode(), "x", "y"))
    assert not fields.is_visible
    assert not fields.take_contents()  # that list is known
    fields.sign("end")
    assert fields.is_visible
