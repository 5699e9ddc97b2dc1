"""What somebody does in LibreOffice comes home or is named, kind by kind: forty in CI."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from edited_docx import LIJST, make
from independent_reader import w
from libreoffice_runs import laat_werken
from picture_builder import png
from returned_file import (
    ANSWER,
    CELL,
    FOOTER,
    HEADER,
    HEADING,
    HOW,
    LABEL,
    PLACES,
    POINT,
    ImpossibleError,
    MadeFile,
    ReturnedFile,
    made_file,
    style_of,
)
from trials import times
from uitvoeringsplan.files.lookup import find_voorbeeld
from uitvoeringsplan.plan.planbestand import load_plan
from uitvoeringsplan.tasks.read_back import read_back
from visible_edits import ALL_KINDS, TITLE, Edit, judge
from visible_kinds import CHANGED, DELETED, INSERTED, MOVED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.libreoffice
COUNT = times(40, 5)  # UVP_PROEVEN=3 does more than a hundred
_AT_A_TIME = 50  # in one start of LibreOffice
_BODY = tuple(place for place in PLACES if place not in (HEADER, FOOTER))
_NO_LIST = tuple(place for place in _BODY if place not in (HEADING, LABEL, CELL))
# LibreOffice writes a break before a paragraph at the end of the one above it: with the label.
_NO_ANSWER = tuple(place for place in _NO_LIST if place not in (ANSWER, POINT))
_NO_POINT = tuple(place for place in _NO_LIST if place != POINT)  # it is one
_ROWS = (CELL, HOW)
#: Per edit of `libreoffice_scripts/many_edits.py`: what it is, what becomes of that, and where.
EDITS = {
    "type": ("tekst", INSERTED, PLACES),
    "overtype": ("tekst", CHANGED, PLACES),
    "delete": ("tekst", DELETED, PLACES),
    "new paragraph": ("alinea", INSERTED, _BODY),
    "empty paragraph": ("alinea", DELETED, _BODY),
    "move paragraph": ("alinea", MOVED, (ANSWER, POINT)),
    "replace all": ("tekst", CHANGED, PLACES),
    "upper case": ("tekst", CHANGED, PLACES),
    "line break": ("regeleinde", CHANGED, PLACES),
    "bold": ("vet", CHANGED, PLACES),
    "italic": ("cursief", CHANGED, PLACES),
    "underline": ("onderstreept", CHANGED, PLACES),
    "strike": ("doorgehaald", CHANGED, PLACES),
    "superscript": ("hoog", CHANGED, PLACES),
    "highlight": ("gemarkeerd", CHANGED, PLACES),
    "colour": ("witte letters", CHANGED, PLACES),
    "white": ("witte letters", CHANGED, PLACES),
    "hidden": ("verborgen", CHANGED, PLACES),
    "small capitals": ("kleinkapitaal", CHANGED, PLACES),
    "link": ("link naar buiten", CHANGED, PLACES),
    "shading": ("arcering", CHANGED, PLACES),
    "page break": ("op een nieuwe pagina", CHANGED, _NO_ANSWER),
    "heading": ("ander kopniveau", CHANGED, _BODY),
    "numbering": ("andere soort lijst", CHANGED, _NO_LIST),
    "bullets": ("andere soort lijst", CHANGED, _NO_POINT),
    "footnote": ("voetnoot", INSERTED, _BODY),
    "endnote": ("eindnoot", INSERTED, _BODY),
    "frame": ("vorm met tekst", INSERTED, _BODY),
    "shape": ("vorm met tekst", INSERTED, _BODY),
    "picture": ("afbeelding in de regel", INSERTED, PLACES),
    "page number": ("veld PAGE", INSERTED, PLACES),
    "tracked typing": ("bijgehouden invoeging", INSERTED, PLACES),
    "tracked delete": ("bijgehouden verwijdering", CHANGED, PLACES),
    "formula": ("formule", INSERTED, _BODY),
    "table": ("tabel", INSERTED, _NO_LIST),
    "new row": ("tabelrij", INSERTED, _ROWS),
    "drop row": ("tabelrij", DELETED, _ROWS),
}
_FIRST = ("Zeewier", "Kwelder", "Garnaal", "Oester", "Wulp", "Zandplaat")
_SECOND = ("kelpwoud", "strandkrab", "wadloper", "schorren", "zeekraal", "getij")


def order(made: MadeFile, number: int, picture: Path) -> dict[str, str]:
    """Return what to do, and to which words; every edit comes as often."""
    # A step that shares no divisor with their number: ten of them are of ten kinds.
    name = list(EDITS)[number * 7 % len(EDITS)]
    r = random.Random(number)  # noqa: S311 - the same edits every time
    while True:
        place = r.choice(EDITS[name][2])
        try:
            spot, phrase = ReturnedFile(made).phrase(place, r)
        except ImpossibleError:
            continue
        # In a table LibreOffice has no page break: nothing of it comes in the file.
        if name == "bold" and style_of(spot.paragraph) == TITLE:  # bold by its style
            continue
        if name == "page break" and any(True for _ in spot.paragraph.iterancestors(w("tc"))):
            continue
        new = f"{r.choice(_FIRST)} {r.choice(_SECOND)}"
        return {
            "name": f"{number:03}", "edit": name, "place": place, "phrase": phrase, "new": new,
            "picture": str(picture),
        }  # fmt: skip


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> tuple[Path, MadeFile, list[dict[str, Any]]]:
    """A folder with the plan and the edited documents, their source, and what was done in each."""
    map_ = tmp_path_factory.mktemp("bewerkt")
    (map_ / "x.plan.yaml").write_bytes(find_voorbeeld().read_bytes())
    word = make(map_ / "x.plan.yaml", map_ / "x.docx")
    ids = {vraag.id for vraag in (*LIJST.gegevens, *LIJST.vragen)}
    made = made_file(word.read_bytes(), ids)
    (map_ / "beeld.png").write_bytes(png())
    orders = [order(made, number, map_ / "beeld.png") for number in range(COUNT)]
    (map_ / "uit").mkdir()
    said = []
    for start in range(0, COUNT, _AT_A_TIME):
        run = map_ / f"lo{start}"
        run.mkdir()
        (run / "orders.json").write_text(json.dumps(orders[start : start + _AT_A_TIME]), "utf-8")
        lines = laat_werken(
            run, "many_edits.py", str(word), str(run / "orders.json"), str(map_ / "uit")
        ).splitlines()
        said += [json.loads(line) for line in lines]
    return map_, made, [one | other for one, other in zip(orders, said, strict=True)]


def test_wat_libreoffice_verandert_komt_thuis_of_wordt_genoemd(done):
    map_, made, edits = done
    kinds = {kind.name: kind for kind in ALL_KINDS}
    plan = load_plan(map_ / "x.plan.yaml", LIJST)
    silent = []
    for one in edits:
        name, operation, _ = EDITS[one["edit"]]
        words, gone = tuple(one["words"]), tuple(one["gone"])
        edit = Edit(kinds[name], one["place"], operation, ReturnedFile(made), words, gone)
        account = judge(edit, read_back(plan, map_ / "uit" / f"{one['name']}.docx"))
        if not account.is_accounted:
            silent.append((one["name"], one["edit"], one["place"], one["phrase"], account.value))
    assert silent == []
    assert len(edits) == COUNT
