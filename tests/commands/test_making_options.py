"""What `genereer` makes besides the plan in Word, and how it says no."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from uitvoeringsplan.document.writers import WRITERS
from uitvoeringsplan.files import processes
from uitvoeringsplan.pdf.office_location import WITHOUT
from uitvoeringsplan.tasks import follow
from uitvoeringsplan.tasks.output_formats import FORMATS, by_libreoffice

ROOT = Path(__file__).resolve().parents[2]
BY_LIBREOFFICE = by_libreoffice(FORMATS)

HUISSTIJL = 'kleuren:\n  accent: "#7A1F3D"\nadres: |\n  Postbus 12\n'


def document(path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_md_en_html_komen_naast_het_word_bestand(run_command, plan):
    outcome = run_command("genereer", "--naar", "md,html")
    assert outcome.code == 0, outcome.error
    assert outcome.result.splitlines()[1:] == ["dorp.md", "dorp.html"]
    for end in (".md", ".html"):
        text = plan.with_name(f"dorp{end}").read_text("utf-8")
        assert "Gemeente Oudermeer" in text
        assert "Drie wijktafels per jaar" in text


def test_dezelfde_invoer_geeft_dezelfde_bytes(run_command, plan):
    names = ("dorp.docx", "dorp.md", "dorp.html")
    run_command("genereer", "--naar", "html", "--naar", "md")
    at_first = [plan.with_name(name).read_bytes() for name in names]
    for name in names:
        plan.with_name(name).unlink()
    run_command("genereer", "--naar", "md,html")
    assert at_first == [plan.with_name(name).read_bytes() for name in names]


@pytest.mark.libreoffice
def test_pdf_en_odt(run_command, plan):
    outcome = run_command("genereer", "--naar", "pdf,odt")
    assert outcome.code == 0, outcome.error
    assert plan.with_name("dorp.pdf").read_bytes().startswith(b"%PDF-")
    odt = zipfile.ZipFile(io.BytesIO(plan.with_name("dorp.odt").read_bytes()))
    assert odt.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_zonder_libreoffice_wordt_er_niets_gemaakt(run_command, plan, monkeypatch, tmp_path):
    monkeypatch.setenv("UITVOERINGSPLAN_LIBREOFFICE", str(tmp_path / "weg"))
    outcome = run_command("genereer", "--naar", "pdf")
    assert outcome.code == 1
    assert "docx, html of md maken lukt ook zonder LibreOffice" in outcome.error
    assert not plan.with_name("dorp.docx").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--naar", "htlm"], "“htlm” is geen formaat. Bedoel je “html”?"),
        (["--indeling", "kop"], "Bij --indeling: “kop” is geen keuze. Kies uit: tabel, koppen."),
        (["--adres", "https://x.nl"], "--adres hoort bij --metadata"),
        (["--metadata", "--adres", "dorp"], "“dorp” is geen webadres"),
        (["--metadata", "--intern"], "Het interne document wordt niet gepubliceerd"),
    ],
)
def test_wat_niet_kan(run_command, plan, options, words):
    outcome = run_command("genereer", *options)
    assert outcome.code in (1, 2)
    assert words in outcome.error
    assert not list(plan.parent.glob("*.xml"))


def test_de_indeling_van_de_opdracht_gaat_voor_die_van_het_plan(run_command, plan):
    run_command("genereer", "-u", "tabel.docx")
    run_command("genereer", "-u", "koppen.docx", "--indeling", "koppen")
    assert document(plan.with_name("tabel.docx")).count("<w:tbl>") == 2
    assert document(plan.with_name("koppen.docx")).count("<w:tbl>") == 1
    plan.write_text(plan.read_text("utf-8").replace("indeling: tabel", "indeling: koppen"), "utf-8")
    run_command("genereer", "-u", "plan.docx")
    # Only the fingerprint of the field itself differs, which is not in this part.
    assert document(plan.with_name("plan.docx")) == document(plan.with_name("koppen.docx"))


def test_een_sjabloon_zonder_indelingen(run_command, plan):
    with zipfile.ZipFile(plan.with_name("vast.docx"), "w") as target:
        run_command("genereer", "-u", "gewoon.docx")
        with zipfile.ZipFile(plan.with_name("gewoon.docx")) as source:
            for name in source.namelist():
                target.writestr(name, source.read(name))
    outcome = run_command("genereer", "--sjabloon", "vast.docx", "--indeling", "koppen")
    assert outcome.code == 2
    assert "heeft maar één indeling. Laat --indeling weg." in outcome.error
    assert run_command("genereer", "--sjabloon", "vast.docx").code == 0


def test_het_interne_document_krijgt_een_eigen_naam(run_command, plan):
    outcome = run_command("genereer", "--intern")
    assert outcome.result.startswith("dorp-intern.docx")
    assert "niet publiceren" in document(plan.with_name("dorp-intern.docx"))
    assert not plan.with_name("dorp.docx").exists()


def test_de_huisstijl_naast_het_plan(run_command, plan):
    plan.with_name("huisstijl.yaml").write_text(HUISSTIJL, "utf-8")
    run_command("genereer", "--naar", "html")
    assert "7A1F3D" in document(plan.with_name("dorp.docx"))
    assert "Postbus 12" in document(plan.with_name("dorp.docx"))
    assert "--accent: #7A1F3D" in plan.with_name("dorp.html").read_text("utf-8")


def test_een_kleur_die_niemand_kan_lezen(run_command, plan):
    plan.with_name("licht.yaml").write_text('kleuren:\n  accent: "#FFD700"\n', "utf-8")
    outcome = run_command("genereer", "--huisstijl", "licht.yaml")
    assert outcome.code == 1
    assert "licht.yaml, regel 2" in outcome.error
    assert "Probeer #" in outcome.error
    assert not plan.with_name("dorp.docx").exists()


def test_wat_van_de_huisstijl_geen_plek_heeft_wordt_gemeld(run_command, plan):
    plan.with_name("huisstijl.yaml").write_text(HUISSTIJL, "utf-8")
    run_command("genereer", "-u", "kaal.docx")  # a finished document has no place for an address
    outcome = run_command("genereer", "--sjabloon", "kaal.docx", "-u", "uit.docx")
    assert outcome.code == 0
    assert "Het sjabloon heeft geen plek voor het adres." in outcome.error


def test_metadata_noemt_wat_nog_ontbreekt(run_command, plan):
    outcome = run_command("genereer", "--metadata")
    assert outcome.code == 0
    assert "De metadata is nog niet volledig." in outcome.error
    assert "Uitvoeringsplan polarisatie Oudermeer" in plan.with_name("dorp.diwoo.xml").read_text()


def test_een_antwoord_zonder_plaats_wordt_gemeld(run_command, plan):
    """A template from before the optional chapters: the plan says more than it can show."""
    run_command("genereer", "-u", "a.docx")
    with zipfile.ZipFile(plan.with_name("a.docx")) as source:
        members = {name: source.read(name) for name in source.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(
        b'<w:tag w:val="signalering-online"/>', b""
    )
    with zipfile.ZipFile(plan.with_name("oud.docx"), "w") as target:
        for name, data in members.items():
            target.writestr(name, data)
    outcome = run_command("genereer", "--sjabloon", "oud.docx")
    assert "geen plaats voor het antwoord op signalering-online." in outcome.error


@pytest.mark.usefixtures("plan")
def test_openen_kiest_wat_gevraagd_is(run_command, monkeypatch):
    opened = []
    monkeypatch.setattr(processes, "open_file", opened.append)
    run_command("genereer", "--open")
    run_command("genereer", "--open", "--naar", "html")
    assert [path.name for path in opened] == ["dorp.docx", "dorp.html"]


def test_openen_kan_niet_bij_twee_plannen(run_command, plan):
    other = plan.with_name("ander.plan.yaml")
    other.write_bytes(plan.read_bytes())
    outcome = run_command("genereer", plan.name, other.name, "--open")
    assert outcome.code == 2
    assert "--open kan bij één plan tegelijk." in outcome.error


def test_volgen_maakt_opnieuw_na_elke_wijziging(run_command, plan, monkeypatch):
    """The real watcher, with a user who saves instead of a clock that ticks."""
    stappen = iter(range(40))

    def wait(_seconds: float) -> None:
        stap = next(stappen)
        text = plan.read_text("utf-8")
        if stap == 3:
            plan.write_text(text.replace("Oudermeer", "Nieuwermeer"), "utf-8")
        if stap == 12:
            plan.write_text(text.replace("gegevens:", "gegevens: ["), "utf-8")
        if stap == 20:
            plan.write_text(text.replace("gegevens: [", "gegevens:"), "utf-8")
        if stap == 30:
            raise KeyboardInterrupt

    real = follow.follow_files
    monkeypatch.setattr(follow, "follow_files", lambda *parts: real(*parts, wait=wait))
    outcome = run_command("genereer", "--volg")
    assert outcome.code == 0
    assert outcome.result.count("dorp.docx") == 3
    assert "dorp.plan.yaml, regel" in outcome.error
    assert "Nieuwermeer" in document(plan.with_name("dorp.docx"))


def names(text: str) -> list[str]:
    """Return the formats that a phrase names, by the end of a file name."""
    found = (word.lower() for word in re.findall(r"\w+", text) if word not in ("en", "of"))
    return ["md" if word == "markdown" else word for word in found]


# Of every sentence that names formats: where it stands, and which it should name.
SENTENCES = {
    "de hulp": ("help", r"Maak ook ([\w, ]+); met een komma", FORMATS),
    "wat er zonder LibreOffice is": ("melding", r"Een ([\w, ]+) maken lukt", ("docx", *WRITERS)),
    "wat nooit zomaar wordt vervangen": ("README.md", r", en een ([\w, ]+) of metadata ", FORMATS),
    "wat LibreOffice maakt": ("README.md", r"\n([\w, ]+) maakt LibreOffice", BY_LIBREOFFICE),
    "wat van het document komt": (
        "docs/formaten.md", r" ([\w, ]+) worden van het document gemaakt", FORMATS
    ),
    "wat er te kiezen is": ("docs/formaten.md", r"`genereer --naar ([\w,]+)` maakt", FORMATS),
    "waar het merk staat": (
        "docs/formaten.md", r" een opmerking aan het eind ([^.]+)\.", (*FORMATS, "xml")
    ),
    "wat het programma zelf maakt": (
        "docs/formaten.md", r" ([\w, ]+) maakt het programma zelf", WRITERS
    ),
    "waar LibreOffice voor nodig is": (
        "docs/formaten.md", r" Voor ([\w, ]+) is \[LibreOffice\]", BY_LIBREOFFICE
    ),
}  # fmt: skip


@pytest.mark.parametrize(("place", "sentence", "known"), SENTENCES.values(), ids=SENTENCES)
def test_de_formaten_staan_beschreven(run_command, place, sentence, known):
    if place == "help":
        text = " ".join(run_command("genereer", "--help").result.split())
    elif place == "melding":
        text = WITHOUT
    else:
        text = (ROOT / place).read_text("utf-8")
    (phrase,) = re.findall(sentence, text)
    if phrase.startswith("("):  # what is in brackets, behind each place
        phrase = " ".join(re.findall(r"\(([^)]+)\)", phrase))
    assert sorted(names(phrase)) == sorted(known)
