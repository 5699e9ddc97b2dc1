from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from handwritten_plans import ALLES, LIJST, VELDEN, VRAGEN
from trials import LASTIG, proeven, tekst
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


def lees(yaml_tekst: str) -> dict[str, str]:
    boom = read_yaml(decode(yaml_tekst.encode(), "x", ProjectbestandError))
    return {naam: knoop.tekst for naam, (_, knoop) in boom.paren.items()}


# One text per question and field, as it would be stored.
vol_plan = st.tuples(*(tekst.map(v.normalise) for v in ALLES)).map(
    lambda teksten: dict(zip((v.id for v in ALLES), teksten, strict=True))
)


def schrijf(teksten: dict[str, str]) -> str:
    return plan_text(
        LIJST, {v.id: teksten[v.id] for v in VELDEN}, {v.id: teksten[v.id] for v in VRAGEN}
    )


@proeven(800)
@given(vol_plan)
def test_elke_schone_tekst_komt_precies_terug(teksten):
    plan = read_planbestand(schrijf(teksten).encode(), Path("x"), LIJST).plan
    assert {v.id: plan.tekst(v) for v in ALLES} == teksten


@pytest.mark.parametrize("reader", ["ruamel 1.2", "ruamel 1.1", "pyyaml"])
@proeven(120)
@given(vol_plan)
def test_voor_een_andere_lezer_is_ook_alles_tekst(reader, teksten):
    """No reader of YAML, whatever its version, sees a number, a date or a yes in an answer."""
    geschreven = schrijf(teksten)
    if reader == "pyyaml":
        inhoud = yaml.safe_load(geschreven)
    else:
        ander = YAML(typ="safe", pure=True)
        ander.version = (1, int(reader[-1]))
        inhoud = ander.load(StringIO(geschreven))
    gelezen = {**inhoud["gegevens"], **inhoud["antwoorden"]}
    for naam, waarde in gelezen.items():
        assert waarde is None or isinstance(waarde, str)
        assert clean(waarde or "") == teksten[naam]
    assert list(gelezen) == [v.id for v in ALLES]


@proeven(800)
@given(tekst.map(one_line), st.integers(0, 9))
def test_een_waarde_op_een_regel_of_in_haken(waarde, kolom):
    marge = " " * kolom
    assert lees(f"{marge}a: {plain_value(waarde)} # x\n") == {"a": waarde}
    assert lees(f"{marge}{{a: {flow_value(waarde)}, b: c}}\n") == {"a": waarde, "b": "c"}


@proeven(800)
@given(tekst.map(clean), st.integers(0, 9))
def test_een_blok_in_elke_kolom(waarde, kolom):
    marge = " " * kolom
    geschreven = f"{marge}a: {block_value(waarde, kolom)}\n\n{marge}b: c\n"
    assert lees(geschreven) == {"a": waarde + "\n" if waarde else "", "b": "c"}


def test_een_megabyte_op_een_regel_en_in_een_blok():
    lang = ("a: b # 'c' " * 100_000).strip()
    assert lees(f"a: {plain_value(lang)}\nb: {block_value(lang, 0)}\n") == {
        "a": lang,
        "b": lang + "\n",
    }


@pytest.mark.parametrize(
    ("tekst", "geschreven"),
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
def test_waarde_op_regel(tekst, geschreven):
    assert plain_value(tekst) == geschreven


def test_een_blok_met_een_ingesprongen_eerste_regel():
    assert block_value("  a\n\nb", 2) == "|2\n      a\n\n    b"
    assert block_value("", 2) == "|"


def test_de_opmaak_van_een_plan():
    teksten = {v.id: "" for v in ALLES} | {"gemeente": "Oudermeer", "v0": "Een.\n\n- twee"}
    regels = schrijf(teksten).split("\n")
    assert regels[:15] == [
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
    assert regels[15:24] == [
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
    regels = schrijf({v.id: "n.v.t." for v in ALLES}).split("\n")
    opmerkingen = [i for i, regel in enumerate(regels) if regel.startswith("  # ")]
    assert len({regels[i] for i in opmerkingen}) == len(ALLES)
    assert all(regels[i - 1] in ("", "gegevens:", "antwoorden:") for i in opmerkingen)
    assert [regels[i + 1].strip().split(":")[0] for i in opmerkingen] == [v.id for v in ALLES]


@pytest.mark.parametrize("lastig", ["a\nb", "a\u2028b", "a\r\nb", "a\tb # c"])
def test_de_opmerking_is_een_regel(lastig):
    vraag = VRAGEN[0].__class__(id="x", label="L\nM", vraag=lastig)
    assert len(question_comment(vraag, is_field=False).splitlines()) == 1
    assert len(key_lines(vraag, "", is_field=True).splitlines()) == 2


@pytest.mark.parametrize("gemeente", [t for t in LASTIG if "\n" not in t])
def test_een_lastige_naam_van_een_gemeente(gemeente):
    naam = one_line(gemeente)
    geschreven = plan_text(LIJST, {"gemeente": naam}, {})
    plan = read_planbestand(geschreven.encode(), Path("x"), LIJST).plan
    assert plan.gegevens["gemeente"] == naam


@pytest.mark.parametrize(
    "versie", ["2", "1.0", "010", "nee", "a: b", "# 1", "&x", "\u0661", "1\n2"]
)
@pytest.mark.parametrize("soort", ["proef", "2", "a: b", "- x", "null", "x # y"])
def test_een_lastige_soort_of_versie(soort, versie):
    lijst = LIJST._replace(soort=soort, versie=one_line(versie), titel="Een\ntitel: x")
    plan = read_planbestand(plan_text(lijst, {}, {}).encode(), Path("x"), lijst).plan
    assert (plan.soort, plan.vragenlijst) == (soort, one_line(versie))


@pytest.mark.parametrize(
    ("versie", "regel"), [("12", "vragenlijst: 12"), ("1.0", "vragenlijst: '1.0'")]
)
def test_een_versie_van_alleen_cijfers_staat_er_kaal(versie, regel):
    assert plan_text(LIJST._replace(versie=versie), {}, {}).split("\n")[2] == regel
