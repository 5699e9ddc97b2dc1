"""A Word file as a colleague sends it back: other answers, made from the same plan."""

from __future__ import annotations

import io
import zipfile

from uitvoeringsplan.files.lookup import find_vragen
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.generate import Request, take_order
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst

LIJST = load_vragenlijst(find_vragen())
DEEL, EIGEN = "word/document.xml", "docProps/custom.xml"


def maak(plan, word, **wens):
    (gemaakt,) = take_order([plan], out=word, request=Request(overschrijf=True, **wens)).run()
    assert gemaakt.fout is None
    return word


def met(plan, **antwoorden):
    """Write other answers into the plan; underscores in the names are hyphens."""
    bestand = load_plan(plan, LIJST)
    for naam, tekst in antwoorden.items():
        bestand = bestand.with_answer(LIJST.vraag(naam.replace("_", "-")), tekst)
    plan.write_bytes(bestand.data)


def bewerkt(plan, word, **antwoorden):
    """Return the document of `plan` as if somebody had typed these answers in Word.

    Typing leaves the properties, which tell what the document was made from, as they are.
    """
    was = plan.read_bytes()
    maak(plan, word)
    with zipfile.ZipFile(word) as pakket:
        eigen = pakket.read(EIGEN)
    met(plan, **antwoorden)
    maak(plan, word)
    plan.write_bytes(was)
    leden = {}
    with zipfile.ZipFile(word) as pakket:
        leden = {naam: pakket.read(naam) for naam in pakket.namelist()}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, eigen if naam == EIGEN else data)
    word.write_bytes(uit.getvalue())
    return word


def typ_over(word, *paren: tuple[str, str], waar: str = ""):
    """Type other words in a document, in the place of words that stand there once.

    With `waar` everywhere in the parts whose name begins with that.
    """
    leden = _leden(word)
    for oud, nieuw in paren:
        assert waar or leden[DEEL].count(oud.encode()) == 1, oud
        for naam in [naam for naam in leden if naam.startswith(waar or DEEL)]:
            leden[naam] = leden[naam].replace(oud.encode(), nieuw.encode())
    return _pak_in(word, leden)


def verander(word, anders, *, deel="word/document.xml"):
    """Rewrite one part of a Word file by `anders`, as another program would; the rest stays."""
    leden = _leden(word)
    nieuw = anders(leden[deel])
    assert nieuw != leden[deel], "de bewerking past niet op dit document"
    return _pak_in(word, {**leden, deel: nieuw})


def _leden(word):
    with zipfile.ZipFile(word) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def _pak_in(word, leden):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, data in leden.items():
            pakket.writestr(naam, data)
    word.write_bytes(uit.getvalue())
    return word


def zonder_afdruk(word):
    """Make a Word file one of a version that did not write what stands outside the answers."""
    return verander(word, lambda eigen: eigen.replace(b'"uvp.vast', b'"uvp.oud'), deel=EIGEN)
