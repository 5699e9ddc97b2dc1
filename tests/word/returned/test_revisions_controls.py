"""A control that somebody deleted or put in while changes were tracked."""

from __future__ import annotations

import pytest
from lxml import etree
from returned_documents import (
    AUTEUR,
    Bewerker,
    als_wijziging,
    deviations,
    edited,
    mark_paragraph,
    terug,
)

from independent_reader import w
from uitvoeringsplan.word.filling.filling import fill

VRAAG = "borgen-afdelingen"


@pytest.fixture(scope="module")
def plan(plannen):
    return plannen["oudermeer"]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


def met_merken(kind: str, *, words: bool):
    """Return what marks a control as deleted or inserted (`Del`, `Ins`); with its words."""

    def perform(reviser: Bewerker) -> None:
        sdt = reviser.control(VRAAG)
        content = sdt.find(w("sdtContent"))
        if words:
            for paragraph in content.findall(w("p")):
                for run in paragraph.findall(w("r")):
                    place = paragraph.index(run)
                    paragraph.insert(place, als_wijziging(kind.lower(), run))
                mark_paragraph(paragraph, kind.lower())
        start, end = (f"customXml{kind}Range{side}" for side in ("Start", "End"))
        sdt.addprevious(etree.Element(w(start), {**AUTEUR, w("id"): "71"}))
        content.insert(0, etree.Element(w(end), {w("id"): "71"}))
        content.append(etree.Element(w(start), {**AUTEUR, w("id"): "72"}))
        sdt.addnext(etree.Element(w(end), {w("id"): "72"}))

    return perform


def test_alleen_het_veld_is_geschrapt(made, real_lijst, plan):
    """Its words are there still, below its bookmark."""
    data = edited(made, met_merken("Del", words=False))
    reading = terug(data, real_lijst, plan)
    assert reading.has_wijzigingen
    assert deviations(real_lijst, plan, reading) == {}


def test_veld_en_woorden_zijn_geschrapt(made, real_lijst, plan):
    data = edited(made, met_merken("Del", words=True))
    antwoord = terug(data, real_lijst, plan).antwoorden[VRAAG]
    assert (antwoord.text, antwoord.is_certain) == ("", False)
    rejected = terug(data, real_lijst, plan, wijzigingen="verworpen")
    assert deviations(real_lijst, plan, rejected) == {}


def test_ook_de_bladwijzer_is_weg(made, real_lijst, plan):
    data = edited(made, met_merken("Del", words=True), Bewerker.without_bookmarks)
    assert terug(data, real_lijst, plan).missing == (VRAAG,)


def test_een_veld_dat_erbij_kwam_is_weg_als_het_is_verworpen(made, real_lijst, plan):
    """Somebody put a second control of the question in, with words of its own."""

    def copy(reviser: Bewerker) -> None:
        new = etree.fromstring(etree.tostring(reviser.control(VRAAG)))
        reviser.control("borgen-college").addprevious(new)
        for sdt in reviser.velden(VRAAG):
            if sdt is not new:
                sdt.find(w("sdtPr")).find(w("tag")).set(w("val"), "even-anders")
        met_merken("Ins", words=True)(reviser)
        for sdt in reviser.velden("even-anders"):
            sdt.find(w("sdtPr")).find(w("tag")).set(w("val"), VRAAG)

    data = edited(made, copy)
    assert not terug(data, real_lijst, plan).antwoorden[VRAAG].is_certain
    rejected = terug(data, real_lijst, plan, wijzigingen="verworpen")
    assert deviations(real_lijst, plan, rejected) == {}
