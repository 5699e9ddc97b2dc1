"""Whatever somebody changes in Word comes home, or is named: a net of random edits."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from edited_docx import LIJST, make
from libreoffice_runs import door_libreoffice
from returned_file import (
    ANSWERS,
    LABEL,
    PLACES,
    ImpossibleError,
    MadeFile,
    ReturnedFile,
    made_file,
)
from trials import greep, times
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import Readback, read_back
from visible_edits import ALL_KINDS, Account, group_of, judge, made_with, make_edit, random_edit
from visible_kinds import CHANGED, DELETED, INSERTED, MOVED, OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from visible_edits import Edit

_TRIES = 60  # for an edit that not every place of a group can have
# LibreOffice works out a field anew, sets the words of a formula apart, writes a sign by its place
# in a font, and leaves a web page out that somebody put in.
_RECKONED = (
    "veld REF", "eenvoudig veld REF", "veld PAGE", "eenvoudig veld PAGE", "veld DATE", "formule",
    "formule op een eigen regel", "teken dat een letter heeft", "ingevoegd bestand",
)  # fmt: skip
_ALWAYS_TOLD = "ingevoegd bestand"  # nobody reads what is in it, so its being there is told
# Words behind the label of a question are doubted, whoever put them there.
_UNDOUBTED = tuple(place for place in PLACES if place not in (*ANSWERS, LABEL))
BY_NAME = {kind.name: kind for kind in ALL_KINDS}


GROUPS = ("antwoord", "cel", "vast")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("terug")
    (folder / "x.plan.yaml").write_bytes(find_voorbeeld().read_bytes())
    make(folder / "x.plan.yaml", folder / "x.docx")
    return folder


@pytest.fixture(scope="module")
def made(folder) -> MadeFile:
    ids = {vraag.id for vraag in (*LIJST.gegevens, *LIJST.vragen)}
    return made_file((folder / "x.docx").read_bytes(), ids)


@pytest.fixture(scope="module")
def read(folder) -> Callable[[ReturnedFile], Readback]:
    plan = load_plan(folder / "x.plan.yaml", LIJST)

    def read(file: ReturnedFile) -> Readback:
        (folder / "terug.docx").write_bytes(file.save())
        return read_back(plan, folder / "terug.docx")

    return read


def some_edits(made: MadeFile, kind: str, operation: str, group: str) -> Iterator[Edit]:
    """Yield edits of one kind, each time the same ones."""
    r = random.Random(f"{kind} {operation} {group}")  # noqa: S311
    places = [place for place in PLACES if group_of(place) == group]
    for _ in range(_TRIES):
        try:
            yield make_edit(made, BY_NAME[kind], r.choice(places), operation, r)
        except ImpossibleError:
            continue


def test_wat_iemand_verandert_komt_thuis_of_wordt_genoemd(made, read):
    silent = []
    for seed in range(times(250, 30)):
        edit = random_edit(made, random.Random(seed))  # noqa: S311
        account = judge(edit, read(edit.file))
        if not account.is_accounted:
            silent.append((seed, edit.kind.name, edit.place, edit.operation, account.value))
    assert silent == []


def test_er_zijn_genoeg_soorten_en_elke_soort_kan_ergens(made):
    assert len(BY_NAME) == len(ALL_KINDS) >= 40
    for kind in BY_NAME:
        assert any(
            next(some_edits(made, kind, operation, group), None)
            for operation in OPERATIONS
            for group in GROUPS
        ), kind


@pytest.mark.parametrize("kind", greep(BY_NAME, 8))
def test_elk_document_komt_door_de_poort(made, kind):
    for operation in OPERATIONS:
        for group in GROUPS:
            if edit := next(some_edits(made, kind, operation, group), None):
                assert let_in(edit.file.save(), "x.docx").document == "word/document.xml"


def test_een_document_dat_zo_gemaakt_is_heeft_niets_te_melden(made, read):
    """Else an edit of it would be named for what the generator did itself."""
    r = random.Random(5)  # noqa: S311
    tried, told = 0, {}
    for kind in greep([kind for kind in ALL_KINDS if kind.name != _ALWAYS_TOLD], 10):
        try:
            file = made_with(made, kind, r.choice(_UNDOUBTED), r)
        except ImpossibleError:
            continue
        readback = read(file)
        changed = [way.vraag.id for way in readback.three_ways if way.changes]
        if sentences := (*readback.fixed.verschillen, *readback.doubts, *changed):
            told[kind.name] = sentences
        tried += 1
    assert told == {}
    assert tried > 3


def test_het_oordeel(made, read):
    r = random.Random(3)  # noqa: S311
    untouched = read(ReturnedFile(made))
    for kind in greep(BY_NAME, 12):
        for group in GROUPS:
            if edit := next(some_edits(made, kind, CHANGED, group), None):
                assert judge(edit, untouched) is Account.SILENT, kind
    text = BY_NAME["tekst"]
    for place, operation, account in (
        (ANSWERS[0], INSERTED, Account.HOME),
        (ANSWERS[1], DELETED, Account.HOME),
        (PLACES[3], CHANGED, Account.NAMED),
        (PLACES[4], MOVED, Account.NAMED),
    ):
        edit = make_edit(made, text, place, operation, r)
        assert judge(edit, read(edit.file)) is account, (place, operation)
    # Words that come home in another form than they had are not all that there was to see.
    edit = make_edit(made, text, ANSWERS[0], INSERTED, r)
    assert judge(edit._replace(kind=BY_NAME["vet"]), read(edit.file)) is Account.UNNAMED


@pytest.mark.libreoffice
def test_libreoffice_ziet_dezelfde_woorden(made, tmp_path):
    """A program that is not ours opens the documents, and finds in them what the edit says."""
    edits = {}
    for number, kind in enumerate(greep([k for k in BY_NAME if k not in _RECKONED], 8)):
        edit = next(some_edits(made, kind, INSERTED, "vast"), None)
        if edit:
            edits[f"x{number}"] = edit
    assert len(edits) > 5
    back = door_libreoffice(tmp_path, {name: edit.file.save() for name, edit in edits.items()})
    for name, edit in edits.items():
        trees = made_file(back[name], ()).trees.values()
        text = " ".join("".join(tree.itertext()) for tree in trees)
        assert [word for word in edit.words if word not in text] == [], edit.kind.name
