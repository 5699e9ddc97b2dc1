"""The rounds that page numbers take, with a LibreOffice that lays out as we like."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from conversion_samples import SECTIE, W, boom, docx, inhoudsopgave, kop, regel, tekst_van
from pdf_builder import maak_pdf
from uitvoeringsplan.errors import OmzetError, UitvoeringsplanError
from uitvoeringsplan.pdf.convert import Document, convert, convert_all
from uitvoeringsplan.pdf.libreoffice import ODT, PDF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

KOPPEN = {"_Toc1": "Een", "_Toc2": "Twee"}
DOCUMENT = docx(
    inhoudsopgave(*(regel(tekst, anker) for anker, tekst in KOPPEN.items()))
    + "".join(kop(tekst, anker, nummer=i) for i, (anker, tekst) in enumerate(KOPPEN.items(), 5))
    + SECTIE
)


class Nep:
    """Stands in for LibreOffice: a PDF in which headings are on the pages that `opmaak` says.

    `opmaak` gets the lines of the contents list, and returns a page for each heading.
    """

    def __init__(self, opmaak: Callable[[list[str]], list[int]], bederf: bytes = b"") -> None:
        self.opmaak, self.bederf = opmaak, bederf
        self.gemaakt: list[tuple[str, list[str]]] = []
        self.gestart = self.starts = 0

    def convert(self, files: Sequence[bytes], target: object) -> list[bytes | OmzetError]:
        self.starts += 1
        return [
            OmzetError("stuk") if "Stuk" in tekst_van(boom(data)) else self._maak(data, target)
            for data in files
        ]

    def _maak(self, data: bytes, doel: object) -> bytes:
        document = boom(data)
        alineas = [tekst_van(alinea) for alinea in document.iter(f"{{{W}}}p")]
        regels = alineas[: len(KOPPEN)]
        self.gemaakt.append((doel.ending, regels))
        if doel is ODT:
            return b"PK\3\4odt"
        assert doel is PDF
        # The section begins where the contents list stands, on the first page.
        waar = dict(zip(KOPPEN.values(), self.opmaak(regels), strict=True))
        plekken = b"".join(
            b"/%s[%d 0 R/Fit]" % (naam.encode(), 10 + waar.get(tekst_van(merk.getparent()), 1))
            for merk in document.iter(f"{{{W}}}bookmarkStart")
            if (naam := merk.get(f"{{{W}}}name")).isalnum()
        )
        paginas = {10 + n: b"<</Type/Page/Tabs(S)>>" for n in range(1, 30)}
        kinderen = b" ".join(b"%d 0 R" % nummer for nummer in paginas)
        pdf = maak_pdf(
            {
                1: b"<</Pages 2 0 R/Dests<<%s>>>>" % plekken,
                2: b"<</Kids[%s]>>" % kinderen,
                **paginas,
            }
        )
        return pdf.replace(b"xref\n", b"xrof\n") if self.bederf else pdf


@pytest.fixture
def met(monkeypatch):
    """Return a function that puts a stand-in in the place of LibreOffice."""

    def zet(opmaak: Callable[[list[str]], list[int]], *, leesbaar: bool = True) -> Nep:
        nep = Nep(opmaak, b"" if leesbaar else b"x")

        @contextlib.contextmanager
        def nep_libreoffice(tijd: float) -> Iterator[Nep]:
            assert tijd == 9
            nep.gestart += 1
            yield nep

        monkeypatch.setattr("uitvoeringsplan.pdf.convert.libreoffice", nep_libreoffice)
        return nep

    return zet


def test_een_ronde_meet_en_een_ronde_maakt(met):
    nep = met(lambda _: [3, 12])
    pdf = convert(DOCUMENT, "pdf", seconds=9)
    assert nep.gemaakt == [("pdf", ["Een\t0", "Twee\t0"]), ("pdf", ["Een\t3", "Twee\t12"])]
    assert pdf.startswith(b"%PDF")


def test_de_pdf_is_nagelopen(met):
    met(lambda _: [3, 12])
    pdf = convert(DOCUMENT, "pdf", seconds=9)
    assert (pdf.count(b"/Tabs(S)"), pdf.count(b"/Tabs /S")) == (0, 29)


def test_een_odt_heeft_aan_een_meting_genoeg(met):
    nep = met(lambda _: [3, 12])
    assert convert(DOCUMENT, "odt", seconds=9) == b"PK\3\4odt"
    assert [einde for einde, _ in nep.gemaakt] == ["pdf", "odt"]
    assert nep.gemaakt[-1][1] == ["Een\t3", "Twee\t12"]


def test_beide_samen_meten_een_keer(met):
    nep = met(lambda _: [3, 12])
    assert set(convert_all([Document(DOCUMENT)], ("odt", "pdf"), 9)[0]) == {"pdf", "odt"}
    assert [einde for einde, _ in nep.gemaakt] == ["pdf", "pdf", "odt"]
    assert nep.gestart == 1


def test_schuift_de_inhoud_op_door_de_nummers_dan_komt_er_een_ronde_bij(met):
    """As when a longer number pushes a line of the list to a second line."""
    nep = met(lambda regels: [3, 9] if regels[1].endswith("\t0") else [3, 10])
    convert(DOCUMENT, "pdf", seconds=9)
    assert [regels[1] for _, regels in nep.gemaakt] == ["Twee\t0", "Twee\t9", "Twee\t10"]


def test_nummers_die_nooit_kloppen_blijven_weg(met):
    nep = met(lambda regels: [3, 10 if regels[1].endswith("\t9") else 9])
    convert(DOCUMENT, "pdf", seconds=9)
    assert len(nep.gemaakt) == 5
    assert nep.gemaakt[-1][1] == ["Een", "Twee"]


@pytest.mark.parametrize("naar", ["pdf", "odt"])
def test_een_pdf_in_een_onbekende_vorm_krijgt_geen_nummers_in_plaats_van_foute(met, naar):
    nep = met(lambda _: [3, 12], leesbaar=False)
    convert(DOCUMENT, naar, seconds=9)
    assert nep.gemaakt[-1] == (naar, ["Een", "Twee"])


def test_zonder_inhoudsopgave_is_een_ronde_genoeg(met):
    nep = met(lambda _: [1, 1])
    for leesbaar in (True, False):
        nep = met(lambda _: [1, 1], leesbaar=leesbaar)
        convert(docx(kop("Een", "_Toc1") + kop("Twee", "_Toc2") + SECTIE), "pdf", seconds=9)
        assert len(nep.gemaakt) == 1


ZONDER_LIJST = docx(kop("Een", "_Toc1") + kop("Twee", "_Toc2") + SECTIE)


def test_veel_documenten_nemen_even_veel_starts_als_een(met):
    nep = met(lambda _: [3, 12])
    gemaakt = convert_all([Document(DOCUMENT)] * 8, ("pdf",), 9)
    assert all(een["pdf"].startswith(b"%PDF") for een in gemaakt)
    assert (nep.gestart, nep.starts, len(nep.gemaakt)) == (1, 2, 16)


def test_een_document_dat_klaar_is_wacht_niet_mee_en_elke_odt_komt_in_een_start(met):
    nep = met(lambda _: [3, 12])
    documenten = [Document(DOCUMENT), Document(ZONDER_LIJST), Document(DOCUMENT)]
    for een in convert_all(documenten, ("pdf", "odt"), 9):
        assert set(een) == {"pdf", "odt"}
    assert [einde for einde, _ in nep.gemaakt] == ["pdf"] * 5 + ["odt"] * 3
    assert nep.starts == 3


def test_een_document_dat_niet_lukt_houdt_de_andere_niet_tegen(met):
    met(lambda _: [3, 12])
    stuk = docx(kop("Stuk", "_Toc1") + SECTIE)
    documenten = [DOCUMENT, stuk, b"geen zip", ZONDER_LIJST]
    goed, *fouten, ook_goed = convert_all([Document(d, "x") for d in documenten], ("pdf",), 9)
    assert goed["pdf"].startswith(b"%PDF")
    assert ook_goed["pdf"].startswith(b"%PDF")
    assert all(isinstance(fout, UitvoeringsplanError) for fout in fouten)


def test_wie_niets_omzet_start_niets(met):
    nep = met(lambda _: [3, 12])
    assert convert_all([Document(DOCUMENT)], (), 9) == [{}]
    assert convert_all([], ("pdf",), 9) == []
    assert nep.gestart == 0
