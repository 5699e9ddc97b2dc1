"""A file of ours is told from every other, and from one that somebody edited."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import trials
from uitvoeringsplan.document.writers.marks import is_unchanged, made_for, marked

PLAN = "0123456789abcdef00000000"
TEXTS = ("md", "html", "xml")
_PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n30\n%%EOF\n"


def _odt() -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>" * 100)
    return result.getvalue()


CONTENT = {"md": b"# Plan\n\n- punt\n", "html": b"<html></html>\n", "xml": b"<a/>\n", "pdf": _PDF,
          "odt": _odt()}  # fmt: skip


@pytest.mark.parametrize("kind", CONTENT)
def test_wat_hier_gemaakt_is_wordt_herkend(kind):
    data = marked(CONTENT[kind], kind)
    assert data != CONTENT[kind]
    assert is_unchanged(data, kind)
    assert marked(CONTENT[kind], kind) == data


@pytest.mark.parametrize("kind", CONTENT)
def test_wat_van_een_ander_is_niet(kind):
    for data in (CONTENT[kind], b"", b"\0", b"startxref", b"<!-- uitvoeringsplan -->"):
        assert not is_unchanged(data, kind)


@pytest.mark.parametrize("kind", CONTENT)
def test_van_welk_plan_het_is(kind):
    data = marked(CONTENT[kind], kind, PLAN)
    assert is_unchanged(data, kind)
    assert made_for(data, kind) == PLAN
    assert made_for(marked(CONTENT[kind], kind), kind) == ""
    assert made_for(CONTENT[kind], kind) == ""


@pytest.mark.parametrize("plan", ["", PLAN])
@pytest.mark.parametrize("kind", CONTENT)
def test_elke_andere_byte_telt(kind, plan):
    """One byte changed, gone or come, at every place; also in the mark."""
    data = marked(CONTENT[kind], kind, plan)
    for place in range(len(data)):
        otherwise = bytes([data[place] ^ 1])
        assert not is_unchanged(data[:place] + otherwise + data[place + 1 :], kind)
        assert not is_unchanged(data[:place] + b"x" + data[place:], kind)
        assert not is_unchanged(data[:place] + data[place + 1 :], kind), place
    assert not is_unchanged(data + b"een regel erbij\n", kind)


@pytest.mark.parametrize("kind", TEXTS)
def test_andere_regeleinden_zijn_geen_wijziging(kind):
    data = marked(CONTENT[kind], kind)
    assert is_unchanged(data.replace(b"\n", b"\r\n"), kind)


@trials(200)
@given(st.sampled_from(TEXTS), st.binary())
def test_wat_er_ook_in_staat(kind, content):
    assert is_unchanged(marked(content, kind), kind)
    assert not is_unchanged(content, kind)


@pytest.mark.parametrize("kind", CONTENT)
def test_ook_wat_al_een_merk_heeft(kind):
    """A document that says such a mark itself."""
    tweemaal = marked(marked(CONTENT[kind], kind), kind)
    assert is_unchanged(tweemaal, kind)


def test_wat_anders_eindigt_blijft_wat_het_was():
    assert marked(b"geen zip", "odt") == b"geen zip"
    assert marked(b"geen pdf", "pdf") == b"geen pdf"


def test_een_gemerkte_odt_is_een_goed_archief():
    with zipfile.ZipFile(io.BytesIO(marked(_odt(), "odt"))) as archive:
        assert archive.testzip() is None
        assert archive.comment.startswith(b"uitvoeringsplan ")
