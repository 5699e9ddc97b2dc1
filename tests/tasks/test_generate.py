from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edited_docx import change
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


def make(*plannen: Path, **options):
    wens = Request(**{name: options.pop(name) for name in Request._fields if name in options})
    return list(take_order(plannen, request=wens, **options).run())


def content(map_: Path) -> dict[str, bytes]:
    return {str(p.relative_to(map_)): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def copy(plan: Path, name: str) -> Path:
    return Path(shutil.copy(plan, plan.with_name(name)))


def test_het_word_bestand_komt_naast_het_plan(example_plan):
    (made,) = make(example_plan)
    assert made.word == example_plan.with_name("dorp.docx")
    assert made.error is None
    assert made.voortgang is not None
    assert made.voortgang.total == 20
    assert made.word.read_bytes()[:2] == b"PK"


def test_zonder_naam_het_enige_plan_in_de_map(example_plan):
    (made,) = make()
    assert made.word == Path("dorp.docx")
    assert example_plan.with_name("dorp.docx").is_file()


def test_met_u_een_bestand_of_een_map(example_plan):
    (made,) = make(example_plan, out=Path("anders.docx"))
    assert made.word == Path("anders.docx")
    Path("uit").mkdir()
    (made,) = make(example_plan, out=Path("uit"))
    assert made.word == Path("uit/dorp.docx")
    assert Path("anders.docx").read_bytes() == Path("uit/dorp.docx").read_bytes()


def test_nog_een_keer_schrijft_niet_opnieuw(example_plan):
    (made,) = make(example_plan)
    before = made.word.stat()
    make(example_plan)
    after = made.word.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_een_veranderd_plan_vervangt_wat_hier_gemaakt_is(example_plan):
    (made,) = make(example_plan)
    before = made.word.read_bytes()
    text = example_plan.read_text("utf-8").replace("gemeente: Oudermeer", "gemeente: Delft")
    example_plan.write_text(text, "utf-8")
    make(example_plan)
    assert made.word.read_bytes() != before


def test_een_bestand_van_een_ander_wordt_niet_overschreven(example_plan):
    word = example_plan.with_name("dorp.docx")
    word.write_bytes(b"van mij")
    (made,) = make(example_plan)
    assert isinstance(made.error, UitvoerError)
    assert "niets overschreven" in str(made.error)
    assert word.read_bytes() == b"van mij"
    (made,) = make(example_plan, overschrijf=True)
    assert made.error is None
    assert word.read_bytes()[:2] == b"PK"
    assert made.previous == (example_plan.with_name("dorp-vorige.docx"),)
    assert made.previous[0].read_bytes() == b"van mij"


def test_wat_bewerkt_was_blijft_bewaard_en_niets_vorigs_gaat_weg(example_plan):
    word = example_plan.with_name("dorp.docx")
    names = []
    for content in (b"een", b"twee", b"een", b"drie"):
        word.write_bytes(content)
        (made,) = make(example_plan, overschrijf=True)
        (previous,) = made.previous
        assert previous.read_bytes() == content
        names.append(previous.name)
    assert names == [
        "dorp-vorige.docx", "dorp-vorige-2.docx", "dorp-vorige.docx", "dorp-vorige-3.docx",
    ]  # fmt: skip
    (made,) = make(example_plan, overschrijf=True)  # ours, and nobody touched it
    assert not made.previous


@pytest.mark.parametrize("wens", [{"intern": True}, {"met_punten": True}])
def test_ook_een_ander_document_houdt_wat_er_bewerkt_was(example_plan, wens):
    (made,) = make(example_plan, **wens)
    made.word.write_bytes(b"van mij")
    (weer,) = make(example_plan, **wens)
    assert isinstance(weer.error, UitvoerError)
    (weer,) = make(example_plan, overschrijf=True, **wens)
    assert weer.previous == (made.word.with_name(f"{made.word.stem}-vorige.docx"),)
    assert weer.previous[0].read_bytes() == b"van mij"


def test_een_andere_koptekst_is_ook_bewerkt(example_plan):
    """A program may save a header and leave the main part byte for byte."""
    (made,) = make(example_plan)
    change(made.word, lambda part: part.replace(b"<w:p>", b"<w:p >", 1), part="word/header1.xml")
    (weer,) = make(example_plan)
    assert isinstance(weer.error, UitvoerError)


def test_een_fout_plan_houdt_de_andere_niet_tegen(example_plan):
    good = [copy(example_plan, f"{name}.plan.yaml") for name in "ac"]
    error = example_plan.with_name("b.plan.yaml")
    error.write_text("soort: polarisatie\nvragenlijst: 1\nantwoord:\n", "utf-8")
    gone = example_plan.with_name("weg.plan.yaml")
    result = make(good[0], error, gone, good[1])
    assert [type(g.error) for g in result] == [
        type(None), ProjectbestandError, BestandError, type(None),
    ]  # fmt: skip
    assert [g.word.name for g in result if g.word] == ["a.docx", "c.docx"]
    assert sorted(p.name for p in example_plan.parent.glob("*.docx")) == ["a.docx", "c.docx"]


def test_elk_plan_krijgt_zijn_eigen_inhoud(example_plan):
    other = copy(example_plan, "x.plan.yaml")
    other.write_text(other.read_text("utf-8").replace(": Oudermeer", ": Delft"), "utf-8")
    together = {g.word: g.word.read_bytes() for g in make(example_plan, other)}
    for word in together:
        word.unlink()
    apart = {g.word: g.word.read_bytes() for plan in (other, example_plan) for g in make(plan)}
    assert together == apart
    assert len(set(together.values())) == 2


@pytest.mark.parametrize("name", ["~$dorp.docx", "~$rp.docx", ".~lock.dorp.docx#"])
def test_een_document_dat_open_staat(example_plan, name):
    example_plan.with_name(name).write_bytes(b"")
    (made,) = make(example_plan)
    assert "open in Word of LibreOffice" in str(made.error)
    assert not example_plan.with_name("dorp.docx").exists()


def test_een_map_met_de_naam_van_het_word_bestand(example_plan):
    example_plan.with_name("dorp.docx").mkdir()
    (made,) = make(example_plan)
    assert "dit is een map" in str(made.error)


# What is wrong before anything is made.


def test_meer_plannen_naar_iets_dat_geen_map_is(example_plan):
    other = copy(example_plan, "x.plan.yaml")
    with pytest.raises(UitvoerError, match=r"uit\.docx: dit is geen map"):
        take_order([example_plan, other], out=Path("uit.docx"))


def test_twee_plannen_met_dezelfde_naam_voor_een_map(example_plan, work_folder):
    (work_folder / "sub").mkdir()
    (work_folder / "uit").mkdir()
    other = Path(shutil.copy(example_plan, work_folder / "sub" / example_plan.name))
    with pytest.raises(UitvoerError, match="krijgen dezelfde naam"):
        take_order([example_plan, other], out=work_folder / "uit")


def test_hetzelfde_plan_twee_keer_is_een_keer(example_plan):
    assert len(make(example_plan, example_plan)) == 1


@pytest.mark.parametrize("overschrijf", [True, False])
def test_het_plan_zelf_wordt_nooit_overschreven(example_plan, overschrijf):
    before = content(example_plan.parent)
    result = example_plan.parent / "." / example_plan.name
    with pytest.raises(UitvoerError, match="dit is het plan of het sjabloon zelf"):
        take_order([example_plan], out=result, request=Request(overschrijf=overschrijf))
    assert content(example_plan.parent) == before


def test_het_sjabloon_zelf_wordt_nooit_overschreven(example_plan):
    own = example_plan.with_name("dorp.docx")
    shutil.copy(find_sjabloon("uitvoeringsplan-polarisatie.docx"), own)
    before = own.read_bytes()
    with pytest.raises(UitvoerError, match="dit is het plan of het sjabloon zelf"):
        take_order([example_plan], request=Request(sjabloon=Path("dorp.docx"), overschrijf=True))
    assert own.read_bytes() == before


def test_een_sjabloon_dat_er_niet_is(example_plan):
    with pytest.raises(BestandError, match=r"weg\.docx: dit sjabloon bestaat niet"):
        take_order([example_plan], request=Request(sjabloon=Path("weg.docx")))


def test_een_sjabloon_dat_niet_deugt(example_plan):
    Path("s.docx").write_bytes(b"tekst")
    with pytest.raises(SjabloonError, match=r"^s\.docx: dit is geen Word-bestand"):
        take_order([example_plan], request=Request(sjabloon=Path("s.docx")))


def test_eigen_vragen_met_een_sjabloon_ernaast(example_plan, work_folder):
    vragen = Path(shutil.copy(find_vragen(folder=Path("nergens")), work_folder))
    (work_folder / "templates").mkdir()
    name = "uitvoeringsplan-polarisatie.docx"
    shutil.copy(find_sjabloon(name), work_folder / "templates" / name)
    (work_folder / name).write_bytes(b"kapot")
    with pytest.raises(SjabloonError, match="geen Word-bestand"):
        take_order([example_plan], vragen=vragen)
    (work_folder / name).unlink()
    assert make(example_plan, vragen=vragen)[0].error is None


def test_een_fout_van_ons_wordt_niet_verzwegen(example_plan, monkeypatch):
    def run(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(fill_plan, "fill", run)
    with pytest.raises(ZeroDivisionError):
        make(example_plan)


def test_alle_pdfs_komen_samen_en_een_die_niet_lukt_houdt_de_andere_niet_tegen(
    example_plan, monkeypatch
):
    together = []

    def convert_all(documents, _formats):
        together.append([Path(document.name).name for document in documents])
        return [
            OmzetError("stuk")
            if document.name.endswith("b.docx")
            else {"pdf": b"%PDF-1.7\n%%EOF\n"}
            for document in documents
        ]

    monkeypatch.setattr("uitvoeringsplan.pdf.office_location.find_libreoffice", lambda: None)
    monkeypatch.setattr("uitvoeringsplan.pdf.convert.convert_all", convert_all)
    plannen = [copy(example_plan, f"{name}.plan.yaml") for name in "abc"]
    plannen.insert(1, Path("weg.plan.yaml"))
    a, gone, b, c = make(*plannen, formats=("pdf",))
    assert together == [["a.docx", "b.docx", "c.docx"]]
    assert isinstance(gone.error, BestandError)
    assert isinstance(b.error, OmzetError)
    assert Path("b.docx").is_file()
    for one in (a, c):
        assert [path.suffix for path in one.added] == [".pdf"]
        assert one.added[0].is_file()
