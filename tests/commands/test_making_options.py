"""What `genereer` makes besides the plan in Word, and how it says no."""

from __future__ import annotations

import io
import zipfile

import pytest

from uitvoeringsplan.files import processes
from uitvoeringsplan.tasks import follow

HUISSTIJL = 'kleuren:\n  accent: "#7A1F3D"\nadres: |\n  Postbus 12\n'


def document(pad) -> str:
    with zipfile.ZipFile(pad) as pakket:
        return pakket.read("word/document.xml").decode()


def test_md_en_html_komen_naast_het_word_bestand(draai, plan):
    gedraaid = draai("genereer", "--naar", "md,html")
    assert gedraaid.code == 0, gedraaid.fout
    assert gedraaid.uit.splitlines()[1:] == ["dorp.md", "dorp.html"]
    for einde in (".md", ".html"):
        tekst = plan.with_name(f"dorp{einde}").read_text("utf-8")
        assert "Gemeente Oudermeer" in tekst
        assert "Drie wijktafels per jaar" in tekst


def test_dezelfde_invoer_geeft_dezelfde_bytes(draai, plan):
    namen = ("dorp.docx", "dorp.md", "dorp.html")
    draai("genereer", "--naar", "html", "--naar", "md")
    eerst = [plan.with_name(naam).read_bytes() for naam in namen]
    for naam in namen:
        plan.with_name(naam).unlink()
    draai("genereer", "--naar", "md,html")
    assert eerst == [plan.with_name(naam).read_bytes() for naam in namen]


@pytest.mark.libreoffice
def test_pdf_en_odt(draai, plan):
    gedraaid = draai("genereer", "--naar", "pdf,odt")
    assert gedraaid.code == 0, gedraaid.fout
    assert plan.with_name("dorp.pdf").read_bytes().startswith(b"%PDF-")
    odt = zipfile.ZipFile(io.BytesIO(plan.with_name("dorp.odt").read_bytes()))
    assert odt.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_zonder_libreoffice_wordt_er_niets_gemaakt(draai, plan, monkeypatch, tmp_path):
    monkeypatch.setenv("UITVOERINGSPLAN_LIBREOFFICE", str(tmp_path / "weg"))
    gedraaid = draai("genereer", "--naar", "pdf")
    assert gedraaid.code == 1
    assert "docx, html of md maken lukt ook zonder LibreOffice" in gedraaid.fout
    assert not plan.with_name("dorp.docx").exists()


@pytest.mark.parametrize(
    ("opties", "woorden"),
    [
        (["--naar", "htlm"], "“htlm” is geen formaat. Bedoel je “html”?"),
        (["--indeling", "kop"], "Bij --indeling: “kop” is geen keuze. Kies uit: tabel, koppen."),
        (["--adres", "https://x.nl"], "--adres hoort bij --metadata"),
        (["--metadata", "--adres", "dorp"], "“dorp” is geen webadres"),
        (["--metadata", "--intern"], "Het interne document wordt niet gepubliceerd"),
    ],
)
def test_wat_niet_kan(draai, plan, opties, woorden):
    gedraaid = draai("genereer", *opties)
    assert gedraaid.code in (1, 2)
    assert woorden in gedraaid.fout
    assert not list(plan.parent.glob("*.xml"))


def test_de_indeling_van_de_opdracht_gaat_voor_die_van_het_plan(draai, plan):
    draai("genereer", "-u", "tabel.docx")
    draai("genereer", "-u", "koppen.docx", "--indeling", "koppen")
    assert document(plan.with_name("tabel.docx")).count("<w:tbl>") == 2
    assert document(plan.with_name("koppen.docx")).count("<w:tbl>") == 1
    plan.write_text(plan.read_text("utf-8").replace("indeling: tabel", "indeling: koppen"), "utf-8")
    draai("genereer", "-u", "plan.docx")
    # Only the fingerprint of the field itself differs, which is not in this part.
    assert document(plan.with_name("plan.docx")) == document(plan.with_name("koppen.docx"))


def test_een_sjabloon_zonder_indelingen(draai, plan):
    with zipfile.ZipFile(plan.with_name("vast.docx"), "w") as doel:
        draai("genereer", "-u", "gewoon.docx")
        with zipfile.ZipFile(plan.with_name("gewoon.docx")) as bron:
            for naam in bron.namelist():
                doel.writestr(naam, bron.read(naam))
    gedraaid = draai("genereer", "--sjabloon", "vast.docx", "--indeling", "koppen")
    assert gedraaid.code == 2
    assert "heeft maar één indeling. Laat --indeling weg." in gedraaid.fout
    assert draai("genereer", "--sjabloon", "vast.docx").code == 0


def test_het_interne_document_krijgt_een_eigen_naam(draai, plan):
    gedraaid = draai("genereer", "--intern")
    assert gedraaid.uit.startswith("dorp-intern.docx")
    assert "niet publiceren" in document(plan.with_name("dorp-intern.docx"))
    assert not plan.with_name("dorp.docx").exists()


def test_de_huisstijl_naast_het_plan(draai, plan):
    plan.with_name("huisstijl.yaml").write_text(HUISSTIJL, "utf-8")
    draai("genereer", "--naar", "html")
    assert "7A1F3D" in document(plan.with_name("dorp.docx"))
    assert "Postbus 12" in document(plan.with_name("dorp.docx"))
    assert "--accent: #7A1F3D" in plan.with_name("dorp.html").read_text("utf-8")


def test_een_kleur_die_niemand_kan_lezen(draai, plan):
    plan.with_name("licht.yaml").write_text('kleuren:\n  accent: "#FFD700"\n', "utf-8")
    gedraaid = draai("genereer", "--huisstijl", "licht.yaml")
    assert gedraaid.code == 1
    assert "licht.yaml, regel 2" in gedraaid.fout
    assert "Probeer #" in gedraaid.fout
    assert not plan.with_name("dorp.docx").exists()


def test_wat_van_de_huisstijl_geen_plek_heeft_wordt_gemeld(draai, plan):
    plan.with_name("huisstijl.yaml").write_text(HUISSTIJL, "utf-8")
    draai("genereer", "-u", "kaal.docx")  # a finished document has no place for an address
    gedraaid = draai("genereer", "--sjabloon", "kaal.docx", "-u", "uit.docx")
    assert gedraaid.code == 0
    assert "Het sjabloon heeft geen plek voor het adres." in gedraaid.fout


def test_metadata_noemt_wat_nog_ontbreekt(draai, plan):
    gedraaid = draai("genereer", "--metadata")
    assert gedraaid.code == 0
    assert "De metadata is nog niet volledig." in gedraaid.fout
    assert "Uitvoeringsplan polarisatie Oudermeer" in plan.with_name("dorp.diwoo.xml").read_text()


def test_een_antwoord_zonder_plaats_wordt_gemeld(draai, plan):
    """A template from before the optional chapters: the plan says more than it can show."""
    draai("genereer", "-u", "a.docx")
    with zipfile.ZipFile(plan.with_name("a.docx")) as bron:
        leden = {naam: bron.read(naam) for naam in bron.namelist()}
    leden["word/document.xml"] = leden["word/document.xml"].replace(
        b'<w:tag w:val="signalering-online"/>', b""
    )
    with zipfile.ZipFile(plan.with_name("oud.docx"), "w") as doel:
        for naam, data in leden.items():
            doel.writestr(naam, data)
    gedraaid = draai("genereer", "--sjabloon", "oud.docx")
    assert "geen plaats voor het antwoord op signalering-online." in gedraaid.fout


@pytest.mark.usefixtures("plan")
def test_openen_kiest_wat_gevraagd_is(draai, monkeypatch):
    geopend = []
    monkeypatch.setattr(processes, "open_file", geopend.append)
    draai("genereer", "--open")
    draai("genereer", "--open", "--naar", "html")
    assert [pad.name for pad in geopend] == ["dorp.docx", "dorp.html"]


def test_openen_kan_niet_bij_twee_plannen(draai, plan):
    ander = plan.with_name("ander.plan.yaml")
    ander.write_bytes(plan.read_bytes())
    gedraaid = draai("genereer", plan.name, ander.name, "--open")
    assert gedraaid.code == 2
    assert "--open kan bij één plan tegelijk." in gedraaid.fout


def test_volgen_maakt_opnieuw_na_elke_wijziging(draai, plan, monkeypatch):
    """The real watcher, with a user who saves instead of a clock that ticks."""
    stappen = iter(range(40))

    def wacht(_seconden: float) -> None:
        stap = next(stappen)
        tekst = plan.read_text("utf-8")
        if stap == 3:
            plan.write_text(tekst.replace("Oudermeer", "Nieuwermeer"), "utf-8")
        if stap == 12:
            plan.write_text(tekst.replace("gegevens:", "gegevens: ["), "utf-8")
        if stap == 20:
            plan.write_text(tekst.replace("gegevens: [", "gegevens:"), "utf-8")
        if stap == 30:
            raise KeyboardInterrupt

    echt = follow.follow_files
    monkeypatch.setattr(follow, "follow_files", lambda *delen: echt(*delen, wait=wacht))
    gedraaid = draai("genereer", "--volg")
    assert gedraaid.code == 0
    assert gedraaid.uit.count("dorp.docx") == 3
    assert "dorp.plan.yaml, regel" in gedraaid.fout
    assert "Nieuwermeer" in document(plan.with_name("dorp.docx"))
