"""A file of ours is told from every other, and from one that somebody edited."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven
from uitvoeringsplan.document.writers.marks import is_unchanged, made_for, marked

PLAN = "0123456789abcdef00000000"
TEKSTEN = ("md", "html", "xml")
_PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n30\n%%EOF\n"


def _odt() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archief.writestr("content.xml", "<x/>" * 100)
    return uit.getvalue()


INHOUD = {"md": b"# Plan\n\n- punt\n", "html": b"<html></html>\n", "xml": b"<a/>\n", "pdf": _PDF,
          "odt": _odt()}  # fmt: skip


@pytest.mark.parametrize("soort", INHOUD)
def test_wat_hier_gemaakt_is_wordt_herkend(soort):
    data = marked(INHOUD[soort], soort)
    assert data != INHOUD[soort]
    assert is_unchanged(data, soort)
    assert marked(INHOUD[soort], soort) == data


@pytest.mark.parametrize("soort", INHOUD)
def test_wat_van_een_ander_is_niet(soort):
    for data in (INHOUD[soort], b"", b"\0", b"startxref", b"<!-- uitvoeringsplan -->"):
        assert not is_unchanged(data, soort)


@pytest.mark.parametrize("soort", INHOUD)
def test_van_welk_plan_het_is(soort):
    data = marked(INHOUD[soort], soort, PLAN)
    assert is_unchanged(data, soort)
    assert made_for(data, soort) == PLAN
    assert made_for(marked(INHOUD[soort], soort), soort) == ""
    assert made_for(INHOUD[soort], soort) == ""


@pytest.mark.parametrize("plan", ["", PLAN])
@pytest.mark.parametrize("soort", INHOUD)
def test_elke_andere_byte_telt(soort, plan):
    """One byte changed, gone or come, at every place; also in the mark."""
    data = marked(INHOUD[soort], soort, plan)
    for plek in range(len(data)):
        anders = bytes([data[plek] ^ 1])
        assert not is_unchanged(data[:plek] + anders + data[plek + 1 :], soort)
        assert not is_unchanged(data[:plek] + b"x" + data[plek:], soort)
        assert not is_unchanged(data[:plek] + data[plek + 1 :], soort), plek
    assert not is_unchanged(data + b"een regel erbij\n", soort)


@pytest.mark.parametrize("soort", TEKSTEN)
def test_andere_regeleinden_zijn_geen_wijziging(soort):
    data = marked(INHOUD[soort], soort)
    assert is_unchanged(data.replace(b"\n", b"\r\n"), soort)


@proeven(200)
@given(st.sampled_from(TEKSTEN), st.binary())
def test_wat_er_ook_in_staat(soort, inhoud):
    assert is_unchanged(marked(inhoud, soort), soort)
    assert not is_unchanged(inhoud, soort)


@pytest.mark.parametrize("soort", INHOUD)
def test_ook_wat_al_een_merk_heeft(soort):
    """A document that says such a mark itself."""
    tweemaal = marked(marked(INHOUD[soort], soort), soort)
    assert is_unchanged(tweemaal, soort)


def test_wat_anders_eindigt_blijft_wat_het_was():
    assert marked(b"geen zip", "odt") == b"geen zip"
    assert marked(b"geen pdf", "pdf") == b"geen pdf"


def test_een_gemerkte_odt_is_een_goed_archief():
    with zipfile.ZipFile(io.BytesIO(marked(_odt(), "odt"))) as archief:
        assert archief.testzip() is None
        assert archief.comment.startswith(b"uitvoeringsplan ")
