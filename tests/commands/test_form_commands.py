"""`sjabloon maak` at the command line."""

from __future__ import annotations

from small_forms import field, form_bytes, heading, p, table


def test_van_formulier_naar_ingevuld_formulier(run_command, work_folder):
    """The path of somebody with a form in a folder: make, start a plan, answer, make the file."""
    form = work_folder / "aanvraag.docx"
    form.write_bytes(form_bytes(heading("Jullie"), table(["Naam:", ""]), p("Plaats: ____")))
    made = run_command("sjabloon", "maak", "aanvraag.docx", "-m", "set")
    assert made.code == 0
    assert "(2 vragen)" in made.result
    questions = ("--vragen", str(work_folder / "set" / "vragen.yaml"))
    plan = work_folder / "set" / "mijn.plan.yaml"
    plan.write_text("soort: aanvraag\nvragenlijst: 1\ngegevens:\nantwoorden:\n", encoding="utf-8")
    for name, text in (("naam", "Stichting Delft"), ("plaats", "Delft")):
        assert run_command("antwoord", str(plan), name, text, *questions).code == 0
    assert run_command("genereer", str(plan), *questions).code == 0
    word = work_folder / "set" / "mijn.docx"
    assert word.is_file()
    again = run_command("inlezen", str(word), str(plan), "--proef", *questions)
    assert (again.code, "niets nieuws" in again.result) == (0, True)


def test_wat_nog_niet_kan_wordt_gezegd(run_command, work_folder):
    form = work_folder / "aanvraag.docx"
    form.write_bytes(form_bytes(table(["Naam:", ""]), p("Dag: ", field("MERGEFIELD Dag", "«Dag»"))))
    made = run_command("sjabloon", "maak", "aanvraag.docx")
    assert made.code == 0
    assert "1 vraag van het formulier kan het programma nog niet invullen" in made.result


def test_een_formulier_dat_er_niet_is(run_command, work_folder):
    made = run_command("sjabloon", "maak", "weg.docx")
    assert made.code == 1
    assert "dit formulier bestaat niet" in made.error
    assert list(work_folder.iterdir()) == []
