"""The habits of other programs: what they change by themselves changes nothing in the plan."""

from __future__ import annotations

import pytest
from other_programs import (
    afgekapt,
    met_inhoudsopgave_over,
    met_invulopdracht,
    met_plaatshoudervlag,
    met_slokkende_link,
    met_verspreid_vet,
    with_bare_field,
    with_copied_bookmarks,
    with_field_in_paragraph,
    without_labels,
)
from returned_documents import Bewerker, deviations, edited, terug

from independent_reader import NS
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy
from uitvoeringsplan.word.returned.values import KnownAnswer, from_line

LINK = "deskundigheid-intern"  # an answer with a link in its first paragraph
STYLE = "PlaceholderText"


@pytest.fixture(scope="module", params=["oudermeer", "oudermeer-koppen"])
def plan(plannen, request):
    return plannen[request.param]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


@pytest.mark.parametrize("bookmarks", [lambda _: None, Bewerker.without_bookmarks])
def test_libreoffice_25_zet_het_veld_in_de_eerste_alinea(made, real_lijst, plan, bookmarks):
    data = edited(made, with_field_in_paragraph(real_lijst), bookmarks)
    reading = terug(data, real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}
    assert reading.missing == ()


def test_en_woorden_in_die_alinea_veranderen_alleen_die_woorden(made, real_lijst, plan):
    data = edited(
        made,
        with_field_in_paragraph(real_lijst),
        lambda b: b.replace("verdiepende training", "grondige training"),
    )
    reading = terug(data, real_lijst, plan)
    old = plan.antwoorden[LINK]
    assert reading.antwoorden[LINK].text == old.replace("verdiepende", "grondige")
    assert deviations(real_lijst, plan, reading, [LINK]) == {}


def test_libreoffice_dat_nog_eens_bewaart_laat_een_veld_zonder_naam(made, real_lijst, plan):
    data = edited(made, with_bare_field(real_lijst))
    assert "HYPERLINK" in data_of(data)
    assert deviations(real_lijst, plan, terug(data, real_lijst, plan)) == {}
    otherwise = edited(data, lambda b: b.replace("verdiepende training", "grondige training"))
    reading = terug(otherwise, real_lijst, plan)
    old = plan.antwoorden[LINK]
    assert reading.antwoorden[LINK].text == old.replace("verdiepende", "grondige")
    assert deviations(real_lijst, plan, reading, [LINK]) == {}


@pytest.mark.parametrize("command", ["", "FILLIN", "FORMTEXT"])
def test_zonder_invulveld_en_zonder_regel_erboven_is_een_antwoord_er_nog(
    made, real_lijst, plan, command
):
    """By way of odt or doc, and with the lines of the questions deleted."""
    gone = met_invulopdracht(real_lijst, command) if command else Bewerker.without_tags
    habits = [with_copied_bookmarks] if command == "FORMTEXT" else []
    data = edited(made, gone, without_labels(real_lijst), *habits)
    reading = terug(data, real_lijst, plan)
    fields = [field.id for field in real_lijst.gegevens]
    assert deviations(real_lijst, plan, reading, fields) == {}
    assert {reading.antwoorden[v.id].bevinding for v in real_lijst.vragen} == {FoundBy.ANKER}
    otherwise = edited(data, lambda b: b.replace("Komt de openbare orde", "Is de openbare orde"))
    antwoord = terug(otherwise, real_lijst, plan).antwoorden["borgen-college"]
    assert antwoord.text == plan.antwoorden["borgen-college"].replace(
        "Komt de openbare", "Is de openbare"
    )
    assert antwoord.is_certain


def test_een_alinea_die_naar_een_ander_antwoord_ging_neemt_haar_vraag_niet_mee(
    made, real_lijst, plan
):
    """Its bookmark goes along, and the question has its own line still."""

    def move(reviser: Bewerker) -> None:
        reviser.without_tags()
        moved = reviser.paragraph("Niet elk meningsverschil")
        name = reviser.document.xpath(
            "//w:bookmarkStart[@w:name='uva_borgen_college']", namespaces=NS
        )
        moved.insert(1, name[0])

    reading = terug(edited(made, move), real_lijst, plan)
    for name in ("lokale-ambitie", "borgen-college"):
        assert reading.antwoorden[name].text == plan.antwoorden[name]


def test_een_veld_zonder_naam_van_word_is_wat_iemand_maakte(made, real_lijst, plan):
    reading = terug(edited(made, with_bare_field(real_lijst, "id")), real_lijst, plan)
    assert "HYPERLINK" in reading.antwoorden[LINK].text


def test_een_link_die_de_woorden_ervoor_meeneemt(made, real_lijst, plan):
    data = edited(made, met_slokkende_link(real_lijst))
    assert "[**Adviseur" not in plan.antwoorden[LINK]
    assert deviations(real_lijst, plan, terug(data, real_lijst, plan)) == {}
    # Where the words are others too, nobody knows how far the link goes.
    otherwise = edited(data, lambda b: b.replace("verdiepende training", "grondige training"))
    reading = terug(otherwise, real_lijst, plan)
    assert not reading.antwoorden[LINK].is_certain
    assert "grondige training" in reading.antwoorden[LINK].text
    assert deviations(real_lijst, plan, reading, [LINK]) == {}


@pytest.mark.parametrize(
    ("command", "end"), [(' FILLIN ""', True), (" FORMTEXT ", True), (" FORMTEXT ", False)]
)
def test_de_eerste_alinea_als_veld_om_in_te_vullen(made, real_lijst, plan, command, end):
    data = edited(made, met_invulopdracht(real_lijst, command, end=end))
    reading = terug(data, real_lijst, plan)
    assert "HYPERLINK" in data_of(data)
    for vraag in real_lijst.vragen:
        if vraag.type.is_block and vraag.id in reading.antwoorden:
            antwoord = reading.antwoorden[vraag.id]
            assert (antwoord.text, antwoord.is_certain) == (plan.text(vraag), True), vraag.id
    assert reading.doubts == ()
    # The fields have no name any more: what became of them is not known.
    assert set(reading.missing) >= {"kenmerk", "status"}


def data_of(data: bytes) -> str:
    return Bewerker(data).parts["word/document.xml"].decode()


def test_een_antwoord_in_de_inhoudsopgave(made, real_lijst, plan):
    over = edited(made, met_inhoudsopgave_over("lokale-ambitie"))
    assert deviations(real_lijst, plan, terug(over, real_lijst, plan)) == {}
    data = edited(over, lambda b: b.replace("Dat is hier nodig", "Dat is hier hard nodig"))
    reading = terug(data, real_lijst, plan)
    assert "Dat is hier hard nodig" in reading.antwoorden["lokale-ambitie"].text
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie"]) == {}


@pytest.mark.parametrize("tag", ["kenmerk", "lokale-ambitie"])
@pytest.mark.parametrize("kind", ["oudermeer", "leeg"])
def test_woorden_onder_de_vlag_van_een_leeg_veld(sjabloon, real_lijst, plannen, tag, kind):
    """The control says that it is empty, and shows words that it does not show then."""
    plan = plannen[kind]
    data = edited(
        fill(sjabloon, real_lijst, plan), met_plaatshoudervlag(tag, "Z-2027-00001", STYLE)
    )
    reading = terug(data, real_lijst, plan)
    antwoord = reading.antwoorden[tag]
    assert (antwoord.text, antwoord.is_certain) == ("Z-2027-00001", False)
    (doubt,) = reading.doubts
    assert "“Z-2027-00001”" in doubt.message


@pytest.mark.parametrize("without_glossarium", [False, True])
def test_een_echte_plaatshouder_is_niets(sjabloon, real_lijst, plannen, without_glossarium):
    def gone(reviser: Bewerker) -> None:
        rels = "word/_rels/document.xml.rels"
        reviser.parts[rels] = reviser.parts[rels].replace(b"glossaryDocument", b"iets")

    plan = plannen["leeg"]
    stappen = [gone] if without_glossarium else []
    reading = terug(edited(fill(sjabloon, real_lijst, plan), *stappen), real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}


def test_een_gevuld_veld_zonder_bekende_plaatshouder_is_niet_leeggemaakt(real_lijst):
    """The same flag and style over an answer that was there: never "emptied" by itself."""
    mark = KnownAnswer(real_lijst.vraag("kenmerk"), "0" * 16, plaatshouders=("X",), maybe=("X",))
    outcome = from_line("X", mark)
    assert outcome.text == "X"
    assert outcome.message
    assert from_line("X", mark._replace(digest="")).text == ""


def test_wat_een_programma_wegliet_is_een_twijfel(made, real_lijst, plan):
    reading = terug(edited(made, afgekapt(real_lijst)), real_lijst, plan)
    otherwise = [a for a in reading.antwoorden.values() if not a.is_unchanged]
    assert len(otherwise) > 10
    for antwoord in otherwise:
        messages = [b.message for b in reading.doubts if b.vraag_id == antwoord.id]
        assert not antwoord.is_certain, antwoord.id
        assert any("het begin" in message for message in messages), messages


def test_opmaak_die_een_programma_overal_veranderde_komt_uit_het_plan(made, real_lijst, plan):
    data = edited(made, met_verspreid_vet(real_lijst))
    reading = terug(data, real_lijst, plan)
    doubt, *others = reading.doubts
    assert "Een programma heeft opmaak veranderd: vet of cursief." in doubt.message
    assert doubt.message.count("“") > 10
    assert others == []
    assert deviations(real_lijst, plan, reading._replace(doubts=())) == {}
    # What somebody typed comes home, and nothing of what the program did.
    otherwise = edited(data, lambda b: b.replace("verdiepende training", "grondige training"))
    reading = terug(otherwise, real_lijst, plan)
    antwoord = reading.antwoorden[LINK]
    assert antwoord.text == plan.antwoorden[LINK].replace("verdiepende", "grondige")
    assert antwoord.is_certain
    assert not antwoord.is_unchanged
    label = real_lijst.vraag(LINK).label
    assert f"Bij deze komen de woorden uit Word, in de opmaak van het plan: “{label}”." in (
        reading.doubts[0].message
    )
    assert deviations(real_lijst, plan, reading._replace(doubts=()), [LINK]) == {}


def test_veld_en_tekst_allebei_weg(made, real_lijst, plan):
    def gone(reviser: Bewerker) -> None:
        sdt = reviser.control("borgen-afdelingen")
        sdt.getparent().remove(sdt)

    reading = terug(edited(made, gone), real_lijst, plan)
    antwoord = reading.antwoorden["borgen-afdelingen"]
    assert (antwoord.text, antwoord.is_certain) == ("", False)
    assert deviations(real_lijst, plan, reading, ["borgen-afdelingen"]) == {}
