from __future__ import annotations

import pytest
from foreign_templates import as_dotx, start_python_docx

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import TYPE_DOCUMENT, TYPE_DOTX, TYPES
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.completing.completing import as_document


def document_of(data: bytes):
    return as_document(load_package(data, "map/eigen.dotx"))


def test_een_gewoon_document_blijft_hetzelfde(builder):
    package = load_package(builder.docx(), "x.docx")
    assert as_document(package) is package


def test_een_sjabloon_van_word_wordt_een_document(real_lijst):
    data = as_dotx(start_python_docx(real_lijst))
    assert TYPE_DOTX.encode() in load_package(data, "x.dotx").content(TYPES)
    package = document_of(data)
    assert TYPE_DOTX.encode() not in package.content(TYPES)
    assert package.content(TYPES).count(TYPE_DOCUMENT.encode()) == 1
    assert as_document(package) == package


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({"word/vbaProject.bin": b"x"}, id="onderdeel"),
        pytest.param({"word/Anders.bin": b"x"}, id="soort van een onderdeel"),
        pytest.param({}, id="soort van het document"),
    ],
)
def test_macros_worden_geweigerd(builder, extra):
    parts = {**builder.parts(), **extra}
    if "word/Anders.bin" in extra:
        kind = "application/vnd.ms-office.vbaProject"
        parts["[Content_Types].xml"] = builder.types(("word/Anders.bin", kind))
    elif not extra:
        parts["[Content_Types].xml"] = builder.types().replace(
            TYPE_DOCUMENT, "application/vnd.ms-word.document.macroEnabled.main+xml"
        )
    with pytest.raises(SjabloonError) as error:
        document_of(builder.pack(parts))
    assert str(error.value).startswith("map/eigen.dotx: in dit sjabloon zitten macro's.")
    assert str(error.value).endswith("zonder macro's.")
