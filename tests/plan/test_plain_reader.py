"""A plan that is read line by line is the plan that YAML reads, or is left to YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.errors import AntwoordError, UitvoeringsplanError
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.plan import planbestand
from uitvoeringsplan.plan.plain_reader import read_plain
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.yamltext.yaml_writer import plan_text

LIJST = load_vragenlijst(find_vragen())
VRAGEN = (*LIJST.gegevens, *LIJST.vragen)
VOORBEELD = find_voorbeeld().read_text("utf-8")
PATH = Path("x.plan.yaml")


def reading(data: bytes, *, line_before_line: bool) -> planbestand.Planbestand | None:
    """Return a plan as it is read in one of both ways; None when that fails."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        if line_before_line:
            monkeypatch.setattr(planbestand, "_read_tree", lambda _: pytest.fail("YAML"))
        else:
            monkeypatch.setattr(planbestand, "read_plain", lambda *_: None)
        try:
            return planbestand.read_planbestand(data, PATH, LIJST)
        except UitvoeringsplanError:
            return None


def is_equal(content: str) -> bool:
    """Whether both ways say the same, if the first one says anything."""
    data = content.encode("utf-8", "replace")
    try:
        fast = reading(data, line_before_line=True)
    except pytest.fail.Exception:
        return True
    # What is no text at all is told in both ways.
    return fast == reading(data, line_before_line=False)


@st.composite
def plan(draw) -> str:
    """Return a plan with some answers, as we write it."""
    groups: list[dict[str, str]] = [{}, {}]
    for vraag in draw(st.lists(st.sampled_from(VRAGEN), max_size=8)):
        try:
            antwoord = vraag.normalise(draw(text))
        except AntwoordError:
            continue
        groups[vraag in LIJST.vragen][vraag.id] = antwoord
    return plan_text(LIJST, *groups)


_PIECES = [
    "", " ", "  ", "    ", "#", " #", ": ", "|", "|2", "'", '"', "-", "- a", "\t", "---", "a", "%",
    "  x", "   y", "    z", "     w", "gemeente: A", "  gemeente: B", "soort:", "&a", "gegevens:",
    "punten:", "\u2028", "\x85", "\ufeff", "é", "[a", "{", "null", "0o7",
]  # fmt: skip


@st.composite
def verbouwd(draw) -> str:
    """Return such a plan with pieces and lines put in, left out and moved."""
    lines = draw(plan()).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        piece = draw(st.sampled_from(_PIECES) | st.text(max_size=3))
        what = draw(st.integers(0, 5))
        if what == 0:
            lines.insert(place, piece)
        elif what == 1 and len(lines) > 1:
            del lines[place]
        elif what == 2:
            lines[place] = piece
        elif what == 3:
            lines[place] += piece
        elif what == 4:
            lines[place] = piece + lines[place]
        else:
            knip = draw(st.integers(0, len(lines[place])))
            lines[place] = lines[place][:knip] + piece + lines[place][knip:]
    return "\n".join(lines)


@trials(400)
@given(plan())
def test_wat_wij_schrijven(content):
    assert is_equal(content)


@trials(2000)
@given(verbouwd())
def test_wat_iemand_ervan_maakte(content):
    assert is_equal(content)


@pytest.mark.parametrize("knip", ["", "\n", "\n\n", "  # een opmerking\n", "# een opmerking"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_het_voorbeeld_gaat_zonder_yaml(knip, bom, line_end):
    data = (bom + VOORBEELD + knip).replace("\n", line_end).encode()
    assert is_equal(bom + VOORBEELD + knip)
    fast = reading(data, line_before_line=True)
    assert fast == reading(data, line_before_line=False)
    assert len(fast.plan.antwoorden) > 20


def test_een_heel_nieuw_plan_gaat_zonder_yaml():
    fast = reading(plan_text(LIJST, {}, {}).encode(), line_before_line=True)
    assert fast.plan.gegevens["gemeente"] == ""


MARGIN = "soort: polarisatie\nvragenlijst: 1\n"


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("a: 'het ''goede'' woord: #1'", "het 'goede' woord: #1"),
        ("a: 2026-11-30", "2026-11-30"),
        ("a: z:n#m", "z:n#m"),
        ("a:", ""),
        ("a: |\n", ""),
        ("a: |\n    een\n\n      twee\n    - drie # vier\n\n", "een\n\n  twee\n- drie # vier"),
    ],
)
def test_wat_zonder_yaml_te_lezen_is(content, values):
    found = read_plain(f"{MARGIN}g:\n  # uitleg\n  {content}\n", {"g": ("a", "b")})
    assert found == ({"soort": "polarisatie", "vragenlijst": "1"}, {"g": {"a": values}})


@pytest.mark.parametrize(
    "content",
    [
        "a: x: y", "a: x #y", "a: x:", "a: x ", "a:x", "a: -", "a: *a", "a: 'x", "a: 'x'y'",
        'a: "x"', "a: >\n    x", "a: |2\n     x", "a: |\n     x", "a: |\n\n    x",
        "a: |\n    x\n      \n",
        "a: |\n   x", "a: |\n  x", "a: x\n    y", "a: x\n\n    y", "a: x\n  a: y", "c: x", "a: \tx",
        "a: |\n\n   # x", "a: [x]", "a:\n    - x", "a: |\n    x\n  y",
    ],
)  # fmt: skip
def test_wat_yaml_leest(content):
    assert read_plain(f"{MARGIN}g:\n  {content}\n", {"g": ("a", "b")}) is None


@pytest.mark.parametrize(
    "content",
    ["g: {}", "g: x", "g:\ng:", "  a: x", "punten:", "soort: y", "---\ng:", "g:\nsoort: z\n  a: x"],
)
def test_wat_yaml_leest_aan_de_marge(content):
    assert read_plain(f"{MARGIN}{content}\n", {"g": ("a", "b")}) is None
