from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from handwritten_plans import EVERYTHING, LIJST, VELDEN, VRAGEN
from trials import AWKWARD, text, trials
from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.files.file_reading import decode
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.plan.planbestand import read_planbestand
from uitvoeringsplan.yamltext.yaml_tree import read_yaml
from uitvoeringsplan.yamltext.yaml_writer import (
    block_value,
    flow_value,
    key_lines,
    plain_value,
    plan_text,
    question_comment,
)


def read(yaml_text: str) -> dict[str, str]:
    tree = read_yaml(decode(yaml_text.encode(), "x", ProjectbestandError))
    return {name: node.text for name, (_, node) in tree.pairs.items()}


# One text per question and field, as it would be stored.
full_plan = st.tuples(*(text.map(v.normalise) for v in EVERYTHING)).map(
    lambda texts: dict(zip((v.id for v in EVERYTHING), texts, strict=True))
)


def schrijf(texts: dict[str, str]) -> str:
    return plan_text(
        LIJST, {v.id: texts[v.id] for v in VELDEN}, {v.id: texts[v.id] for v in VRAGEN}
    )


@trials(800)
@given(full_plan)
def test_elke_schone_tekst_komt_precies_terug(texts):
    plan = read_planbestand(schrijf(texts).encode(), Path("x"), LIJST).plan
    assert {v.id: plan.text(v) for v in EVERYTHING} == texts


@pytest.mark.parametrize("reader", ["ruamel 1.2", "ruamel 1.1", "pyyaml"])
@trials(120)
@given(full_plan)
def test_voor_een_andere_lezer_is_ook_alles_tekst(reader, texts):
    """No reader of YAML, whatever its version, sees a number, a date or a yes in an answer."""
    written = schrijf(texts)
    if reader == "pyyaml":
        content = yaml.safe_load(written)
    else:
        other = YAML(typ="safe", pure=True)
        other.version = (1, int(reader[-1]))
        content = other.load(StringIO(written))
    reading = {**content["gegevens"], **content["antwoorden"]}
    for name, value in reading.items():
        assert value is None or isinstance(value, str)
        assert clean(value or "") == texts[name]
    assert list(reading) == [v.id for v in EVERYTHING]


@trials(800)
@given(text.map(one_line), st.integers(0, 9))
def test_een_waarde_op_een_regel_of_in_haken(value, kolom):
    margin = " " * kolom
    assert read(f"{margin}a: {plain_value(value)} # x\n") == {"a": value}
    assert read(f"{margin}{{a: {flow_value(value)}, b: c}}\n") == {"a": value, "b": "c"}


@trials(800)
@given(text.map(clean), st.integers(0, 9))
def test_een_blok_in_elke_kolom(value, kolom):
    margin = " " * kolom
    written = f"{margin}a: {block_value(value, kolom)}\n\n{margin}b: c\n"
    assert read(written) == {"a": value + "\n" if value else "", "b": "c"}


def test_een_megabyte_op_een_regel_en_in_een_blok():
    lang = ("a: b # 'c' " * 100_000).strip()
    assert read(f"a: {plain_value(lang)}\nb: {block_value(lang, 0)}\n") == {
        "a": lang,
        "b": lang + "\n",
    }


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("", "", id="leeg"),
        pytest.param("Oudermeer", "Oudermeer", id="woord"),
        pytest.param("wethouder Zorg (waarnemend)", "wethouder Zorg (waarnemend)", id="haakjes"),
        pytest.param("'s-Hertogenbosch", "'''s-Hertogenbosch'", id="begint met een aanhaling"),
        pytest.param("a:b#c", "a:b#c", id="tekens zonder spatie"),
        pytest.param("a: b", "'a: b'", id="dubbele punt"),
        pytest.param("a:", "'a:'", id="dubbele punt aan het eind"),
        pytest.param("a #b", "'a #b'", id="hekje"),
        pytest.param("nee", "nee", id="nederlands nee"),
        pytest.param("No", "'No'", id="engels nee"),
        pytest.param("y", "'y'", id="een letter die elders ja is"),
        pytest.param("2027", "'2027'", id="getal"),
        pytest.param("a\nb", '"a\\nb"', id="twee regels"),
    ],
)
def test_waarde_op_regel(text, written):
    assert plain_value(text) == written


def test_een_blok_met_een_ingesprongen_eerste_regel():
    assert block_value("  a\n\nb", 2) == "|2\n      a\n\n    b"
    assert block_value("", 2) == "|"


def test_de_opmaak_van_een_plan():
    texts = {v.id: "" for v in EVERYTHING} | {"gemeente": "Oudermeer", "v0": "Een.\n\n- twee"}
    lines = schrijf(texts).split("\n")
    assert lines[:15] == [
        "# Proefplan, gemeente Oudermeer",
        "soort: proef",
        "vragenlijst: 1",
        "",
        "gegevens:",
        "  # Wat is gemeente?",
        "  gemeente: Oudermeer",
        "",
        "  # Wat is trekkers?",
        "  trekkers: |",
        "",
        "  # Wat is kader?",
        "  kader: |",
        "",
        "antwoorden:",
    ]
    assert lines[15:24] == [
        "  # V0: Wat is v0?",
        "  v0: |",
        "    Een.",
        "",
        "    - twee",
        "",
        "  # V1: Wat is v1?",
        "  v1:",
        "",
    ]


def test_elke_sleutel_staat_onder_een_eigen_opmerking_na_een_lege_regel():
    lines = schrijf({v.id: "n.v.t." for v in EVERYTHING}).split("\n")
    comments = [i for i, line in enumerate(lines) if line.startswith("  # ")]
    assert len({lines[i] for i in comments}) == len(EVERYTHING)
    assert all(lines[i - 1] in ("", "gegevens:", "antwoorden:") for i in comments)
    assert [lines[i + 1].strip().split(":")[0] for i in comments] == [v.id for v in EVERYTHING]


@pytest.mark.parametrize("awkward", ["a\nb", "a\u2028b", "a\r\nb", "a\tb # c"])
def test_de_opmerking_is_een_regel(awkward):
    vraag = VRAGEN[0].__class__(id="x", label="L\nM", vraag=awkward)
    assert len(question_comment(vraag, is_field=False).splitlines()) == 1
    assert len(key_lines(vraag, "", is_field=True).splitlines()) == 2


@pytest.mark.parametrize("gemeente", [t for t in AWKWARD if "\n" not in t])
def test_een_lastige_naam_van_een_gemeente(gemeente):
    name = one_line(gemeente)
    written = plan_text(LIJST, {"gemeente": name}, {})
    plan = read_planbestand(written.encode(), Path("x"), LIJST).plan
    assert plan.gegevens["gemeente"] == name


@pytest.mark.parametrize(
    "versie", ["2", "1.0", "010", "nee", "a: b", "# 1", "&x", "\u0661", "1\n2"]
)
@pytest.mark.parametrize("kind", ["proef", "2", "a: b", "- x", "null", "x # y"])
def test_een_lastige_soort_of_versie(kind, versie):
    lijst = LIJST._replace(soort=kind, versie=one_line(versie), titel="Een\ntitel: x")
    plan = read_planbestand(plan_text(lijst, {}, {}).encode(), Path("x"), lijst).plan
    assert (plan.soort, plan.vragenlijst) == (kind, one_line(versie))


@pytest.mark.parametrize(
    ("versie", "line"), [("12", "vragenlijst: 12"), ("1.0", "vragenlijst: '1.0'")]
)
def test_een_versie_van_alleen_cijfers_staat_er_kaal(versie, line):
    assert plan_text(LIJST._replace(versie=versie), {}, {}).split("\n")[2] == line
