"""The internal document beside the public one: two files, and nothing of one in the other."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from uitvoeringsplan.errors import GebruikError
from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

ZELF = ("md", "html")


@pytest.fixture(scope="module")
def lijst():
    return load_vragenlijst(find_vragen())


@pytest.fixture
def geheimen(voorbeeldplan, lijst) -> list[str]:
    """Put a word of its own in every internal answer of the plan, and return those words."""
    bestand = load_plan(voorbeeldplan, lijst)
    woorden = []
    for vraag in internal_part(lijst).vragen:
        woord = f"verklap{len(woorden)}"
        woorden.append(woord)
        antwoord = f"- {woord}"
        if vraag.type is TYPES["tabel"]:
            cellen = [woord if k.type is TYPES["regel"] else "" for k in vraag.kolommen]
            antwoord = f"| {' | '.join(cellen)} |"
        bestand = bestand.with_answer(vraag, vraag.normalise(antwoord))
    voorbeeldplan.write_bytes(bestand.data)
    return woorden


def maak(plan, **wens):
    (gemaakt,) = take_order([plan], request=Request(**wens)).run()
    assert gemaakt.fout is None
    return gemaakt


def uitgepakt(data: bytes) -> str:
    """Return everything that is in a file; of a package also the names."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as pakket:
        delen = [(naam, pakket.read(naam).decode("latin-1")) for naam in pakket.namelist()]
    return "\n".join(f"{naam}\n{deel}" for naam, deel in delen)


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_geen_enkel_openbaar_bestand_verklapt_iets(voorbeeldplan, geheimen, indeling):
    gemaakt = maak(voorbeeldplan, formaten=ZELF, metadata=True, indeling=indeling)
    bestanden = (gemaakt.word, *gemaakt.erbij)
    assert {pad.suffix for pad in bestanden} == {".docx", ".md", ".html", ".xml"}
    for pad in bestanden:
        inhoud = uitgepakt(pad.read_bytes())
        assert "Oudermeer" in inhoud
        assert not [woord for woord in geheimen if woord in inhoud]


def test_het_interne_document_komt_ernaast_en_zegt_alles(voorbeeldplan, geheimen):
    openbaar = maak(voorbeeldplan)
    voor = openbaar.word.read_bytes()
    intern = maak(voorbeeldplan, intern=True, formaten=ZELF)
    assert intern.word == voorbeeldplan.with_name("dorp-intern.docx")
    assert {pad.name for pad in intern.erbij} == {"dorp-intern.md", "dorp-intern.html"}
    assert openbaar.word.read_bytes() == voor
    for pad in (intern.word, *intern.erbij):
        inhoud = uitgepakt(pad.read_bytes())
        assert [woord for woord in geheimen if woord in inhoud] == geheimen
    assert openbaar.zonder_plaats == intern.zonder_plaats == ()


def test_het_openbare_document_hangt_niet_af_van_het_interne(voorbeeldplan, lijst):
    voor = maak(voorbeeldplan).word.read_bytes()
    bestand = load_plan(voorbeeldplan, lijst)
    for vraag in internal_part(lijst).vragen:
        bestand = bestand.with_answer(vraag, "")
    voorbeeldplan.write_bytes(bestand.data)
    assert maak(voorbeeldplan).word.read_bytes() == voor


def test_van_het_interne_document_is_geen_metadata(voorbeeldplan):
    with pytest.raises(GebruikError, match="wordt niet gepubliceerd"):
        take_order([voorbeeldplan], request=Request(intern=True, metadata=True))


def voorbeeldplan_zonder_intern(plan):
    """Return the plan without the answers that a smaller question set does not know."""
    tekst = plan.read_text("utf-8")
    plan.write_text(tekst.partition("  # Gebieden en fasen:")[0], "utf-8")
    return plan


def test_een_vragenlijst_zonder_interne_hoofdstukken(voorbeeldplan, werkmap):
    openbaar, _, _ = find_vragen().read_text("utf-8").partition("  - id: lokaal-beeld-intern\n")
    kaal = re.sub(r"^intern:\n(?:  .*\n)+", "", openbaar, flags=re.MULTILINE)
    (werkmap / "vragen.yaml").write_text(kaal, "utf-8")
    assert maak(voorbeeldplan_zonder_intern(voorbeeldplan)).fout is None
    with pytest.raises(GebruikError, match="Laat --intern weg"):
        take_order([voorbeeldplan], request=Request(intern=True))


def test_een_indeling_die_er_niet_is(voorbeeldplan):
    with pytest.raises(GebruikError, match="Bij --indeling: “kolommen” is geen keuze"):
        take_order([voorbeeldplan], request=Request(indeling="kolommen"))


def test_een_sjabloon_met_een_indeling(voorbeeldplan):
    with pytest.raises(GebruikError, match=r"heeft maar één indeling\. Laat --indeling weg"):
        take_order([voorbeeldplan], request=Request(intern=True, indeling="koppen"))
