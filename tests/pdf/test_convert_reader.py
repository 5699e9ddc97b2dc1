from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from pdf_builder import maak_pdf, stroom
from trials import proeven
from uitvoeringsplan.pdf.convert import read_pdf

EEN, TWEE = (b"<</Type/Page/Parent 2 0 R/Nr %d>>" % nr for nr in (1, 2))
GEWOON = {
    1: b"<</Type/Catalog/Pages 2 0 R/Dests 5 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
    3: EEN,
    4: TWEE,
    5: b"<</begin[3 0 R/XYZ 70.85 700 0]/eind[4 0 R/Fit]>>",
}
MIS = b"<</Type/Page/Parent 2 0 R\n/Tabs(S)\n/Nr 1>>"


def plekken(anders: dict[int, bytes]) -> dict[str, int]:
    return read_pdf(maak_pdf(GEWOON | anders)).plekken


def test_een_plek_hoort_bij_een_pagina():
    assert plekken({}) == {"begin": 1, "eind": 2}


def test_pagina_s_staan_op_volgorde_van_de_boom_en_niet_van_het_bestand():
    anders = GEWOON | {2: b"<</Type/Pages/Kids[4 0 R 3 0 R]/Count 2>>"}
    data = maak_pdf({nummer: anders[nummer] for nummer in (4, 5, 3, 1, 2)})
    assert read_pdf(data).plekken == {"begin": 2, "eind": 1}


def test_takken_van_pagina_s_tellen_mee():
    diep = {
        2: b"<</Type/Pages/Kids[6 0 R 4 0 R]/Count 3>>",
        6: b"<</Type/Pages/Kids[7 0 R 3 0 R]/Count 2>>",
        7: EEN,
    }
    assert plekken(diep) == {"begin": 2, "eind": 3}


@pytest.mark.parametrize(
    ("dests", "verwacht"),
    [
        (b"<</a<</D[3 0 R/Fit]/X(a (b) \\) c)>>/b 6 0 R>>", {"a": 1, "b": 2}),
        (b"<</geen[5 0 R/Fit]/b[3 0 R/Fit]>>", {"b": 1}),
        (b"<</a[]/b null>>", {}),
        (b"<<>>", {}),
    ],
)
def test_een_plek_zonder_pagina_telt_niet(dests, verwacht):
    assert plekken({5: dests, 6: b"[4 0 R/Fit]"}) == verwacht


def test_plekken_in_een_boom_van_namen():
    nieuw = {
        1: b"<</Type/Catalog/Pages 2 0 R/Names<</Dests 5 0 R>>>>",
        5: b"<</Kids[6 0 R 7 0 R]>>",
        6: b"<</Limits[(een)(twee)]/Names[(een)[3 0 R/Fit]<74776565>8 0 R]>>",
        7: b"<</Limits[(x)(y)]/Names[<FEFF0064007200690065>[4 0 R/Fit]]>>",
        8: b"<</D[4 0 R/Fit]>>",
    }
    assert plekken(nieuw) == {"een": 1, "twee": 2, "drie": 2}


def test_de_volgorde_van_een_pagina_wordt_een_naam():
    """And nothing else changes: no stream, no text, no part of the file that is no page."""
    los = {
        9: stroom(b"\n3 0 obj\n" + MIS + b"\nendobj\n/Tabs(S)"),
        10: b"<</Uitleg<</Tabs(S)>>/Title(/Tabs\\(S\\))>>",
        11: MIS,  # as an older version of a page is, that is not in the tree
    }
    voor, na = GEWOON | {3: MIS} | los, GEWOON | {3: MIS.replace(b"(S)", b" /S")} | los
    voor, na = (maak_pdf({9: los[9], **objecten}) for objecten in (voor, na))
    pdf = read_pdf(voor)
    assert pdf.data == na
    assert pdf.plekken == {"begin": 1, "eind": 2}
    assert PdfReader(io.BytesIO(na), strict=True).pages[0]["/Tabs"] == "/S"


@pytest.mark.parametrize("extra", [b"", b"/Tabs/S", b"/Tabs/S/Titel(/Tabs(S))", b"/Tabs(R)"])
def test_wat_goed_is_blijft_byte_voor_byte_zo(extra):
    data = maak_pdf(GEWOON | {3: EEN.replace(b"/Nr", extra + b"/Nr"), 9: stroom(b"/Tabs(S)")})
    assert read_pdf(data).data == data


def test_ingepakte_pagina_s_worden_gelezen_en_niet_veranderd():
    """Newer programs pack objects in a stream; the table of places is one too."""
    delen = {2: GEWOON[2], 3: MIS, 4: TWEE, 5: GEWOON[5]}
    lijst = b"".join(
        b"%d %d " % (nummer, sum(len(delen[n]) for n in range(2, nummer))) for nummer in delen
    )
    pak = b"/Type/ObjStm/N %d/First %d" % (len(delen), len(lijst))
    losse = maak_pdf({1: GEWOON[1], 6: stroom(lijst + b"".join(delen.values()), pak)})
    data = losse[: losse.index(b"xref\n")]
    soorten = [(0, 0, 255), (1, data.index(b"1 0 obj"), 0), *((2, 6, i) for i in range(4)),
               (1, data.index(b"6 0 obj"), 0), (1, len(data), 0)]  # fmt: skip
    tabel = b"".join(bytes([soort]) + b.to_bytes(2) + bytes([c]) for soort, b, c in soorten)
    kop = b"/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R"
    data += b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stroom(tabel, kop), len(data))
    assert read_pdf(data) == (data, {"begin": 1, "eind": 2})


def test_een_pdf_met_een_wachtwoord_wordt_niet_gelezen():
    schrijver = PdfWriter(clone_from=io.BytesIO(maak_pdf(GEWOON)))
    open_ = io.BytesIO()
    schrijver.write(open_)
    assert read_pdf(open_.getvalue()).plekken == {"begin": 1, "eind": 2}
    schrijver.encrypt("geheim", algorithm="RC4-128")
    dicht = io.BytesIO()
    schrijver.write(dicht)
    assert read_pdf(dicht.getvalue()) is None


KAPOT = [
    b"",
    b"%PDF-1.7\n",
    b"geen pdf",
    b"%PDF-1.5\n1 0 obj\n<</Type/XRef>>stream\nendstream\nendobj\nstartxref\n9\n%%EOF",
    b"%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    maak_pdf(GEWOON)[:-60],
    maak_pdf(GEWOON)[20:],
    maak_pdf(GEWOON).replace(b"xref\n", b"xrof\n"),
    maak_pdf(GEWOON | {2: b"<</Type/Pages/Kids[2 0 R]>>"}),
    maak_pdf(GEWOON | {5: b"<</weg[9 0 R/Fit]/b[3 0 R/Fit]>>"}),
    maak_pdf(GEWOON | {3: b"<</Type/Page/a(open"}),
    maak_pdf({1: b"[1 0 R]"}),
    maak_pdf({1: b"<<" + b"/a<<" * 2000}),
]


@pytest.mark.parametrize("data", KAPOT, ids=range(len(KAPOT)))
def test_een_kapot_bestand_wordt_niet_half_gelezen(data):
    assert read_pdf(data) is None


def test_er_komt_geen_engels_op_het_scherm_en_pypdf_laadt_pas_als_er_een_pdf_is():
    """In a program of its own: here the test runner listens in on everything."""
    proef = f"""\
import sys
from uitvoeringsplan.pdf.convert import read_pdf
assert "pypdf" not in sys.modules
assert [read_pdf(data) for data in {KAPOT!r}] == [None] * {len(KAPOT)}
assert "pypdf" in sys.modules
"""
    klaar = subprocess.run([sys.executable, "-c", proef], capture_output=True, check=False)
    assert (klaar.returncode, klaar.stdout, klaar.stderr) == (0, b"", b"")


@proeven(300)
@given(st.data())
def test_wat_er_ook_aan_een_bestand_verandert_lezen_loopt_nooit_vast(data):
    heel = bytearray(maak_pdf(GEWOON | {3: MIS, 9: stroom(b"/Tabs(S)")}))
    for _ in range(data.draw(st.integers(1, 4))):
        plek = data.draw(st.integers(0, len(heel) - 1))
        heel[plek : plek + data.draw(st.integers(0, 6))] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"<<", b">>", b"[", b"(", b" 0 R", b"/"])
        )
    pdf = read_pdf(bytes(heel))
    if pdf is not None:
        assert pdf.data.replace(b"/Tabs /S", b"/Tabs(S)") == heel
        assert pdf.data.count(b"stream\n/Tabs(S)") == heel.count(b"stream\n/Tabs(S)")
        assert set(pdf.plekken.values()) <= {1, 2}
