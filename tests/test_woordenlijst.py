"""The words of the model are the words of docs/woordenlijst.md, and the other way round."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import uitvoeringsplan

WORTEL = Path(__file__).resolve().parents[1]
PAKKET = Path(uitvoeringsplan.__file__).parent
KOLOMMEN = ["term", "betekenis", "English", "bron", "identifier", "niet gebruiken"]
BRONNEN = {"format", "Word", "bestuurspraktijk", "eigen"}
# Names of the model that no policy officer would say: how the signs of the markup may be nested and
# where they stand, and how bytes become text.
GEEN_DOMEINWOORD = {
    "Asking",
    "BlockSpan",
    "DecodedText",
    "InlineSpan",
    "LineType",
    "Nesting",
    "Shape",
    "column_types",
    "decode_text",
    "digest",
    "find_blocks",
    "find_choice",
    "find_spans",
    "fold",
    "looks_like_utf16",
    "repair_typed",
    "require_text",
    "typed_command",
    "typed_name",
}


def lees_tabel(tekst: str) -> list[dict[str, str]]:
    """Return the rows of all tables, by the head of their column."""
    rijen = [
        [cel.strip() for cel in regel.strip().strip("|").split("|")]
        for regel in tekst.splitlines()
        if regel.startswith("|")
    ]
    inhoud = [rij for rij in rijen if rij != KOLOMMEN and set("".join(rij)) != {"-"}]
    assert all(len(rij) == len(KOLOMMEN) for rij in inhoud)
    return [dict(zip(KOLOMMEN, rij, strict=True)) for rij in inhoud]


def publiek(bron: str) -> set[str]:
    """Return the public classes, functions and type names at the top of a module."""
    namen = set()
    for knoop in ast.parse(bron).body:
        if isinstance(knoop, ast.ClassDef | ast.FunctionDef):
            namen.add(knoop.name)
        elif isinstance(knoop, ast.Assign):
            namen |= {d.id for d in knoop.targets if isinstance(d, ast.Name) and not d.id.isupper()}
    return {naam for naam in namen if not naam.startswith("_")}


def alle_namen() -> set[str]:
    """Return every name that the code gives: at the top of modules, and in classes as `A.b`."""
    namen = set()
    for pad in PAKKET.rglob("*.py"):
        top = ast.parse(pad.read_text("utf-8")).body
        klassen = {knoop.name: knoop for knoop in top if isinstance(knoop, ast.ClassDef)}
        for knoop in top:
            if isinstance(knoop, ast.Assign):
                namen |= {doel.id for doel in knoop.targets if isinstance(doel, ast.Name)}
            elif isinstance(knoop, ast.FunctionDef):
                namen.add(knoop.name)
            elif isinstance(knoop, ast.ClassDef):
                namen.add(knoop.name)
                ouders = (klassen.get(ast.unparse(ouder)) for ouder in knoop.bases)
                for deel in [
                    *knoop.body,
                    *(deel for ouder in ouders if ouder for deel in ouder.body),
                ]:
                    if isinstance(deel, ast.AnnAssign):
                        namen.add(f"{knoop.name}.{ast.unparse(deel.target)}")
                    elif isinstance(deel, ast.FunctionDef):
                        namen.add(f"{knoop.name}.{deel.name}")
    return namen


def modelnamen() -> set[str]:
    return set().union(
        *(publiek(pad.read_text("utf-8")) for pad in (PAKKET / "model").rglob("*.py"))
    )


@pytest.fixture(scope="module")
def woorden() -> list[dict[str, str]]:
    return lees_tabel((WORTEL / "docs" / "woordenlijst.md").read_text("utf-8"))


def identifiers(woorden: list[dict[str, str]]) -> list[str]:
    return [naam for rij in woorden for naam in re.findall(r"`([^`]+)`", rij["identifier"])]


def test_elke_publieke_naam_van_het_model_staat_in_de_woordenlijst(woorden):
    ontbreekt = modelnamen() - set(identifiers(woorden)) - GEEN_DOMEINWOORD
    assert not ontbreekt, "zet deze namen in docs/woordenlijst.md"


def test_elke_identifier_in_de_woordenlijst_bestaat(woorden):
    assert set(identifiers(woorden)) <= alle_namen()


def test_een_uitzondering_bestaat_nog(woorden):
    assert modelnamen() >= GEEN_DOMEINWOORD
    assert not GEEN_DOMEINWOORD & set(identifiers(woorden))


def test_elk_woord_en_elke_identifier_staat_er_een_keer(woorden):
    termen = [rij["term"] for rij in woorden]
    assert len(set(termen)) == len(termen)
    assert len(set(identifiers(woorden))) == len(identifiers(woorden))


def test_elke_rij_is_gevuld(woorden):
    assert len(woorden) > 25
    assert all(all(rij.values()) for rij in woorden)
    assert {rij["bron"] for rij in woorden} <= BRONNEN


def test_wat_je_niet_gebruikt_is_ergens_anders_geen_woord(woorden):
    verboden = {woord.strip() for rij in woorden for woord in rij["niet gebruiken"].split(",")}
    assert not {naam.lower() for naam in modelnamen()} & verboden
    assert not {rij["term"] for rij in woorden} & verboden


@pytest.mark.parametrize(
    ("bron", "namen"),
    [
        ("class Toets:\n    pass", {"Toets"}),
        ("def lees():\n    def binnen(): ...", {"lees"}),
        ("Zet = A | B\nMAX = 3\n_weg = 1", {"Zet"}),
        ("class _Klein:\n    pass\nfrom x import Y", set()),
    ],
)
def test_wat_publiek_is(bron, namen):
    assert publiek(bron) == namen
