"""Edits of a colleague: each is found, and no other answer changed."""

from __future__ import annotations

import pytest
from colleague_edits import EDITS
from lxml import etree
from returned_documents import Bewerker, deviations, edited, terug

from independent_reader import W
from trials import greep
from uitvoeringsplan.model.markup_writer import canonical
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.returned.result import FoundBy

PLANNEN = ("oudermeer", "oudermeer-koppen", "oudermeer-definitief")


@pytest.fixture(scope="module", params=greep(PLANNEN, 2))
def plan(request, plannen):
    return plannen[request.param]


@pytest.fixture(scope="module")
def made(sjabloon, real_lijst, plan):
    return fill(sjabloon, real_lijst, plan)


CARRIERS = {
    "heel": lambda data: data,
    "zonder tags": lambda data: edited(data, Bewerker.without_tags),
    "zonder bladwijzers": lambda data: edited(data, Bewerker.without_bookmarks),
}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_niets_veranderd_is_niets_veranderd(made, real_lijst, plan, carrier):
    reading = terug(CARRIERS[carrier](made), real_lijst, plan)
    assert deviations(real_lijst, plan, reading) == {}
    assert reading.is_untouched == (carrier == "heel")
    assert not reading.has_wijzigingen
    bevinding = FoundBy.ANKER if carrier == "zonder tags" else FoundBy.TAG
    assert {reading.antwoorden[v.id].bevinding for v in real_lijst.fixed_vragen} == {bevinding}


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("name", EDITS)
def test_een_bewerking_wordt_gevonden(made, real_lijst, plan, name, carrier):
    vraag_id, perform, new = EDITS[name]
    data = edited(CARRIERS[carrier](made), perform)
    reading = terug(data, real_lijst, plan)
    old = plan.text(real_lijst.vraag(vraag_id))
    expected = new(old)
    antwoord = reading.antwoorden[vraag_id]
    assert expected != old
    assert antwoord.text == expected
    assert antwoord.is_unchanged is False
    # With the control gone, nobody knows whether a program emptied an answer or changed its dress.
    assert antwoord.is_certain == (carrier != "zonder tags" or name not in ("leeggemaakt", "vet"))
    assert deviations(real_lijst, plan, reading, [vraag_id]) == {}


def test_zonder_de_oude_teksten_komt_hetzelfde_terug(made, real_lijst, plan):
    """What Word keeps needs no memory; only the order of a table is not in the document."""
    reading = terug(made, real_lijst)
    for vraag in real_lijst.vragen:
        assert reading.antwoorden[vraag.id].text == plan.text(vraag), vraag.id
        assert reading.antwoorden[vraag.id].is_unchanged


@pytest.mark.parametrize("carrier", ["heel", "zonder tags"])
def test_tekst_naast_een_plaatshouder_is_het_antwoord(sjabloon, real_lijst, plannen, carrier):
    plan = plannen["leeg"]
    data = CARRIERS[carrier](fill(sjabloon, real_lijst, plan))

    def type_in(reviser: Bewerker) -> None:
        # Every placeholder reads the same, so the paragraph is found by the one above it.
        for vraag, text in (("ambitie lokaal uit:", "Erachter getypt."), ("lokaal aan:", "")):
            paragraph = next(
                p for p in reviser.paragraph(vraag).itersiblings() if "Klik of tik" in _text(p)
            )
            run = next(t for t in paragraph.iter() if (t.text or "").startswith("Klik of tik"))
            run.text = f"{run.text} {text}" if text else f"Ervoor. {run.text}"

    reading = terug(edited(data, type_in), real_lijst, plan)
    assert reading.antwoorden["lokale-ambitie"].text == "Erachter getypt."
    assert reading.antwoorden["lokale-doelstellingen"].text == "- Ervoor."
    assert deviations(real_lijst, plan, reading, ["lokale-ambitie", "lokale-doelstellingen"]) == {}


@pytest.mark.parametrize(
    ("adres", "terug_"),
    [
        ("https://x.nl/a b", "https://x.nl/a%20b"),
        ("HTTPS://x.nl/(a)<b>", "https://x.nl/%28a%29%3Cb%3E"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ],
)
def test_een_link_van_een_collega(sjabloon, real_lijst, plannen, adres, terug_):
    """Also as the code of a field, which is how many programs write one."""
    plan = plannen["oudermeer"]
    made = fill(sjabloon, real_lijst, plan)
    code = adres.replace("<", "&lt;").replace(">", "&gt;")

    def plak(reviser: Bewerker) -> None:
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        field = (
            f'{sign.format("begin")}<w:r><w:instrText> HYPERLINK "{code}" </w:instrText></w:r>'
            f"{sign.format('separate')}<w:r><w:t>hier</w:t></w:r>{sign.format('end')}"
        )
        paragraph = reviser.paragraph("Dat is hier nodig")
        paragraph.extend(etree.fromstring(f'<w:p xmlns:w="{W}">{field}</w:p>'))

    reading = terug(edited(made, plak), real_lijst, plan)
    text = reading.antwoorden["lokale-ambitie"].text
    assert f"ze een keuze maakt.[hier]({terug_})\n" in text
    assert canonical(text) == text


def test_wie_letterlijk_de_plaatshouder_antwoordt_houdt_dat(sjabloon, real_lijst, plannen):
    text = "Klik of tik om tekst in te voeren."
    plan = plannen["oudermeer"]
    plan = plan._replace(antwoorden={**plan.antwoorden, "lokale-ambitie": text})
    reading = terug(fill(sjabloon, real_lijst, plan), real_lijst)
    assert reading.antwoorden["lokale-ambitie"].text == text


def _text(element) -> str:
    return "".join(element.itertext())
