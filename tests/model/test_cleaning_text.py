from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given

from trials import text, trials
from uitvoeringsplan.files import file_reading
from uitvoeringsplan.model import cleaning
from uitvoeringsplan.model.cleaning import (
    clean,
    is_plain,
    one_line,
    typed_command,
    typed_name,
)


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        pytest.param("", "", id="leeg"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="crlf en cr"),
        pytest.param("a\x85b\u2028c\u2029d\x0be\x0cf", "a\nb\nc\nd\ne\nf", id="andere regeleinden"),
        pytest.param("a\tb", "a    b", id="tab"),
        pytest.param("\ufeffa\x00b\x1b[1m\x7f\x9f", "ab[1m", id="stuurtekens"),
        pytest.param("a\ufdd0b\ufffe\U0002ffffc", "abc", id="geen tekens"),
        pytest.param("\ud83d\ude00", "\U0001f600", id="twee helften"),
        pytest.param("a\ud800b\udc00", "a\ufffdb\ufffd", id="losse helften"),
        pytest.param("e\u0301", "\xe9", id="samengesteld"),
        pytest.param("a  \n b\xa0 \n\n", "a\n b", id="blanco aan het eind van een regel"),
        pytest.param("\n \n  a\n \n\nb\n", "  a\n\n\nb", id="lege regels aan de buitenkant"),
        pytest.param("\u3000a\u3000", "\u3000a\u3000", id="andere spaties blijven"),
        pytest.param("a\u200bb\xad", "a\u200bb\xad", id="afbreektekens blijven"),
    ],
)
def test_schoon(dirty, expected):
    assert clean(dirty) == expected


def test_aan_gewone_tekens_valt_niets_weg_te_halen():
    """Of every sign that there is; `file_reading` looks no further either."""
    plain = "".join(filter(is_plain, map(chr, range(sys.maxunicode + 1))))
    assert 100_000 < len(plain) < sys.maxunicode
    assert "\n" in plain
    words = plain.replace("\n", "")
    for what in (
        cleaning._LINE_END,
        cleaning._INVISIBLE,
        file_reading._FORBIDDEN,
        "[\t\ud800-\udfff]",
    ):
        assert re.search(what, words) is None


def test_een_lange_rij_spaties_kost_geen_kwadratische_tijd():
    assert clean(" " * 1_000_000 + "x") == " " * 1_000_000 + "x"


@trials(300)
@given(text)
def test_schoon_twee_keer_is_een_keer(dirty):
    assert clean(clean(dirty)) == clean(dirty)


@trials(400)
@given(text)
def test_schone_tekst_past_overal(dirty):
    text = clean(dirty)
    text.encode()
    assert unicodedata.is_normalized("NFC", text)
    assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in text)
    assert not any(line.endswith((" ", "\xa0")) for line in text.split("\n"))
    assert text.strip("\n") == text


@trials(300)
@given(text)
def test_een_regel_is_een_regel_van_dezelfde_woorden(dirty):
    line = one_line(dirty)
    assert len(line.splitlines()) <= 1
    assert line.split() == clean(dirty).split()
    assert one_line(line) == line


@pytest.mark.skipif(os.name == "nt", reason="een schil van Unix")
@pytest.mark.parametrize(
    "name", ["a.plan.yaml", "mijn plan.yaml", "d'été.yaml", 'a$HOME `b` "c"!.yaml', "een*(2).docx"]
)
def test_een_naam_is_te_typen_in_een_schil(name):
    said = subprocess.run(
        ["sh", "-c", f"printf %s {typed_name(name)}"], check=True, capture_output=True, text=True
    )
    assert said.stdout == name


def test_een_gewone_naam_staat_er_zonder_aanhalingstekens():
    assert typed_command("inlezen", "súd/a-1.docx", "b c.yaml") == (
        'uitvoeringsplan inlezen súd/a-1.docx "b c.yaml"'
    )
