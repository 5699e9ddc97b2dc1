"""The page that teaches writing a question set: every example in it works as it says."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest

from editor_yaml import as_editor
from question_set_builder import template_for, write_set
from uitvoeringsplan import cli
from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.uitgave import internal_part
from uitvoeringsplan.model.velden import GEBRUIK
from uitvoeringsplan.tasks.check_question_set import check_question_set
from uitvoeringsplan.vragenlijst.json_schema import make_json_schema
from uitvoeringsplan.vragenlijst.question_reader import CONTROLE, KOLOM, VRAAG
from uitvoeringsplan.vragenlijst.question_set_reader import (
    HOOFDSTUK,
    HULPMIDDEL,
    LIJST,
    RIJ,
    UITGAVE,
    read_vragenlijst,
)

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "vragen.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
WRONG = re.findall(
    r"^```yaml fout\n(.*?)^```.*?^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)
WHOLE = [block for block in BLOCKS if block.startswith("soort:")]


def put_in(text: str, block: str) -> str:
    """Return a set with an example put where it belongs: at the margin, or among the questions."""
    if block.startswith("gegevens:\n"):
        return text.replace("gegevens:\n", block, 1)
    if block.startswith(" "):
        return text + block
    return block + text


def whole(*wrong: str) -> str:
    """Return the first set of the page with every example of the page in it, and these."""
    text = WHOLE[0]
    for block in (*BLOCKS, *wrong):
        if block not in WHOLE:
            text = put_in(text, block)
    return text


@pytest.mark.parametrize("text", [*WHOLE, whole()], ids=["drie", "hoofdstukken", "alles"])
def test_elk_voorbeeld_werkt_van_vragenlijst_tot_word(tmp_path, monkeypatch, capsys, text):
    monkeypatch.chdir(tmp_path)
    path = write_set(tmp_path / "lijst" / "vragen.yaml", text)
    lijst = read_vragenlijst(text.encode(), path)
    if lijst.intern:
        (path.parent / lijst.intern.sjabloon).write_bytes(template_for(internal_part(lijst)))
    assert check_question_set(path.parent).bevindingen == ()
    validator = jsonschema.Draft7Validator(make_json_schema())
    assert [error.message for error in validator.iter_errors(as_editor(text))] == []
    first = lijst.vragen[0].id
    plan = (
        f"soort: {lijst.soort}\nvragenlijst: 1\ngegevens:\n  gemeente: Delft\n"
        f"antwoorden:\n  {first}: Zo.\n"
    )
    Path("delft.plan.yaml").write_text(plan, "utf-8")
    assert cli.run(["genereer"]) == 0
    assert Path("delft.docx").is_file()
    if lijst.intern:
        assert cli.run(["genereer", "--intern"]) == 0
    assert re.findall("fout|Let op|geen plaats", capsys.readouterr().err) == []


def test_de_bladzijde_heeft_voorbeelden():
    assert (len(WHOLE), len(WRONG)) == (2, 1)
    assert len(BLOCKS) > 8
    assert {vraag.type.name for vraag in read_vragenlijst(whole().encode(), "v").vragen} == {*TYPES}


def test_wat_fout_is_geeft_de_meldingen_die_er_staan(tmp_path):
    ((block, said),) = WRONG
    path = tmp_path / "vragen.yaml"
    path.write_text(whole(block), "utf-8")
    with pytest.raises(VragenlijstError):
        read_vragenlijst(path.read_bytes(), path)
    found = [one.message for one in check_question_set(path).bevindingen if one.line]
    assert found == said.splitlines()


def test_elke_sleutel_staat_op_de_bladzijde():
    keys = {
        key
        for table in (LIJST, UITGAVE, HULPMIDDEL, HOOFDSTUK, RIJ, VRAAG, KOLOM, CONTROLE)
        for key in table
    }
    shown = set(re.findall(r"`([a-z]+)(?::[^`]*)?`", PAGE))
    shown |= set(re.findall(r"^[ -]*([a-z]+):", "".join(BLOCKS), re.MULTILINE))
    assert keys - shown == set()


def test_de_gegevens_die_het_programma_kent_zijn_de_tabel():
    rows = dict(
        re.findall(
            r"^\| `([a-z-]+)` \| ([^|]+) \|$",
            PAGE.split("| gegeven |")[1].split("\n\n")[0],
            re.MULTILINE,
        )
    )
    assert rows == GEBRUIK


def test_de_soorten_antwoord_zijn_de_tabel():
    table = PAGE.split("| `type` |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == {*TYPES}


def test_elke_opdracht_op_de_bladzijde_bestaat():
    for block in re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("uitvoeringsplan "):
                words = line.split()[1:]
                assert cli.table.split_call(words)[0], line
