"""What `genereer` writes beside the Word file never takes the place of somebody's own work."""

from __future__ import annotations

import re

import pytest

from trials import VOLLEDIG, greep
from uitvoeringsplan.files.word_file import MAX_WORD, keep_previous
from uitvoeringsplan.pdf import convert
from uitvoeringsplan.tasks.generate import Request, take_order

FORMATEN = {
    ".md": ("--naar", "md"),
    ".html": ("--naar", "html"),
    ".diwoo.xml": ("--metadata",),
}
MET_LIBREOFFICE = {".odt": ("--naar", "odt"), ".pdf": ("--naar", "pdf")}
ELK = [
    *(pytest.param(einde, opties, id=einde) for einde, opties in FORMATEN.items()),
    *(
        pytest.param(einde, opties, id=einde, marks=pytest.mark.libreoffice)
        for einde, opties in greep(MET_LIBREOFFICE.items())
    ),
]


_OMGEZET: dict[object, object] = {}


@pytest.fixture(autouse=True)
def _een_keer_omzetten(monkeypatch):
    """Outside CI a document is converted once: the tests look at what happens to the file."""
    if VOLLEDIG:
        return
    echt = convert.convert_all

    def onthouden(documenten, formaten):
        sleutel = (tuple(documenten), tuple(formaten))
        if sleutel not in _OMGEZET:
            _OMGEZET[sleutel] = echt(*sleutel)
        return _OMGEZET[sleutel]

    monkeypatch.setattr(convert, "convert_all", onthouden)


@pytest.mark.parametrize(
    ("einde", "opties"), [*FORMATEN.items(), *MET_LIBREOFFICE.items()], ids=str
)
def test_een_bestand_van_de_gebruiker_blijft(
    draai, plan, werkmap, mapstand, monkeypatch, einde, opties
):
    """Nothing is written at all, also not the Word file; LibreOffice is not even started."""
    monkeypatch.setattr("uitvoeringsplan.pdf.office_location.find_libreoffice", lambda: None)
    (werkmap / f"dorp{einde}").write_bytes(b"# Mijn eigen aantekeningen\n")
    voor = mapstand()
    gedraaid = draai("genereer", plan.name, *opties)
    assert (gedraaid.code, gedraaid.uit) == (1, "")
    assert f"dorp{einde}: dit bestand is hier niet gemaakt, of daarna veranderd" in gedraaid.fout
    assert "--overschrijf" in gedraaid.fout
    assert mapstand() == voor


@pytest.mark.parametrize(("einde", "opties"), ELK)
def test_met_overschrijf_blijft_wat_er_stond_ernaast(draai, plan, werkmap, einde, opties):
    """Under a name that is free; the same content is kept once."""
    uitgave = werkmap / f"dorp{einde}"
    for inhoud, naam in (
        (b"van mij\n", f"dorp-vorige{einde}"),
        (b"ook van mij\n", f"dorp-vorige-2{einde}"),
        (b"van mij\n", f"dorp-vorige{einde}"),
    ):
        uitgave.write_bytes(inhoud)
        gedraaid = draai("genereer", plan.name, *opties, "--overschrijf")
        assert gedraaid.code == 0
        assert f"is bewaard als {naam}." in gedraaid.fout
        assert (werkmap / naam).read_bytes() == inhoud
        assert uitgave.read_bytes() != inhoud
    voor = {pad.name for pad in werkmap.iterdir()}
    gedraaid = draai("genereer", plan.name, *opties, "--overschrijf")
    assert gedraaid.code == 0
    assert "bewaard" not in gedraaid.fout
    assert {pad.name for pad in werkmap.iterdir()} == voor


def test_wie_volgt_krijgt_geen_stapel_kopieen(plan, werkmap, vervang):
    """What an earlier round of the same run made is ours, and is not kept at every save."""
    (werkmap / "dorp.html").write_bytes(b"van mij")
    wens = Request(formaten=("md", "html"), metadata=True, overschrijf=True)
    opdracht = take_order([plan], request=wens)
    vorige = []
    for gemeente in ("Oudermeer", "Benedenmeer", "Bovenmeer", "Oudermeer"):
        oud = re.search(r"\n  gemeente: .*", plan.read_text("utf-8"))[0]
        vervang(plan, oud, f"\n  gemeente: {gemeente}")
        (gemaakt,) = opdracht.renewed([plan]).run()
        assert gemaakt.fout is None
        vorige += gemaakt.vorige
    assert [pad.name for pad in vorige] == ["dorp-vorige.html"]
    assert len(list(werkmap.glob("*-vorige*"))) == 1


def test_een_pdf_groter_dan_een_word_bestand_blijft_ook(werkmap):
    groot = bytes(MAX_WORD + 1)
    for _ in range(2):
        assert keep_previous(werkmap / "dorp.pdf", groot).name == "dorp-vorige.pdf"


@pytest.mark.parametrize(("einde", "opties"), ELK)
def test_wat_hier_gemaakt_is_wordt_vernieuwd_tot_iemand_het_bewerkt(
    draai, plan, werkmap, vervang, einde, opties
):
    uitgave = werkmap / f"dorp{einde}"
    assert draai("genereer", plan.name, *opties).code == 0
    eerst = uitgave.read_bytes()
    vervang(plan, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    assert draai("genereer", plan.name, *opties).code == 0
    assert uitgave.read_bytes() != eerst
    bewerkt = uitgave.read_bytes().replace(b"e", b"E", 1)
    uitgave.write_bytes(bewerkt)
    assert draai("genereer", plan.name, *opties).code == 1
    assert uitgave.read_bytes() == bewerkt
    assert draai("genereer", plan.name, *opties, "--overschrijf").code == 0
    assert uitgave.read_bytes() != bewerkt


def test_dezelfde_invoer_geeft_dezelfde_bytes(draai, plan, werkmap):
    alle = ("genereer", plan.name, "--naar", "md,html", "--metadata")
    assert draai(*alle).code == 0
    eerst = {pad.name: pad.read_bytes() for pad in werkmap.iterdir()}
    assert len(eerst) == 5
    assert draai(*alle).code == 0
    assert {pad.name: pad.read_bytes() for pad in werkmap.iterdir()} == eerst


def test_een_map_met_die_naam(draai, plan, werkmap, mapstand):
    (werkmap / "dorp.md").mkdir()
    voor = mapstand()
    gedraaid = draai("genereer", plan.name, "--naar", "md")
    assert gedraaid.code == 1
    assert "dorp.md: dit is een map" in gedraaid.fout
    assert mapstand() == voor
