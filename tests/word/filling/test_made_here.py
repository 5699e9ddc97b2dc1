from __future__ import annotations

import io
import zipfile

import docx
import pytest

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.filling.made_here import fingerprints, is_edited_in_word


@pytest.fixture
def gemaakt(builder) -> bytes:
    return fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="a"))


def opnieuw_ingepakt(data: bytes, *, anders: dict[str, bytes] | None = None) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            deel = (anders or {}).get(naam, oud.read(naam))
            if deel:
                nieuw.writestr(naam, deel)
    return uit.getvalue()


def test_wat_hier_net_gemaakt_is(gemaakt):
    assert not is_edited_in_word(gemaakt)


def test_anders_ingepakt_is_nog_hetzelfde_document(gemaakt):
    assert not is_edited_in_word(opnieuw_ingepakt(gemaakt))


def test_een_ander_programma_bewaarde_het(gemaakt, builder):
    tekst = builder.lees(gemaakt).delen["word/document.xml"]
    anders = {"word/document.xml": tekst.replace(b">a<", b">b<")}
    assert is_edited_in_word(opnieuw_ingepakt(gemaakt, anders=anders))


def test_python_docx_bewaarde_het(gemaakt):
    document = docx.Document(io.BytesIO(gemaakt))
    document.add_paragraph("erbij")
    uit = io.BytesIO()
    document.save(uit)
    assert is_edited_in_word(uit.getvalue())


@pytest.mark.parametrize(
    "anders",
    [{"docProps/custom.xml": b""}, {"docProps/custom.xml": b"<"}, {"_rels/.rels": b"<x"}],
)
def test_een_bestand_dat_niet_te_volgen_is_kan_van_iemand_zijn(gemaakt, anders):
    assert is_edited_in_word(opnieuw_ingepakt(gemaakt, anders=anders))


@pytest.mark.parametrize("data", [b"", b"Beste lezer", b"\xd0\xcf\x11\xe0"])
def test_een_ander_soort_bestand(data):
    assert is_edited_in_word(data)


def test_een_sjabloon_is_niet_hier_gemaakt(echt_sjabloon):
    assert is_edited_in_word(echt_sjabloon)


def test_de_afdrukken_van_de_antwoorden(gemaakt, builder):
    gevonden = fingerprints(gemaakt)
    assert gevonden.pop("eerste") == fingerprint("a")
    assert set(gevonden.values()) == {""}
    ids = {vraag.id for vraag in (*builder.lijst.gegevens, *builder.lijst.vragen)}
    assert gevonden.keys() == ids - {"eerste"}


def test_een_bestand_van_elders_heeft_geen_afdrukken(gemaakt):
    assert fingerprints(opnieuw_ingepakt(gemaakt, anders={"docProps/custom.xml": b""})) == {}
    with pytest.raises(SjabloonError):
        fingerprints(b"Beste lezer")
