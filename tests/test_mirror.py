"""The tests stand as the modules do: who knows where something is made, knows where it is tested.

`src/uitvoeringsplan/plan/patch.py` has `tests/plan/test_patch.py`, and where that is too long for
one file `tests/plan/test_patch_….py`. What crosses floors stands at the top or in `tests/process`.
"""

from __future__ import annotations

from pathlib import Path

import uitvoeringsplan

SOURCE = Path(uitvoeringsplan.__file__).parent
TESTS = Path(__file__).parent
#: The modules without a test of their own name, with the one that covers most of what they do. It
#: only gets shorter: a new module comes with its test.
ELSEWHERE = {
    "__main__": "commands/test_exitcodes.py",
    "checks/plan/first_names": "checks/plan/test_person_names.py",  # a list of names
    "cli": "commands/test_breedte.py",
    "commands/edge": "commands/test_exitcodes.py",
    "commands/options": "commands/test_aanvullen.py",
    "commands/table_maker": "commands/test_table.py",
    "commands/user": "commands/test_git_commands.py",
    "commands/with_typer": "commands/test_table.py",
    "ooxml/names": "ooxml/test_tree.py",  # names of the format
    "tasks/check_staged": "commands/test_klaargezet.py",
    "tasks/destinations": "commands/test_making_options.py",
    "tasks/environment": "tasks/test_set_answer.py",
    "tasks/findings_export": "commands/test_checking.py",
    "tasks/look_over": "commands/test_making_looked_over.py",
    "tasks/merge_for_git": "process/test_git_punten.py",
    "tasks/output_formats": "document/writers/test_writers.py",
    "tasks/read_word": "tasks/test_read_back.py",
    "tasks/set_up_git": "process/test_git_inrichten.py",
    "terminal/screen/choices": "terminal/screen/test_form.py",
    "terminal/screen/frame": "terminal/screen/test_form.py",
    "terminal/screen/pane": "terminal/screen/test_form.py",
    "terminal/screen/question_screen": "terminal/screen/test_conversation.py",
    "terminal/screen/text_input": "terminal/screen/test_form.py",
    "vragenlijst/schema": "vragenlijst/test_huisstijlbestand.py",
    "vragenlijst/vragenbestand": "vragenlijst/test_question_set_reader.py",
    "word/returned/result": "word/returned/test_places.py",  # shapes of what comes out
    "yamltext/nodes": "yamltext/test_yaml_tree.py",
    "yamltext/yaml_edit": "plan/test_patch.py",
}
_MOST_ELSEWHERE = 28
_FREE = ("", "process")  # folders of tests that belong to no floor alone


def modules() -> list[str]:
    """Return the modules as paths without their ending."""
    paths = (path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
    made_with_wheel = "built"
    return sorted(
        path.with_suffix("").as_posix()
        for path in paths
        if path.stem != "__init__" and path.parts[0] != made_with_wheel
    )


def files_with_tests() -> list[str]:
    """Return the files with tests, as paths."""
    return sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))


def has_own_test(module: str, names: list[str]) -> bool:
    """Whether a file with tests has the name of a module, alone or with more behind it."""
    folder, _, name = module.rpartition("/")
    start = f"{folder}/test_{name}".removeprefix("/")
    return any(
        test == f"{start}.py" or (test.startswith(f"{start}_") and "/" not in test[len(start) :])
        for test in names
    )


def test_elke_module_heeft_een_test_van_haar_naam_of_staat_in_de_lijst():
    names = files_with_tests()
    assert [m for m in modules() if not has_own_test(m, names) and m not in ELSEWHERE] == []


def test_de_lijst_noemt_alleen_wat_geen_eigen_test_heeft_en_wordt_niet_langer():
    known, names = modules(), files_with_tests()
    assert [m for m in ELSEWHERE if m not in known or has_own_test(m, names)] == []
    assert sorted(set(ELSEWHERE.values()) - set(names)) == []
    assert len(ELSEWHERE) <= _MOST_ELSEWHERE


def test_elke_map_met_tests_is_een_map_van_het_programma():
    folders = {test.rpartition("/")[0] for test in files_with_tests()} - set(_FREE)
    assert sorted(f for f in folders if not (SOURCE / f / "__init__.py").is_file()) == []


def test_elke_test_heeft_een_eigen_naam():
    """Pytest finds helpers and tests by name alone; two of one name would hide each other."""
    names = [test.rpartition("/")[2] for test in files_with_tests()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_wat_de_spiegel_een_eigen_test_noemt():
    assert has_own_test("plan/patch", ["plan/test_patch.py"])
    assert has_own_test("plan/patch", ["plan/test_patch_long.py"])
    assert has_own_test("errors", ["test_errors.py"])
    assert not has_own_test("plan/patch", ["word/test_patch.py", "plan/test_patches.py"])
    assert not has_own_test("errors", ["model/test_errors.py"])
