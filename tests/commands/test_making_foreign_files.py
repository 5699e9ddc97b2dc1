"""What `genereer` writes beside the Word file never takes the place of somebody's own work."""

from __future__ import annotations

import re

import pytest

from trials import VOLLEDIG, greep
from uitvoeringsplan.files.word_file import MAX_WORD, keep_previous
from uitvoeringsplan.pdf import convert
from uitvoeringsplan.tasks.generate import Request, take_order

FORMATS = {
    ".md": ("--naar", "md"),
    ".html": ("--naar", "html"),
    ".diwoo.xml": ("--metadata",),
}
MET_LIBREOFFICE = {".odt": ("--naar", "odt"), ".pdf": ("--naar", "pdf")}
ELK = [
    *(pytest.param(end, options, id=end) for end, options in FORMATS.items()),
    *(
        pytest.param(end, options, id=end, marks=pytest.mark.libreoffice)
        for end, options in greep(MET_LIBREOFFICE.items())
    ),
]


_CONVERTED: dict[object, object] = {}


@pytest.fixture(autouse=True)
def _one_time_omzetten(monkeypatch):
    """Outside CI a document is converted once: the tests look at what happens to the file."""
    if VOLLEDIG:
        return
    real = convert.convert_all

    def remembered(documents, formats):
        key = (tuple(documents), tuple(formats))
        if key not in _CONVERTED:
            _CONVERTED[key] = real(*key)
        return _CONVERTED[key]

    monkeypatch.setattr(convert, "convert_all", remembered)


@pytest.mark.parametrize(("end", "options"), [*FORMATS.items(), *MET_LIBREOFFICE.items()], ids=str)
def test_een_bestand_van_de_gebruiker_blijft(
    run_command, plan, work_folder, folder_state, monkeypatch, end, options
):
    """Nothing is written at all, also not the Word file; LibreOffice is not even started."""
    monkeypatch.setattr("uitvoeringsplan.pdf.office_location.find_libreoffice", lambda: None)
    (work_folder / f"dorp{end}").write_bytes(b"# Mijn eigen aantekeningen\n")
    before = folder_state()
    outcome = run_command("genereer", plan.name, *options)
    assert (outcome.code, outcome.result) == (1, "")
    assert f"dorp{end}: dit bestand is hier niet gemaakt, of daarna veranderd" in outcome.error
    assert "--overschrijf" in outcome.error
    assert folder_state() == before


@pytest.mark.parametrize(("end", "options"), ELK)
def test_met_overschrijf_blijft_wat_er_stond_ernaast(run_command, plan, work_folder, end, options):
    """Under a name that is free; the same content is kept once."""
    uitgave = work_folder / f"dorp{end}"
    for content, name in (
        (b"van mij\n", f"dorp-vorige{end}"),
        (b"ook van mij\n", f"dorp-vorige-2{end}"),
        (b"van mij\n", f"dorp-vorige{end}"),
    ):
        uitgave.write_bytes(content)
        outcome = run_command("genereer", plan.name, *options, "--overschrijf")
        assert outcome.code == 0
        assert f"is bewaard als {name}." in outcome.error
        assert (work_folder / name).read_bytes() == content
        assert uitgave.read_bytes() != content
    before = {path.name for path in work_folder.iterdir()}
    outcome = run_command("genereer", plan.name, *options, "--overschrijf")
    assert outcome.code == 0
    assert "bewaard" not in outcome.error
    assert {path.name for path in work_folder.iterdir()} == before


def test_wie_volgt_krijgt_geen_stapel_kopieen(plan, work_folder, replace):
    """What an earlier round of the same run made is ours, and is not kept at every save."""
    (work_folder / "dorp.html").write_bytes(b"van mij")
    wens = Request(formats=("md", "html"), metadata=True, overschrijf=True)
    command = take_order([plan], request=wens)
    previous = []
    for gemeente in ("Oudermeer", "Benedenmeer", "Bovenmeer", "Oudermeer"):
        old = re.search(r"\n  gemeente: .*", plan.read_text("utf-8"))[0]
        replace(plan, old, f"\n  gemeente: {gemeente}")
        (made,) = command.renewed([plan]).run()
        assert made.error is None
        previous += made.previous
    assert [path.name for path in previous] == ["dorp-vorige.html"]
    assert len(list(work_folder.glob("*-vorige*"))) == 1


def test_een_pdf_groter_dan_een_word_bestand_blijft_ook(work_folder):
    large = bytes(MAX_WORD + 1)
    for _ in range(2):
        assert keep_previous(work_folder / "dorp.pdf", large).name == "dorp-vorige.pdf"


@pytest.mark.parametrize(("end", "options"), ELK)
def test_wat_hier_gemaakt_is_wordt_vernieuwd_tot_iemand_het_bewerkt(
    run_command, plan, work_folder, replace, end, options
):
    uitgave = work_folder / f"dorp{end}"
    assert run_command("genereer", plan.name, *options).code == 0
    at_first = uitgave.read_bytes()
    replace(plan, "gemeente: Oudermeer", "gemeente: Benedenmeer")
    assert run_command("genereer", plan.name, *options).code == 0
    assert uitgave.read_bytes() != at_first
    edited = uitgave.read_bytes().replace(b"e", b"E", 1)
    uitgave.write_bytes(edited)
    assert run_command("genereer", plan.name, *options).code == 1
    assert uitgave.read_bytes() == edited
    assert run_command("genereer", plan.name, *options, "--overschrijf").code == 0
    assert uitgave.read_bytes() != edited


def test_dezelfde_invoer_geeft_dezelfde_bytes(run_command, plan, work_folder):
    every = ("genereer", plan.name, "--naar", "md,html", "--metadata")
    assert run_command(*every).code == 0
    at_first = {path.name: path.read_bytes() for path in work_folder.iterdir()}
    assert len(at_first) == 5
    assert run_command(*every).code == 0
    assert {path.name: path.read_bytes() for path in work_folder.iterdir()} == at_first


def test_een_map_met_die_naam(run_command, plan, work_folder, folder_state):
    (work_folder / "dorp.md").mkdir()
    before = folder_state()
    outcome = run_command("genereer", plan.name, "--naar", "md")
    assert outcome.code == 1
    assert "dorp.md: dit is een map" in outcome.error
    assert folder_state() == before
