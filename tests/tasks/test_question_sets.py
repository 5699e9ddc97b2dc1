from __future__ import annotations

import os
from pathlib import Path

import pytest

from question_set_builder import plan_text, set_text, write_set
from uitvoeringsplan.errors import (
    GebruikError,
    GeenVragenlijstError,
    OnbekendeSoortError,
    UitvoeringsplanError,
    VragenlijstError,
)
from uitvoeringsplan.files.file_reading import notices_to
from uitvoeringsplan.files.lookup import find_sets
from uitvoeringsplan.tasks.environment import Vragenlijsten, open_plan
from uitvoeringsplan.tasks.question_sets import list_kinds
from uitvoeringsplan.tasks.start_plan import find_soort, open_soort

PLAN = Path("delft.plan.yaml")


@pytest.fixture
def region(work_folder, monkeypatch) -> Path:
    """A folder of a region, named with a blank in it."""
    folder = work_folder.parent / f"{work_folder.name} regio sets"
    folder.mkdir()
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", str(folder))
    return folder


def choose(soort: str, versie: str = "1") -> tuple[Path, list[str]]:
    """Return the question set of a plan, and what was said about the choice."""
    PLAN.write_text(plan_text(soort, versie=versie), "utf-8")
    said: list[str] = []
    with notices_to(lambda notice: said.append(str(notice))):
        return Vragenlijsten().of(PLAN).vragen_path, said


def test_een_plan_krijgt_de_lijst_van_zijn_soort(region):
    one = write_set(region / "extremisme" / "vragen.yaml", set_text("extremisme"))
    other = write_set(region / "wonen.vragen.yaml", set_text("wonen"))
    assert choose("extremisme") == (one, [])
    assert choose("wonen") == (other, [])
    assert open_plan(None).plan.antwoorden == {"doel": "Samen verder."}


def test_de_dichtstbijzijnde_gaat_voor_en_de_andere_wordt_genoemd(region):
    far = write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    near = write_set(Path("wonen/vragen.yaml"), set_text("wonen", "2"))
    path, (said,) = choose("wonen", "2")
    assert path == near
    assert "regel 1: van de soort “wonen” is er meer dan één vragenlijst" in said
    assert str(near) in said
    assert "Deze geldt (versie 2), want ze staat het dichtst bij het plan" in said
    assert f"Niet gebruikt: {far} (versie 1)." in said
    assert f'--vragen "{far}"' in said
    assert "Het plan is gemaakt met" not in said
    assert "Het plan is gemaakt met versie 1." in choose("wonen", "1")[1][0]


def test_even_dicht_bij_gaat_de_versie_van_het_plan_voor_en_dan_de_hoogste(region):
    made = {
        v: write_set(region / f"v{v}" / "vragen.yaml", set_text("wonen", v)) for v in ("9", "10")
    }
    path, (said,) = choose("wonen", "9")
    assert (path, "ze heeft de versie van het plan" in said) == (made["9"], True)
    path, (said,) = choose("wonen", "1")
    assert (path, "ze heeft de hoogste versie" in said) == (made["10"], True)


def test_twee_keer_dezelfde_lijst_is_geen_melding_waard(region):
    write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    write_set(Path("wonen/vragen.yaml"), set_text("wonen"))
    assert choose("wonen")[1] == []


@pytest.mark.parametrize(
    ("where", "versie", "count"),
    [("vragen.yaml", "7", 0), ("vragen.yaml", "1", 1), ("kloon/vragen.yaml", "7", 1)],
)
def test_een_eigen_lijst_in_plaats_van_de_meegeleverde(work_folder, where, versie, count):
    """A folder inside may be there for another reason, so what it replaces is said."""
    shipped = find_sets(Path("weg")).files[0].path
    own = work_folder / where
    own.parent.mkdir(exist_ok=True)
    text = shipped.read_text("utf-8")
    own.write_text(text.replace("\nversie: 1\n", "\nversie: 7\n"), "utf-8")
    path, said = choose("polarisatie", versie)
    assert (path, len(said)) == (Path(where), count)
    assert all("meegeleverd (versie 1)" in zin for zin in said)


def test_zonder_lijst_van_die_soort_staat_er_wat_te_doen(region):
    write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    with pytest.raises(GeenVragenlijstError) as error:
        choose("zorg")
    assert error.value.place is not None
    assert error.value.place.line == 2
    found = f"wonen ({region / 'a' / 'vragen.yaml'}); polarisatie (meegeleverd)"
    for part in ("soort “zorg”", found, "naast het plan", "UITVOERINGSPLAN_SETS", "--vragen"):
        assert part in error.value.message


def test_zonder_andere_lijst_zegt_het_plan_zelf_wat_te_doen(work_folder):
    (work_folder / PLAN).write_text(plan_text("zorg"), "utf-8")
    with pytest.raises(UitvoeringsplanError, match=r"soort “zorg”.*naast het plan.*--vragen"):
        open_plan(PLAN)


BROKEN = "soort: [\n"


def test_een_kapotte_lijst_naast_het_plan_is_een_fout(work_folder):
    (work_folder / "vragen.yaml").write_text(BROKEN, "utf-8")
    with pytest.raises(VragenlijstError) as error:
        choose("polarisatie")
    assert str(error.value.path) == "vragen.yaml"


def test_een_kapotte_lijst_van_de_regio_wordt_genoemd_en_de_rest_werkt(region):
    (region / "kapot.vragen.yaml").write_text(BROKEN, "utf-8")
    path, (said,) = choose("polarisatie")
    assert path == find_sets(Path("weg")).files[-1].path
    assert said.startswith(f"{region / 'kapot.vragen.yaml'}, regel ")
    assert "deze vragenlijst doet niet mee" in said
    near = write_set(Path("wonen/vragen.yaml"), set_text("wonen"))
    assert choose("wonen") == (near, [])


def test_een_lijst_die_gekozen_is_en_niet_klopt_is_een_fout_met_haar_plaats(region):
    (region / "wonen.vragen.yaml").write_text("soort: wonen\nversie: 1\nttel: x\n", "utf-8")
    with pytest.raises(VragenlijstError, match=r"regel 3.*Bedoel je “titel”") as error:
        choose("wonen")
    assert error.value.path == region / "wonen.vragen.yaml"


def test_een_map_die_weg_is_wordt_genoemd_als_ze_had_kunnen_tellen(work_folder, monkeypatch):
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", str(work_folder / "G" / "weg"))
    _, (said,) = choose("polarisatie")
    assert said == (
        f"{work_folder / 'G' / 'weg'}: deze map uit UITVOERINGSPLAN_SETS is niet te lezen (het"
        " bestand of de map bestaat niet). De vragenlijsten die daar staan, doen niet mee."
    )
    near = write_set(Path("wonen.vragen.yaml"), set_text("wonen"))
    assert choose("wonen") == (near, [])


def test_een_plan_dat_niet_te_lezen_is_houdt_zijn_eigen_fout(region):
    write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    for content in (b"soort: [", b"\xff\xfe\x00", b"gegevens:\n"):
        PLAN.write_bytes(content)
        with pytest.raises(UitvoeringsplanError) as error:
            open_plan(PLAN)
        assert getattr(error.value, "path", None) == PLAN


def test_van_elk_plan_zijn_eigen_lijst_of_waarom_niet(region):
    one = write_set(region / "wonen.vragen.yaml", set_text("wonen"))
    Path("a.plan.yaml").write_text(plan_text("wonen"), "utf-8")
    Path("b.plan.yaml").write_text(plan_text("zorg"), "utf-8")
    plans = [Path("a.plan.yaml"), Path("b.plan.yaml")]
    first, second = Vragenlijsten().of_each(plans).values()
    assert not isinstance(first, UitvoeringsplanError)
    assert first.vragen_path == one
    assert isinstance(second, GeenVragenlijstError)
    one.write_text("soort: wonen\nversie: 1\n", "utf-8")
    with pytest.raises(VragenlijstError):
        Vragenlijsten().of_each(plans)


def kinds(folder: Path = Path()) -> list[str]:
    return [one.soort for one in list_kinds(find_sets(folder))]


def test_elke_soort_staat_een_keer_in_de_lijst(region):
    assert kinds() == ["polarisatie"]
    write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    write_set(region / "b" / "vragen.yaml", set_text("wonen", "2"))
    write_set(Path("zorg.vragen.yaml"), set_text("zorg"))
    assert kinds() == ["zorg", "wonen", "polarisatie"]


class Asked(list):
    """Answers the one question that may be asked, and remembers the choices."""

    def __init__(self, answer: str | None) -> None:
        self.answer = answer

    def choose_value(self, _vraag, keuzes):
        self += [text for _, text in keuzes]
        return self.answer


def test_met_een_soort_wordt_niets_gevraagd(work_folder):
    asked = Asked("")
    assert find_soort(Vragenlijsten(), PLAN, asked) == "polarisatie"
    write_set(Path("vragen.yaml"), set_text("wonen"))
    assert find_soort(Vragenlijsten(), PLAN, asked) == "wonen"
    assert find_soort(Vragenlijsten(work_folder), PLAN, asked) == "wonen"
    assert asked == []


def test_met_meer_soorten_kiest_de_gebruiker(region):
    write_set(region / "a" / "vragen.yaml", set_text("wonen", titel="Samen wonen"))
    asked = Asked("wonen")
    assert find_soort(Vragenlijsten(), PLAN, asked) == "wonen"
    assert asked == [
        "Samen wonen (wonen, versie 1)",
        "Uitvoeringsplan polarisatie (polarisatie, versie 1)",
    ]
    assert find_soort(Vragenlijsten(), PLAN, Asked(None)) is None


def test_een_soort_openen(region):
    far = write_set(region / "a" / "vragen.yaml", set_text("wonen"))
    lijsten = Vragenlijsten()
    assert open_soort(lijsten, "wonen", PLAN).vragen_path == far
    with pytest.raises(OnbekendeSoortError, match=r"Bedoel je “wonen”.*polarisatie"):
        open_soort(lijsten, "wone", PLAN)
    with pytest.raises(GebruikError, match="Laat --soort of --vragen weg"):
        open_soort(Vragenlijsten(far), "polarisatie", PLAN)


def test_twee_mappen_van_de_regio(work_folder, monkeypatch):
    first = write_set(work_folder / "x y" / "wonen.vragen.yaml", set_text("wonen", "1"))
    write_set(work_folder / "z" / "wonen.vragen.yaml", set_text("wonen", "2"))
    names = os.pathsep.join(str(work_folder / name) for name in ("x y", "z"))
    monkeypatch.setenv("UITVOERINGSPLAN_SETS", names)
    (work_folder / "plannen").mkdir()
    monkeypatch.chdir(work_folder / "plannen")
    path, (said,) = choose("wonen")
    assert path == first
    assert "versie 2" in said
