from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from pdf_builder import make_pdf, stream
from trials import trials
from uitvoeringsplan.pdf.convert import read_pdf

ONE, TWO = (b"<</Type/Page/Parent 2 0 R/Nr %d>>" % nr for nr in (1, 2))
PLAIN = {
    1: b"<</Type/Catalog/Pages 2 0 R/Dests 5 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
    3: ONE,
    4: TWO,
    5: b"<</begin[3 0 R/XYZ 70.85 700 0]/eind[4 0 R/Fit]>>",
}
WRONG = b"<</Type/Page/Parent 2 0 R\n/Tabs(S)\n/Nr 1>>"


def plekken(otherwise: dict[int, bytes]) -> dict[str, int]:
    return read_pdf(make_pdf(PLAIN | otherwise)).places


def test_een_plek_hoort_bij_een_pagina():
    assert plekken({}) == {"begin": 1, "eind": 2}


def test_pagina_s_staan_op_volgorde_van_de_boom_en_niet_van_het_bestand():
    otherwise = PLAIN | {2: b"<</Type/Pages/Kids[4 0 R 3 0 R]/Count 2>>"}
    data = make_pdf({number: otherwise[number] for number in (4, 5, 3, 1, 2)})
    assert read_pdf(data).places == {"begin": 2, "eind": 1}


def test_takken_van_pagina_s_tellen_mee():
    deep = {
        2: b"<</Type/Pages/Kids[6 0 R 4 0 R]/Count 3>>",
        6: b"<</Type/Pages/Kids[7 0 R 3 0 R]/Count 2>>",
        7: ONE,
    }
    assert plekken(deep) == {"begin": 2, "eind": 3}


@pytest.mark.parametrize(
    ("dests", "expected"),
    [
        (b"<</a<</D[3 0 R/Fit]/X(a (b) \\) c)>>/b 6 0 R>>", {"a": 1, "b": 2}),
        (b"<</geen[5 0 R/Fit]/b[3 0 R/Fit]>>", {"b": 1}),
        (b"<</a[]/b null>>", {}),
        (b"<<>>", {}),
    ],
)
def test_een_plek_zonder_pagina_telt_niet(dests, expected):
    assert plekken({5: dests, 6: b"[4 0 R/Fit]"}) == expected


def test_plekken_in_een_boom_van_namen():
    new = {
        1: b"<</Type/Catalog/Pages 2 0 R/Names<</Dests 5 0 R>>>>",
        5: b"<</Kids[6 0 R 7 0 R]>>",
        6: b"<</Limits[(een)(twee)]/Names[(een)[3 0 R/Fit]<74776565>8 0 R]>>",
        7: b"<</Limits[(x)(y)]/Names[<FEFF0064007200690065>[4 0 R/Fit]]>>",
        8: b"<</D[4 0 R/Fit]>>",
    }
    assert plekken(new) == {"een": 1, "twee": 2, "drie": 2}


def test_de_volgorde_van_een_pagina_wordt_een_naam():
    """And nothing else changes: no stream, no text, no part of the file that is no page."""
    los = {
        9: stream(b"\n3 0 obj\n" + WRONG + b"\nendobj\n/Tabs(S)"),
        10: b"<</Uitleg<</Tabs(S)>>/Title(/Tabs\\(S\\))>>",
        11: WRONG,  # as an older version of a page is, that is not in the tree
    }
    before, after = PLAIN | {3: WRONG} | los, PLAIN | {3: WRONG.replace(b"(S)", b" /S")} | los
    before, after = (make_pdf({9: los[9], **objecten}) for objecten in (before, after))
    pdf = read_pdf(before)
    assert pdf.data == after
    assert pdf.places == {"begin": 1, "eind": 2}
    assert PdfReader(io.BytesIO(after), strict=True).pages[0]["/Tabs"] == "/S"


@pytest.mark.parametrize("extra", [b"", b"/Tabs/S", b"/Tabs/S/Titel(/Tabs(S))", b"/Tabs(R)"])
def test_wat_goed_is_blijft_byte_voor_byte_zo(extra):
    data = make_pdf(PLAIN | {3: ONE.replace(b"/Nr", extra + b"/Nr"), 9: stream(b"/Tabs(S)")})
    assert read_pdf(data).data == data


def test_ingepakte_pagina_s_worden_gelezen_en_niet_veranderd():
    """Newer programs pack objects in a stream; the table of places is one too."""
    parts = {2: PLAIN[2], 3: WRONG, 4: TWO, 5: PLAIN[5]}
    lijst = b"".join(
        b"%d %d " % (number, sum(len(parts[n]) for n in range(2, number))) for number in parts
    )
    pack = b"/Type/ObjStm/N %d/First %d" % (len(parts), len(lijst))
    loose = make_pdf({1: PLAIN[1], 6: stream(lijst + b"".join(parts.values()), pack)})
    data = loose[: loose.index(b"xref\n")]
    kinds = [(0, 0, 255), (1, data.index(b"1 0 obj"), 0), *((2, 6, i) for i in range(4)),
               (1, data.index(b"6 0 obj"), 0), (1, len(data), 0)]  # fmt: skip
    tabel = b"".join(bytes([kind]) + b.to_bytes(2) + bytes([c]) for kind, b, c in kinds)
    kop = b"/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R"
    data += b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(tabel, kop), len(data))
    assert read_pdf(data) == (data, {"begin": 1, "eind": 2})


def test_een_pdf_met_een_wachtwoord_wordt_niet_gelezen():
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf(PLAIN)))
    open_ = io.BytesIO()
    writer.write(open_)
    assert read_pdf(open_.getvalue()).places == {"begin": 1, "eind": 2}
    writer.encrypt("geheim", algorithm="RC4-128")
    closed = io.BytesIO()
    writer.write(closed)
    assert read_pdf(closed.getvalue()) is None


BROKEN = [
    b"",
    b"%PDF-1.7\n",
    b"geen pdf",
    b"%PDF-1.5\n1 0 obj\n<</Type/XRef>>stream\nendstream\nendobj\nstartxref\n9\n%%EOF",
    b"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    make_pdf(PLAIN)[:-60],
    make_pdf(PLAIN)[20:],
    make_pdf(PLAIN).replace(b"xref\n", b"xrof\n"),
    make_pdf(PLAIN | {2: b"<</Type/Pages/Kids[2 0 R]>>"}),
    make_pdf(PLAIN | {5: b"<</weg[9 0 R/Fit]/b[3 0 R/Fit]>>"}),
    make_pdf(PLAIN | {3: b"<</Type/Page/a(open"}),
    make_pdf({1: b"[1 0 R]"}),
    make_pdf({1: b"<<" + b"/a<<" * 2000}),
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_een_kapot_bestand_wordt_niet_half_gelezen(data):
    assert read_pdf(data) is None


def test_er_komt_geen_engels_op_het_scherm_en_pypdf_laadt_pas_als_er_een_pdf_is():
    """In a program of its own: here the test runner listens in on everything."""
    trial = f"""\
import sys
from uitvoeringsplan.pdf.convert import read_pdf
assert "pypdf" not in sys.modules
assert [read_pdf(data) for data in {BROKEN!r}] == [None] * {len(BROKEN)}
assert "pypdf" in sys.modules
"""
    ready = subprocess.run([sys.executable, "-c", trial], capture_output=True, check=False)
    assert (ready.returncode, ready.stdout, ready.stderr) == (0, b"", b"")


@trials(300)
@given(st.data())
def test_wat_er_ook_aan_een_bestand_verandert_lezen_loopt_nooit_vast(data):
    heel = bytearray(make_pdf(PLAIN | {3: WRONG, 9: stream(b"/Tabs(S)")}))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(heel) - 1))
        heel[place : place + data.draw(st.integers(0, 6))] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"<<", b">>", b"[", b"(", b" 0 R", b"/"])
        )
    pdf = read_pdf(bytes(heel))
    if pdf is not None:
        assert pdf.data.replace(b"/Tabs /S", b"/Tabs(S)") == heel
        assert pdf.data.count(b"stream\n/Tabs(S)") == heel.count(b"stream\n/Tabs(S)")
        assert set(pdf.places.values()) <= {1, 2}
