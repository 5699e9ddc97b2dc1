from __future__ import annotations

import pytest
from vreemd import als_dotx, van_python_docx

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPE_DOCUMENT, TYPE_DOTX, TYPES
from uitvoeringsplan.ooxml.package import lees_pakket
from uitvoeringsplan.word.completing.completing import as_document


def document_van(data: bytes):
    return as_document(lees_pakket(data, "map/eigen.dotx"))


def test_een_gewoon_document_blijft_hetzelfde(doos):
    pakket = lees_pakket(doos.docx(), "x.docx")
    assert as_document(pakket) is pakket


def test_een_sjabloon_van_word_wordt_een_document(echte_lijst):
    data = als_dotx(van_python_docx(echte_lijst))
    assert TYPE_DOTX.encode() in lees_pakket(data, "x.dotx").inhoud(TYPES)
    pakket = document_van(data)
    assert TYPE_DOTX.encode() not in pakket.inhoud(TYPES)
    assert pakket.inhoud(TYPES).count(TYPE_DOCUMENT.encode()) == 1
    assert as_document(pakket) == pakket


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({"word/vbaProject.bin": b"x"}, id="onderdeel"),
        pytest.param({"word/Anders.bin": b"x"}, id="soort van een onderdeel"),
        pytest.param({}, id="soort van het document"),
    ],
)
def test_macros_worden_geweigerd(doos, extra):
    delen = {**doos.delen(), **extra}
    if "word/Anders.bin" in extra:
        soort = "application/vnd.ms-office.vbaProject"
        delen["[Content_Types].xml"] = doos.types(("word/Anders.bin", soort))
    elif not extra:
        delen["[Content_Types].xml"] = doos.types().replace(
            TYPE_DOCUMENT, "application/vnd.ms-word.document.macroEnabled.main+xml"
        )
    with pytest.raises(SjabloonError) as fout:
        document_van(doos.pak_in(delen))
    assert str(fout.value).startswith("map/eigen.dotx: in dit sjabloon zitten macro's.")
    assert str(fout.value).endswith("zonder macro's.")
