from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edited_docx import verander
from uitvoeringsplan.errors import (
    BestandError,
    OmzetError,
    ProjectbestandError,
    SjabloonError,
    UitvoerError,
)
from uitvoeringsplan.files.lookup import find_sjabloon, find_vragen
from uitvoeringsplan.tasks import fill_plan
from uitvoeringsplan.tasks.generate import Request, take_order


def maak(*plannen: Path, **opties):
    wens = Request(**{naam: opties.pop(naam) for naam in Request._fields if naam in opties})
    return list(take_order(plannen, request=wens, **opties).run())


def inhoud(map_: Path) -> dict[str, bytes]:
    return {str(p.relative_to(map_)): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def kopie(plan: Path, naam: str) -> Path:
    return Path(shutil.copy(plan, plan.with_name(naam)))


def test_het_word_bestand_komt_naast_het_plan(voorbeeldplan):
    (gemaakt,) = maak(voorbeeldplan)
    assert gemaakt.word == voorbeeldplan.with_name("dorp.docx")
    assert gemaakt.fout is None
    assert gemaakt.voortgang is not None
    assert gemaakt.voortgang.totaal == 20
    assert gemaakt.word.read_bytes()[:2] == b"PK"


def test_zonder_naam_het_enige_plan_in_de_map(voorbeeldplan):
    (gemaakt,) = maak()
    assert gemaakt.word == Path("dorp.docx")
    assert voorbeeldplan.with_name("dorp.docx").is_file()


def test_met_u_een_bestand_of_een_map(voorbeeldplan):
    (gemaakt,) = maak(voorbeeldplan, out=Path("anders.docx"))
    assert gemaakt.word == Path("anders.docx")
    Path("uit").mkdir()
    (gemaakt,) = maak(voorbeeldplan, out=Path("uit"))
    assert gemaakt.word == Path("uit/dorp.docx")
    assert Path("anders.docx").read_bytes() == Path("uit/dorp.docx").read_bytes()


def test_nog_een_keer_schrijft_niet_opnieuw(voorbeeldplan):
    (gemaakt,) = maak(voorbeeldplan)
    voor = gemaakt.word.stat()
    maak(voorbeeldplan)
    na = gemaakt.word.stat()
    assert (na.st_mtime_ns, na.st_ino) == (voor.st_mtime_ns, voor.st_ino)


def test_een_veranderd_plan_vervangt_wat_hier_gemaakt_is(voorbeeldplan):
    (gemaakt,) = maak(voorbeeldplan)
    voor = gemaakt.word.read_bytes()
    tekst = voorbeeldplan.read_text("utf-8").replace("gemeente: Oudermeer", "gemeente: Delft")
    voorbeeldplan.write_text(tekst, "utf-8")
    maak(voorbeeldplan)
    assert gemaakt.word.read_bytes() != voor


def test_een_bestand_van_een_ander_wordt_niet_overschreven(voorbeeldplan):
    word = voorbeeldplan.with_name("dorp.docx")
    word.write_bytes(b"van mij")
    (gemaakt,) = maak(voorbeeldplan)
    assert isinstance(gemaakt.fout, UitvoerError)
    assert "niets overschreven" in str(gemaakt.fout)
    assert word.read_bytes() == b"van mij"
    (gemaakt,) = maak(voorbeeldplan, overschrijf=True)
    assert gemaakt.fout is None
    assert word.read_bytes()[:2] == b"PK"
    assert gemaakt.vorige == (voorbeeldplan.with_name("dorp-vorige.docx"),)
    assert gemaakt.vorige[0].read_bytes() == b"van mij"


def test_wat_bewerkt_was_blijft_bewaard_en_niets_vorigs_gaat_weg(voorbeeldplan):
    word = voorbeeldplan.with_name("dorp.docx")
    namen = []
    for inhoud in (b"een", b"twee", b"een", b"drie"):
        word.write_bytes(inhoud)
        (gemaakt,) = maak(voorbeeldplan, overschrijf=True)
        (vorige,) = gemaakt.vorige
        assert vorige.read_bytes() == inhoud
        namen.append(vorige.name)
    assert namen == [
        "dorp-vorige.docx", "dorp-vorige-2.docx", "dorp-vorige.docx", "dorp-vorige-3.docx",
    ]  # fmt: skip
    (gemaakt,) = maak(voorbeeldplan, overschrijf=True)  # ours, and nobody touched it
    assert not gemaakt.vorige


@pytest.mark.parametrize("wens", [{"intern": True}, {"met_punten": True}])
def test_ook_een_ander_document_houdt_wat_er_bewerkt_was(voorbeeldplan, wens):
    (gemaakt,) = maak(voorbeeldplan, **wens)
    gemaakt.word.write_bytes(b"van mij")
    (weer,) = maak(voorbeeldplan, **wens)
    assert isinstance(weer.fout, UitvoerError)
    (weer,) = maak(voorbeeldplan, overschrijf=True, **wens)
    assert weer.vorige == (gemaakt.word.with_name(f"{gemaakt.word.stem}-vorige.docx"),)
    assert weer.vorige[0].read_bytes() == b"van mij"


def test_een_andere_koptekst_is_ook_bewerkt(voorbeeldplan):
    """A program may save a header and leave the main part byte for byte."""
    (gemaakt,) = maak(voorbeeldplan)
    verander(
        gemaakt.word, lambda deel: deel.replace(b"<w:p>", b"<w:p >", 1), deel="word/header1.xml"
    )
    (weer,) = maak(voorbeeldplan)
    assert isinstance(weer.fout, UitvoerError)


def test_een_fout_plan_houdt_de_andere_niet_tegen(voorbeeldplan):
    goed = [kopie(voorbeeldplan, f"{naam}.plan.yaml") for naam in "ac"]
    fout = voorbeeldplan.with_name("b.plan.yaml")
    fout.write_text("soort: polarisatie\nvragenlijst: 1\nantwoord:\n", "utf-8")
    weg = voorbeeldplan.with_name("weg.plan.yaml")
    uit = maak(goed[0], fout, weg, goed[1])
    assert [type(g.fout) for g in uit] == [
        type(None), ProjectbestandError, BestandError, type(None),
    ]  # fmt: skip
    assert [g.word.name for g in uit if g.word] == ["a.docx", "c.docx"]
    assert sorted(p.name for p in voorbeeldplan.parent.glob("*.docx")) == ["a.docx", "c.docx"]


def test_elk_plan_krijgt_zijn_eigen_inhoud(voorbeeldplan):
    ander = kopie(voorbeeldplan, "x.plan.yaml")
    ander.write_text(ander.read_text("utf-8").replace(": Oudermeer", ": Delft"), "utf-8")
    samen = {g.word: g.word.read_bytes() for g in maak(voorbeeldplan, ander)}
    for word in samen:
        word.unlink()
    apart = {g.word: g.word.read_bytes() for plan in (ander, voorbeeldplan) for g in maak(plan)}
    assert samen == apart
    assert len(set(samen.values())) == 2


@pytest.mark.parametrize("naam", ["~$dorp.docx", "~$rp.docx", ".~lock.dorp.docx#"])
def test_een_document_dat_open_staat(voorbeeldplan, naam):
    voorbeeldplan.with_name(naam).write_bytes(b"")
    (gemaakt,) = maak(voorbeeldplan)
    assert "open in Word of LibreOffice" in str(gemaakt.fout)
    assert not voorbeeldplan.with_name("dorp.docx").exists()


def test_een_map_met_de_naam_van_het_word_bestand(voorbeeldplan):
    voorbeeldplan.with_name("dorp.docx").mkdir()
    (gemaakt,) = maak(voorbeeldplan)
    assert "dit is een map" in str(gemaakt.fout)


# What is wrong before anything is made.


def test_meer_plannen_naar_iets_dat_geen_map_is(voorbeeldplan):
    ander = kopie(voorbeeldplan, "x.plan.yaml")
    with pytest.raises(UitvoerError, match=r"uit\.docx: dit is geen map"):
        take_order([voorbeeldplan, ander], out=Path("uit.docx"))


def test_twee_plannen_met_dezelfde_naam_voor_een_map(voorbeeldplan, werkmap):
    (werkmap / "sub").mkdir()
    (werkmap / "uit").mkdir()
    ander = Path(shutil.copy(voorbeeldplan, werkmap / "sub" / voorbeeldplan.name))
    with pytest.raises(UitvoerError, match="krijgen dezelfde naam"):
        take_order([voorbeeldplan, ander], out=werkmap / "uit")


def test_hetzelfde_plan_twee_keer_is_een_keer(voorbeeldplan):
    assert len(maak(voorbeeldplan, voorbeeldplan)) == 1


@pytest.mark.parametrize("overschrijf", [True, False])
def test_het_plan_zelf_wordt_nooit_overschreven(voorbeeldplan, overschrijf):
    voor = inhoud(voorbeeldplan.parent)
    uit = voorbeeldplan.parent / "." / voorbeeldplan.name
    with pytest.raises(UitvoerError, match="dit is het plan of het sjabloon zelf"):
        take_order([voorbeeldplan], out=uit, request=Request(overschrijf=overschrijf))
    assert inhoud(voorbeeldplan.parent) == voor


def test_het_sjabloon_zelf_wordt_nooit_overschreven(voorbeeldplan):
    eigen = voorbeeldplan.with_name("dorp.docx")
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), eigen)
    voor = eigen.read_bytes()
    with pytest.raises(UitvoerError, match="dit is het plan of het sjabloon zelf"):
        take_order([voorbeeldplan], request=Request(sjabloon=Path("dorp.docx"), overschrijf=True))
    assert eigen.read_bytes() == voor


def test_een_sjabloon_dat_er_niet_is(voorbeeldplan):
    with pytest.raises(BestandError, match=r"weg\.docx: dit sjabloon bestaat niet"):
        take_order([voorbeeldplan], request=Request(sjabloon=Path("weg.docx")))


def test_een_sjabloon_dat_niet_deugt(voorbeeldplan):
    Path("s.docx").write_bytes(b"tekst")
    with pytest.raises(SjabloonError, match=r"^s\.docx: dit is geen Word-bestand"):
        take_order([voorbeeldplan], request=Request(sjabloon=Path("s.docx")))


def test_eigen_vragen_met_een_sjabloon_ernaast(voorbeeldplan, werkmap):
    vragen = Path(shutil.copy(find_vragen(folder=Path("nergens")), werkmap))
    (werkmap / "templates").mkdir()
    naam = "uitvoeringsplan-polarisatie.docx"
    shutil.copy(find_sjabloon(naam), werkmap / "templates" / naam)
    (werkmap / naam).write_bytes(b"kapot")
    with pytest.raises(SjabloonError, match="geen Word-bestand"):
        take_order([voorbeeldplan], vragen=vragen)
    (werkmap / naam).unlink()
    assert maak(voorbeeldplan, vragen=vragen)[0].fout is None


def test_een_fout_van_ons_wordt_niet_verzwegen(voorbeeldplan, monkeypatch):
    def stuk(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(fill_plan, "fill", stuk)
    with pytest.raises(ZeroDivisionError):
        maak(voorbeeldplan)


def test_alle_pdfs_komen_samen_en_een_die_niet_lukt_houdt_de_andere_niet_tegen(
    voorbeeldplan, monkeypatch
):
    samen = []

    def convert_all(documenten, _formaten):
        samen.append([Path(document.name).name for document in documenten])
        return [
            OmzetError("stuk")
            if document.name.endswith("b.docx")
            else {"pdf": b"%PDF-1.7\n%%EOF\n"}
            for document in documenten
        ]

    monkeypatch.setattr("uitvoeringsplan.pdf.office_location.find_libreoffice", lambda: None)
    monkeypatch.setattr("uitvoeringsplan.pdf.convert.convert_all", convert_all)
    plannen = [kopie(voorbeeldplan, f"{naam}.plan.yaml") for naam in "abc"]
    plannen.insert(1, Path("weg.plan.yaml"))
    a, weg, b, c = maak(*plannen, formaten=("pdf",))
    assert samen == [["a.docx", "b.docx", "c.docx"]]
    assert isinstance(weg.fout, BestandError)
    assert isinstance(b.fout, OmzetError)
    assert Path("b.docx").is_file()
    for een in (a, c):
        assert [pad.suffix for pad in een.erbij] == [".pdf"]
        assert een.erbij[0].is_file()
