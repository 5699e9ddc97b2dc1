"""A plan that is read line by line is the plan that YAML reads, or is left to YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.errors import AntwoordError, UitvoeringsplanError
from uitvoeringsplan.files.lookup import find_voorbeeld, find_vragen
from uitvoeringsplan.plan import planbestand
from uitvoeringsplan.plan.plain_reader import read_plain
from uitvoeringsplan.vragenlijst.vragenbestand import load_vragenlijst
from uitvoeringsplan.yamltext.yaml_writer import plan_text

LIJST = load_vragenlijst(find_vragen())
VRAGEN = (*LIJST.gegevens, *LIJST.vragen)
VOORBEELD = find_voorbeeld().read_text("utf-8")
PAD = Path("x.plan.yaml")


def gelezen(data: bytes, *, regel_voor_regel: bool) -> planbestand.Planbestand | None:
    """Return a plan as it is read in one of both ways; None when that fails."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        if regel_voor_regel:
            monkeypatch.setattr(planbestand, "_read_tree", lambda _: pytest.fail("YAML"))
        else:
            monkeypatch.setattr(planbestand, "read_plain", lambda *_: None)
        try:
            return planbestand.read_planbestand(data, PAD, LIJST)
        except UitvoeringsplanError:
            return None


def is_gelijk(inhoud: str) -> bool:
    """Whether both ways say the same, if the first one says anything."""
    data = inhoud.encode("utf-8", "replace")
    try:
        snel = gelezen(data, regel_voor_regel=True)
    except pytest.fail.Exception:
        return True
    # What is no text at all is told in both ways.
    return snel == gelezen(data, regel_voor_regel=False)


@st.composite
def plan(draw) -> str:
    """Return a plan with some answers, as we write it."""
    groepen: list[dict[str, str]] = [{}, {}]
    for vraag in draw(st.lists(st.sampled_from(VRAGEN), max_size=8)):
        try:
            antwoord = vraag.normalise(draw(tekst))
        except AntwoordError:
            continue
        groepen[vraag in LIJST.vragen][vraag.id] = antwoord
    return plan_text(LIJST, *groepen)


_STUKJES = [
    "", " ", "  ", "    ", "#", " #", ": ", "|", "|2", "'", '"', "-", "- a", "\t", "---", "a", "%",
    "  x", "   y", "    z", "     w", "gemeente: A", "  gemeente: B", "soort:", "&a", "gegevens:",
    "punten:", "\u2028", "\x85", "\ufeff", "é", "[a", "{", "null", "0o7",
]  # fmt: skip


@st.composite
def verbouwd(draw) -> str:
    """Return such a plan with pieces and lines put in, left out and moved."""
    regels = draw(plan()).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        plek = draw(st.integers(0, len(regels) - 1))
        stukje = draw(st.sampled_from(_STUKJES) | st.text(max_size=3))
        wat = draw(st.integers(0, 5))
        if wat == 0:
            regels.insert(plek, stukje)
        elif wat == 1 and len(regels) > 1:
            del regels[plek]
        elif wat == 2:
            regels[plek] = stukje
        elif wat == 3:
            regels[plek] += stukje
        elif wat == 4:
            regels[plek] = stukje + regels[plek]
        else:
            knip = draw(st.integers(0, len(regels[plek])))
            regels[plek] = regels[plek][:knip] + stukje + regels[plek][knip:]
    return "\n".join(regels)


@proeven(400)
@given(plan())
def test_wat_wij_schrijven(inhoud):
    assert is_gelijk(inhoud)


@proeven(2000)
@given(verbouwd())
def test_wat_iemand_ervan_maakte(inhoud):
    assert is_gelijk(inhoud)


@pytest.mark.parametrize("knip", ["", "\n", "\n\n", "  # een opmerking\n", "# een opmerking"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
def test_het_voorbeeld_gaat_zonder_yaml(knip, bom, regeleinde):
    data = (bom + VOORBEELD + knip).replace("\n", regeleinde).encode()
    assert is_gelijk(bom + VOORBEELD + knip)
    snel = gelezen(data, regel_voor_regel=True)
    assert snel == gelezen(data, regel_voor_regel=False)
    assert len(snel.plan.antwoorden) > 20


def test_een_heel_nieuw_plan_gaat_zonder_yaml():
    snel = gelezen(plan_text(LIJST, {}, {}).encode(), regel_voor_regel=True)
    assert snel.plan.gegevens["gemeente"] == ""


MARGE = "soort: polarisatie\nvragenlijst: 1\n"


@pytest.mark.parametrize(
    ("inhoud", "waarden"),
    [
        ("a: 'het ''goede'' woord: #1'", "het 'goede' woord: #1"),
        ("a: 2026-11-30", "2026-11-30"),
        ("a: z:n#m", "z:n#m"),
        ("a:", ""),
        ("a: |\n", ""),
        ("a: |\n    een\n\n      twee\n    - drie # vier\n\n", "een\n\n  twee\n- drie # vier"),
    ],
)
def test_wat_zonder_yaml_te_lezen_is(inhoud, waarden):
    gevonden = read_plain(f"{MARGE}g:\n  # uitleg\n  {inhoud}\n", {"g": ("a", "b")})
    assert gevonden == ({"soort": "polarisatie", "vragenlijst": "1"}, {"g": {"a": waarden}})


@pytest.mark.parametrize(
    "inhoud",
    [
        "a: x: y", "a: x #y", "a: x:", "a: x ", "a:x", "a: -", "a: *a", "a: 'x", "a: 'x'y'",
        'a: "x"', "a: >\n    x", "a: |2\n     x", "a: |\n     x", "a: |\n\n    x",
        "a: |\n    x\n      \n",
        "a: |\n   x", "a: |\n  x", "a: x\n    y", "a: x\n\n    y", "a: x\n  a: y", "c: x", "a: \tx",
        "a: |\n\n   # x", "a: [x]", "a:\n    - x", "a: |\n    x\n  y",
    ],
)  # fmt: skip
def test_wat_yaml_leest(inhoud):
    assert read_plain(f"{MARGE}g:\n  {inhoud}\n", {"g": ("a", "b")}) is None


@pytest.mark.parametrize(
    "inhoud",
    ["g: {}", "g: x", "g:\ng:", "  a: x", "punten:", "soort: y", "---\ng:", "g:\nsoort: z\n  a: x"],
)
def test_wat_yaml_leest_aan_de_marge(inhoud):
    assert read_plain(f"{MARGE}{inhoud}\n", {"g": ("a", "b")}) is None
