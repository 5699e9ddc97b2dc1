"""The rounds that page numbers take, with a LibreOffice that lays out as we like."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from omzetproef import SECTIE, W, boom, docx, inhoudsopgave, kop, regel, tekst_van
from pdfbouw import maak_pdf
from uitvoeringsplan.pdf.libreoffice import ODT, PDF
from uitvoeringsplan.tasks import omzetten
from uitvoeringsplan.tasks.omzetten import omzetter, zet_om, zet_om_naar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        self.gestart = 0

    def zet_om(self, data: bytes, doel: object) -> bytes:
        document = boom(data)
        alineas = [tekst_van(alinea) for alinea in document.iter(f"{{{W}}}p")]
        regels = alineas[: len(KOPPEN)]
        self.gemaakt.append((doel.einde, regels))
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

        monkeypatch.setattr(omzetten, "libreoffice", nep_libreoffice)
        return nep

    return zet


def test_een_ronde_meet_en_een_ronde_maakt(met):
    nep = met(lambda _: [3, 12])
    pdf = zet_om(DOCUMENT, "pdf", tijd=9)
    assert nep.gemaakt == [("pdf", ["Een\t0", "Twee\t0"]), ("pdf", ["Een\t3", "Twee\t12"])]
    assert pdf.startswith(b"%PDF")


def test_de_pdf_is_nagelopen(met):
    met(lambda _: [3, 12])
    pdf = zet_om(DOCUMENT, "pdf", tijd=9)
    assert (pdf.count(b"/Tabs(S)"), pdf.count(b"/Tabs /S")) == (0, 29)


def test_een_odt_heeft_aan_een_meting_genoeg(met):
    nep = met(lambda _: [3, 12])
    assert zet_om(DOCUMENT, "odt", tijd=9) == b"PK\3\4odt"
    assert [einde for einde, _ in nep.gemaakt] == ["pdf", "odt"]
    assert nep.gemaakt[-1][1] == ["Een\t3", "Twee\t12"]


def test_beide_samen_meten_een_keer(met):
    nep = met(lambda _: [3, 12])
    assert set(zet_om_naar(DOCUMENT, ("odt", "pdf"), tijd=9)) == {"pdf", "odt"}
    assert [einde for einde, _ in nep.gemaakt] == ["pdf", "pdf", "odt"]
    assert nep.gestart == 1


def test_schuift_de_inhoud_op_door_de_nummers_dan_komt_er_een_ronde_bij(met):
    """As when a longer number pushes a line of the list to a second line."""
    nep = met(lambda regels: [3, 9] if regels[1].endswith("\t0") else [3, 10])
    zet_om(DOCUMENT, "pdf", tijd=9)
    assert [regels[1] for _, regels in nep.gemaakt] == ["Twee\t0", "Twee\t9", "Twee\t10"]


def test_nummers_die_nooit_kloppen_blijven_weg(met):
    nep = met(lambda regels: [3, 10 if regels[1].endswith("\t9") else 9])
    zet_om(DOCUMENT, "pdf", tijd=9)
    assert len(nep.gemaakt) == 5
    assert nep.gemaakt[-1][1] == ["Een", "Twee"]


@pytest.mark.parametrize("naar", ["pdf", "odt"])
def test_een_pdf_in_een_onbekende_vorm_krijgt_geen_nummers_in_plaats_van_foute(met, naar):
    nep = met(lambda _: [3, 12], leesbaar=False)
    zet_om(DOCUMENT, naar, tijd=9)
    assert nep.gemaakt[-1] == (naar, ["Een", "Twee"])


def test_zonder_inhoudsopgave_is_een_ronde_genoeg(met):
    nep = met(lambda _: [1, 1])
    for leesbaar in (True, False):
        nep = met(lambda _: [1, 1], leesbaar=leesbaar)
        zet_om(docx(kop("Een", "_Toc1") + kop("Twee", "_Toc2") + SECTIE), "pdf", tijd=9)
        assert len(nep.gemaakt) == 1


def test_een_omzetter_doet_meer_documenten_na_elkaar(met):
    nep = met(lambda _: [3, 12])
    with omzetter(9) as omzet:
        for _ in range(3):
            assert set(omzet(DOCUMENT, ("pdf",))) == {"pdf"}
        assert omzet(DOCUMENT, ()) == {}
    assert (nep.gestart, len(nep.gemaakt)) == (1, 6)
