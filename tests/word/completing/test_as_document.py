from __future__ import annotations

import pytest
from foreign_templates import als_dotx, van_python_docx

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPE_DOCUMENT, TYPE_DOTX, TYPES
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.completing.completing import as_document


def document_van(data: bytes):
    return as_document(load_package(data, "map/eigen.dotx"))


def test_een_gewoon_document_blijft_hetzelfde(builder):
    pakket = load_package(builder.docx(), "x.docx")
    assert as_document(pakket) is pakket


def test_een_sjabloon_van_word_wordt_een_document(echte_lijst):
    data = als_dotx(van_python_docx(echte_lijst))
    assert TYPE_DOTX.encode() in load_package(data, "x.dotx").inhoud(TYPES)
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
def test_macros_worden_geweigerd(builder, extra):
    delen = {**builder.delen(), **extra}
    if "word/Anders.bin" in extra:
        soort = "application/vnd.ms-office.vbaProject"
        delen["[Content_Types].xml"] = builder.types(("word/Anders.bin", soort))
    elif not extra:
        delen["[Content_Types].xml"] = builder.types().replace(
            TYPE_DOCUMENT, "application/vnd.ms-word.document.macroEnabled.main+xml"
        )
    with pytest.raises(SjabloonError) as fout:
        document_van(builder.pak_in(delen))
    assert str(fout.value).startswith("map/eigen.dotx: in dit sjabloon zitten macro's.")
    assert str(fout.value).endswith("zonder macro's.")
