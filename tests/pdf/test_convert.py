"""The rounds that page numbers take, with a LibreOffice that lays out as we like."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest

from conversion_samples import SECTION, W, docx, inhoudsopgave, kop, line, text_of, tree
from pdf_builder import make_pdf
from uitvoeringsplan.errors import OmzetError, UitvoeringsplanError
from uitvoeringsplan.pdf.convert import Document, convert, convert_all
from uitvoeringsplan.pdf.libreoffice import ODT, PDF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

KOPPEN = {"_Toc1": "Een", "_Toc2": "Twee"}
DOCUMENT = docx(
    inhoudsopgave(*(line(text, anchor) for anchor, text in KOPPEN.items()))
    + "".join(kop(text, anchor, number=i) for i, (anchor, text) in enumerate(KOPPEN.items(), 5))
    + SECTION
)


class Nep:
    """Stands in for LibreOffice: a PDF in which headings are on the pages that `opmaak` says.

    `opmaak` gets the lines of the contents list, and returns a page for each heading.
    """

    def __init__(self, opmaak: Callable[[list[str]], list[int]], corruption: bytes = b"") -> None:
        self.opmaak, self.corruption = opmaak, corruption
        self.made: list[tuple[str, list[str]]] = []
        self.started = self.starts = 0

    def convert(self, files: Sequence[bytes], target: object) -> list[bytes | OmzetError]:
        self.starts += 1
        return [
            OmzetError("stuk") if "Stuk" in text_of(tree(data)) else self._make(data, target)
            for data in files
        ]

    def _make(self, data: bytes, target: object) -> bytes:
        document = tree(data)
        paragraphs = [text_of(paragraph) for paragraph in document.iter(f"{{{W}}}p")]
        lines = paragraphs[: len(KOPPEN)]
        self.made.append((target.ending, lines))
        if target is ODT:
            return b"PK\3\4odt"
        assert target is PDF
        # The section begins where the contents list stands, on the first page.
        where = dict(zip(KOPPEN.values(), self.opmaak(lines), strict=True))
        places = b"".join(
            b"/%s[%d 0 R/Fit]" % (name.encode(), 10 + where.get(text_of(mark.getparent()), 1))
            for mark in document.iter(f"{{{W}}}bookmarkStart")
            if (name := mark.get(f"{{{W}}}name")).isalnum()
        )
        pages = {10 + n: b"<</Type/Page/Tabs(S)>>" for n in range(1, 30)}
        children = b" ".join(b"%d 0 R" % number for number in pages)
        pdf = make_pdf(
            {
                1: b"<</Pages 2 0 R/Dests<<%s>>>>" % places,
                2: b"<</Kids[%s]>>" % children,
                **pages,
            }
        )
        return pdf.replace(b"xref\n", b"xrof\n") if self.corruption else pdf


@pytest.fixture
def met(monkeypatch):
    """Return a function that puts a stand-in in the place of LibreOffice."""

    def zet(opmaak: Callable[[list[str]], list[int]], *, readable: bool = True) -> Nep:
        fake = Nep(opmaak, b"" if readable else b"x")

        @contextlib.contextmanager
        def fake_libreoffice(time: float) -> Iterator[Nep]:
            assert time == 9
            fake.started += 1
            yield fake

        monkeypatch.setattr("uitvoeringsplan.pdf.convert.libreoffice", fake_libreoffice)
        return fake

    return zet


def test_een_ronde_meet_en_een_ronde_maakt(met):
    fake = met(lambda _: [3, 12])
    pdf = convert(DOCUMENT, "pdf", seconds=9)
    assert fake.made == [("pdf", ["Een\t0", "Twee\t0"]), ("pdf", ["Een\t3", "Twee\t12"])]
    assert pdf.startswith(b"%PDF")


def test_de_pdf_is_nagelopen(met):
    met(lambda _: [3, 12])
    pdf = convert(DOCUMENT, "pdf", seconds=9)
    assert (pdf.count(b"/Tabs(S)"), pdf.count(b"/Tabs /S")) == (0, 29)


def test_een_odt_heeft_aan_een_meting_genoeg(met):
    fake = met(lambda _: [3, 12])
    assert convert(DOCUMENT, "odt", seconds=9) == b"PK\3\4odt"
    assert [end for end, _ in fake.made] == ["pdf", "odt"]
    assert fake.made[-1][1] == ["Een\t3", "Twee\t12"]


def test_beide_samen_meten_een_keer(met):
    fake = met(lambda _: [3, 12])
    assert set(convert_all([Document(DOCUMENT)], ("odt", "pdf"), 9)[0]) == {"pdf", "odt"}
    assert [end for end, _ in fake.made] == ["pdf", "pdf", "odt"]
    assert fake.started == 1


def test_schuift_de_inhoud_op_door_de_nummers_dan_komt_er_een_ronde_bij(met):
    """As when a longer number pushes a line of the list to a second line."""
    fake = met(lambda lines: [3, 9] if lines[1].endswith("\t0") else [3, 10])
    convert(DOCUMENT, "pdf", seconds=9)
    assert [lines[1] for _, lines in fake.made] == ["Twee\t0", "Twee\t9", "Twee\t10"]


def test_nummers_die_nooit_kloppen_blijven_weg(met):
    fake = met(lambda lines: [3, 10 if lines[1].endswith("\t9") else 9])
    convert(DOCUMENT, "pdf", seconds=9)
    assert len(fake.made) == 5
    assert fake.made[-1][1] == ["Een", "Twee"]


@pytest.mark.parametrize("naar", ["pdf", "odt"])
def test_een_pdf_in_een_onbekende_vorm_krijgt_geen_nummers_in_plaats_van_foute(met, naar):
    fake = met(lambda _: [3, 12], readable=False)
    convert(DOCUMENT, naar, seconds=9)
    assert fake.made[-1] == (naar, ["Een", "Twee"])


def test_zonder_inhoudsopgave_is_een_ronde_genoeg(met):
    fake = met(lambda _: [1, 1])
    for readable in (True, False):
        fake = met(lambda _: [1, 1], readable=readable)
        convert(docx(kop("Een", "_Toc1") + kop("Twee", "_Toc2") + SECTION), "pdf", seconds=9)
        assert len(fake.made) == 1


WITHOUT_LIJST = docx(kop("Een", "_Toc1") + kop("Twee", "_Toc2") + SECTION)


def test_veel_documenten_nemen_even_veel_starts_als_een(met):
    fake = met(lambda _: [3, 12])
    made = convert_all([Document(DOCUMENT)] * 8, ("pdf",), 9)
    assert all(one["pdf"].startswith(b"%PDF") for one in made)
    assert (fake.started, fake.starts, len(fake.made)) == (1, 2, 16)


def test_een_document_dat_klaar_is_wacht_niet_mee_en_elke_odt_komt_in_een_start(met):
    fake = met(lambda _: [3, 12])
    documents = [Document(DOCUMENT), Document(WITHOUT_LIJST), Document(DOCUMENT)]
    for one in convert_all(documents, ("pdf", "odt"), 9):
        assert set(one) == {"pdf", "odt"}
    assert [end for end, _ in fake.made] == ["pdf"] * 5 + ["odt"] * 3
    assert fake.starts == 3


def test_een_document_dat_niet_lukt_houdt_de_andere_niet_tegen(met):
    met(lambda _: [3, 12])
    run = docx(kop("Stuk", "_Toc1") + SECTION)
    documents = [DOCUMENT, run, b"geen zip", WITHOUT_LIJST]
    good, *errors, ook_goed = convert_all([Document(d, "x") for d in documents], ("pdf",), 9)
    assert good["pdf"].startswith(b"%PDF")
    assert ook_goed["pdf"].startswith(b"%PDF")
    assert all(isinstance(error, UitvoeringsplanError) for error in errors)


def test_wie_niets_omzet_start_niets(met):
    fake = met(lambda _: [3, 12])
    assert convert_all([Document(DOCUMENT)], (), 9) == [{}]
    assert convert_all([], ("pdf",), 9) == []
    assert fake.started == 0
