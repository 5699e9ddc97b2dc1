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
def made(builder) -> bytes:
    return fill(builder.open(builder.docx()), builder.lijst, builder.plan(eerste="a"))


def packed_again(data: bytes, *, otherwise: dict[str, bytes] | None = None) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            part = (otherwise or {}).get(name, old.read(name))
            if part:
                new.writestr(name, part)
    return result.getvalue()


def test_wat_hier_net_gemaakt_is(made):
    assert not is_edited_in_word(made)


def test_anders_ingepakt_is_nog_hetzelfde_document(made):
    assert not is_edited_in_word(packed_again(made))


def test_een_ander_programma_bewaarde_het(made, builder):
    text = builder.read(made).parts["word/document.xml"]
    otherwise = {"word/document.xml": text.replace(b">a<", b">b<")}
    assert is_edited_in_word(packed_again(made, otherwise=otherwise))


def test_python_docx_bewaarde_het(made):
    document = docx.Document(io.BytesIO(made))
    document.add_paragraph("erbij")
    result = io.BytesIO()
    document.save(result)
    assert is_edited_in_word(result.getvalue())


@pytest.mark.parametrize(
    "otherwise",
    [{"docProps/custom.xml": b""}, {"docProps/custom.xml": b"<"}, {"_rels/.rels": b"<x"}],
)
def test_een_bestand_dat_niet_te_volgen_is_kan_van_iemand_zijn(made, otherwise):
    assert is_edited_in_word(packed_again(made, otherwise=otherwise))


@pytest.mark.parametrize("data", [b"", b"Beste lezer", b"\xd0\xcf\x11\xe0"])
def test_een_ander_soort_bestand(data):
    assert is_edited_in_word(data)


def test_een_sjabloon_is_niet_hier_gemaakt(real_sjabloon):
    assert is_edited_in_word(real_sjabloon)


def test_de_afdrukken_van_de_antwoorden(made, builder):
    found = fingerprints(made)
    assert found.pop("eerste") == fingerprint("a")
    assert set(found.values()) == {""}
    ids = {vraag.id for vraag in (*builder.lijst.gegevens, *builder.lijst.vragen)}
    assert found.keys() == ids - {"eerste"}


def test_een_bestand_van_elders_heeft_geen_afdrukken(made):
    assert fingerprints(packed_again(made, otherwise={"docProps/custom.xml": b""})) == {}
    with pytest.raises(SjabloonError):
        fingerprints(b"Beste lezer")
