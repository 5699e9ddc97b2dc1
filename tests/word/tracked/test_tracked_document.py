"""The document with tracked changes: accepting leaves the new plan, rejecting the old one."""

from __future__ import annotations

import pytest
from control_reader import Document, expected
from plan_pairs import NAMES, planpaar
from revision_judge import beslist

from independent_reader import NS, Gelezen, w
from trials import greep
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import without_hidden
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.made_here import is_edited_in_word
from uitvoeringsplan.word.filling.properties import read_custom
from uitvoeringsplan.word.returned.reading import read_returned
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

_OWN_DIGEST = ("document", "delen", "vast.")
AUTEUR, DATUM = "Team Veiligheid & <Zorg> “Meer”", "2026-11-21T10:00:00Z"


@pytest.fixture(scope="module", params=greep(NAMES, 6))
def pair(request, plannen, sjabloon, real_lijst):
    """(old plan, new plan, the document of both)."""
    old, new = planpaar(plannen, request.param)
    return (
        old,
        new,
        write_tracked(sjabloon, real_lijst, old, new, auteur=AUTEUR, datum=DATUM),
    )


def fields(tree) -> list[tuple[str, bool]]:
    """Return (tag, whether it stands in a line) of all controls for answers."""
    return [
        (tag, next(field.iterancestors(w("p")), None) is not None)
        for field in tree.iter(w("sdt"))
        if (tag := "".join(field.xpath("w:sdtPr/w:tag/@w:val", namespaces=NS)))
    ]


@pytest.mark.parametrize("aannemen", [True, False], ids=["aangenomen", "verworpen"])
def test_elk_antwoord_en_elk_gegeven(pair, real_lijst, aannemen):
    old, new, data = pair
    plan = without_hidden(real_lijst, new if aannemen else old)
    document = Document(beslist(data, aannemen=aannemen))
    seen = set()
    for tag, in_paragraph in fields(document.tree):
        vraag = real_lijst.vraag(tag)
        is_vraag = tag not in real_lijst.veld_ids
        moet = expected(plan, vraag, in_paragraph=in_paragraph, is_vraag=is_vraag)
        forms = [v for v in document.forms(tag) if isinstance(v, str) == in_paragraph]
        assert forms == [moet] * len(forms), tag
        seen.add(tag)
    other = without_hidden(real_lijst, old if aannemen else new)
    beantwoord = {v.id for v in real_lijst.vragen if plan.value(v) or other.value(v)}
    assert beantwoord <= seen


def test_de_poorten_blijven_open(pair):
    assert check_docx(pair[2], "wijzigingen.docx") == []


def test_ook_na_een_besluit(pair):
    """What is left may not be broken; a field in a line whose words went has nothing in it."""
    for aannemen in (True, False):
        bevindingen = check_docx(beslist(pair[2], aannemen=aannemen), "besloten.docx")
        assert {b.rule_id for b in bevindingen} <= {"invulveld-zonder-inhoud"}


# What is not the answers.


def make(sjabloon, lijst, old, new, **otherwise) -> bytes:
    attributes = {"auteur": AUTEUR, "datum": DATUM, **otherwise}
    return write_tracked(sjabloon, lijst, old, new, **attributes)


@pytest.mark.parametrize("name", ["oudermeer", "leeg", "vol", "maastricht-koppen-definitief"])
def test_zonder_wijziging_is_het_gewoon_het_document(plannen, sjabloon, real_lijst, name):
    plan = plannen[name]
    assert make(sjabloon, real_lijst, plan, plan) == fill(sjabloon, real_lijst, plan)


def test_dezelfde_plannen_geven_dezelfde_bytes(pair, sjabloon, real_lijst):
    old, new, data = pair
    assert make(sjabloon, real_lijst, old, new) == data


def test_elk_merk_heeft_de_maker_het_moment_en_een_eigen_nummer(pair):
    reading = Gelezen(pair[2])
    marks = [
        element
        for tree in reading.trees.values()
        for element in tree.iter(w("ins"), w("del"), w("pPrChange"))
    ]
    assert marks
    assert {(mark.get(w("author")), mark.get(w("date"))) for mark in marks} == {(AUTEUR, DATUM)}
    numbers = [mark.get(w("id")) for mark in marks]
    other = reading.document.xpath("//w:bookmarkStart/@w:id", namespaces=NS)
    assert len(set(numbers)) == len(numbers)
    assert not set(numbers) & set(other)


def test_alle_invulvelden_zijn_er_met_hun_eigenschappen(pair, sjabloon, real_lijst):
    """Everything that the document of the new plan has, and it says the same of itself."""
    _, new, data = pair
    plain, changed = Gelezen(fill(sjabloon, real_lijst, new)), Gelezen(data)
    for part in plain.trees:
        if part.startswith(("word/document", "word/header", "word/footer")):
            assert attributes(plain.trees[part]) <= attributes(changed.trees[part])
    for part in ("docProps/core.xml", "word/settings.xml", "word/styles.xml"):
        assert plain.parts[part] == changed.parts[part]
    own = [read_custom(g.parts["docProps/custom.xml"]) for g in (plain, changed)]
    # What is said of whole parts, sentences and places is of those of this document.
    niet = (*_OWN_DIGEST, "zonder")
    plain_own = {k: v for k, v in own[0].items() if not k.startswith(niet)}
    assert plain_own.items() <= own[1].items()
    assert int(own[1]["zonder"]) <= int(own[0]["zonder"])
    for side in ("aangenomen", "verworpen"):
        assert read_returned(data, "x", real_lijst, wijzigingen=side).fixed.is_equal
    assert not is_edited_in_word(data)


def attributes(tree) -> set[tuple[str, ...]]:
    """Return what says which control it is; not whether it shows its placeholder."""
    return {
        tuple(
            "".join(field.xpath(f"w:sdtPr/w:{name}/@w:val", namespaces=NS))
            for name in ("tag", "alias", "id", "lock")
        )
        for field in tree.iter(w("sdt"))
        if not field.xpath("w:sdtPr/w:docPartObj/w:docPartUnique", namespaces=NS)  # the contents
    }


def lines(data: bytes, style: str) -> list[str]:
    """Return the words in paragraphs of a style, as they are when everything is accepted."""
    paragraphs = Gelezen(data).document.xpath(
        f"//w:p[starts-with(w:pPr/w:pStyle/@w:val, '{style}')]", namespaces=NS
    )
    return ["".join(p.xpath(".//w:t/text()", namespaces=NS)) for p in paragraphs]


def test_de_inhoudsopgave_noemt_de_koppen_van_het_nieuwe_plan(pair):
    """Words that went are not in the list, though they may still stand in a heading."""
    lijst = [line.lstrip("0123456789.") for line in lines(pair[2], "TOC")]
    done = lines(beslist(pair[2], aannemen=True), "Heading")
    assert [line for line in lijst if line not in ("", "Inhoud")] == [
        kop for kop in done if kop in lijst
    ]
    assert len(lijst) > 8


def test_een_hoofdstuk_dat_verdwijnt_of_erbij_komt_staat_er(plannen, sjabloon, real_lijst):
    """The union of both plans; only so can the answers in it be seen."""
    met = plannen["oudermeer"]
    without = met._replace(antwoorden={**met.antwoorden, "acties": "", "signalering-meldpunt": ""})
    for old, new in ((met, without), (without, met)):
        data = make(sjabloon, real_lijst, old, new)
        assert "Planning" in lines(data, "Heading")
        assumed = Document(beslist(data, aannemen=True))
        for tag in ("acties", "signalering-meldpunt"):
            assert [bool(form) for form in assumed.forms(tag)] == [new is met]
    assert "Planning" not in lines(make(sjabloon, real_lijst, without, without), "Heading")


def test_de_indeling_en_de_status_zijn_die_van_het_nieuwe_plan(plannen, sjabloon, real_lijst):
    old, new = plannen["oudermeer"], plannen["oudermeer-koppen-definitief"]
    data = make(sjabloon, real_lijst, old, new)
    assert lines(data, "Heading") == lines(fill(sjabloon, real_lijst, new), "Heading")
    assert "Vastgesteld door het college" in "".join(Gelezen(data).document.itertext())
    terug = make(sjabloon, real_lijst, new, old)
    assert "Vastgesteld door het college" not in "".join(Gelezen(terug).document.itertext())


def test_het_beeld_is_dat_van_het_nieuwe_plan(plannen, sjabloon, real_lijst):
    plan = plannen["oudermeer"]
    other = plan._replace(antwoorden={**plan.antwoorden, "lokale-ambitie": "Iets anders."})
    pictures = {"acties": [Tekening(b"png", 10.0, 5.0, "Wat er te zien is")]}
    data = make(sjabloon, real_lijst, plan, other, pictures=pictures)
    assert Gelezen(data).parts["word/media/uvp-acties-1.png"] == b"png"


def test_een_leeg_antwoord_in_een_vastgesteld_plan_is_ook_een_wijziging(
    plannen, sjabloon, real_lijst
):
    data = make(sjabloon, real_lijst, plannen["leeg"], plannen["leeg-definitief"])
    zin = real_lijst.vraag("lokale-ambitie").empty_text
    (field,) = Gelezen(data).velden("lokale-ambitie")
    assert field.xpath(".//w:ins//w:t/text()", namespaces=NS) == [zin]


def test_de_zin_voor_geen_antwoord_is_na_verwerpen_te_herkennen(plannen, sjabloon, real_lijst):
    """Otherwise it would come home as an answer."""
    data = make(sjabloon, real_lijst, plannen["leeg-definitief"], plannen["oudermeer"])
    own = read_custom(Gelezen(data).parts["docProps/custom.xml"])
    for vraag in real_lijst.vragen:
        assert own[f"leeg.{vraag.id}"] == fingerprint(vraag.empty_text)


def test_een_naam_past_in_het_document(plannen, sjabloon, real_lijst):
    data = make(
        sjabloon, real_lijst, plannen["leeg"], plannen["oudermeer"], auteur="An\n\tTest " * 90
    )
    (name,) = set(Gelezen(data).document.xpath("//w:ins/@w:author", namespaces=NS))
    assert name.startswith("An Test An")
    assert len(name) == 255
