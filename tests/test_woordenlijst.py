"""The words of the model are the words of docs/woordenlijst.md, and the other way round."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import uitvoeringsplan

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(uitvoeringsplan.__file__).parent
KOLOMMEN = ["term", "betekenis", "English", "bron", "identifier", "niet gebruiken"]
SOURCES = {"format", "Word", "bestuurspraktijk", "eigen"}
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
# Dutch for what has a word in its own field: names of the code say that word.
_ELSEWHERE = set(
    """
    aanloop aantal achter adressen afdruk afgehandeld alineas andere ankers archief
    argumenten balk balken bedenking begint begonnen beide bekend besturing beter bewaar
    bewaard bewerkt bezet bezwaar binnen blad bladen blokken boom botsingen bouwsteen boven
    breed brontekst buiten bureaublad cijfers codering dagen diep dieper diepte dikte
    documenten doe doek doelen draai drie echt echte eerder eerst eigenschappen eind einde
    einden eindes elementen erbij ernaast formaten gebruikt gedaan gekregen geladen gemerkt
    genoemd genummerd gered geschreven geteld getoond getypt geval gevallen gevonden
    gevraagd geweigerd gewoon gezegd gezet gezien gezocht grenzen grijs groep groepen haak
    haken halte hersteld hier hoofd hoogten huidig ingang ingehaald inlezing inspringing
    instellingen invoer jaar jaren jas jassen kaal kans kant kanten kapot kenmerk keren kies
    klein knopen kopie kopieen kort laag laatste lagen langste lastig leden lees lengte
    licht lid liggend lijn lijnen lopend losse maak maand maat mag mapstand marge maten meer
    meeste meldingen merk methode mis mislukt neem netjes nieuwe niveau niveaus nodig
    omgeving opnieuw opties ordening ouder ouders pad paden pakket palet paneel passend
    plaatje plaatsen poorten probleem proces rand randen raster rechts reeks relaties rood
    ruim ruimte sectie secties sleutels soorten speler staart stempel stijlblad stijlen stil
    streep stroom stuk stukken systeem tekens teksten tellers thema themas tijd tijdelijk
    tijden toen toets toeval totaal tussen twee tweede typ uitkomst vanaf vangst veranderd
    verband verborgen vergeleken vervang verwacht verwijzing vind vlak vlakken vol volgorde
    vondst voor voorbeeldplan vorig vorige vorm vormen vreemd vrij vuil waar waarde waarden
    waarom wanneer weekdag wegen weggelaten weigering werk werkboom wie wijzer wit woord
    wortel zaad zeker zelfde zichtbaar
    """.split()  # noqa: SIM905 - a word a line would fill pages
)
_CODE = ("src", "tests", "templates", "benchmarks", ".ci")


def given_names(source: str) -> set[str]:
    """Return what a module gives a name: parameters, variables, attributes, functions, classes."""
    result = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.arg):
            result.add(node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            result.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            result.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            result.add(node.attr)
    return {name for name in result if not name.startswith("test_")}


def foreign_words(source: str) -> set[str]:
    """Return the names in a module with a word in them that is to be said in English."""
    return {
        name
        for name in given_names(source)
        if _ELSEWHERE & {w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    }


def read_tabel_of(text: str) -> list[dict[str, str]]:
    """Return the rows of all tables, by the head of their column."""
    rijen = [
        [cel.strip() for cel in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    content = [rij for rij in rijen if rij != KOLOMMEN and set("".join(rij)) != {"-"}]
    assert all(len(rij) == len(KOLOMMEN) for rij in content)
    return [dict(zip(KOLOMMEN, rij, strict=True)) for rij in content]


def publiek(source: str) -> set[str]:
    """Return the public classes, functions and type names at the top of a module."""
    names = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {d.id for d in node.targets if isinstance(d, ast.Name) and not d.id.isupper()}
    return {name for name in names if not name.startswith("_")}


def every_names() -> set[str]:
    """Return every name that the code gives: at the top of modules, and in classes as `A.b`."""
    names = set()
    for path in PACKAGE.rglob("*.py"):
        top = ast.parse(path.read_text("utf-8")).body
        klassen = {node.name: node for node in top if isinstance(node, ast.ClassDef)}
        for node in top:
            if isinstance(node, ast.Assign):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.ClassDef):
                names.add(node.name)
                parents = (klassen.get(ast.unparse(parent)) for parent in node.bases)
                for part in [
                    *node.body,
                    *(part for parent in parents if parent for part in parent.body),
                ]:
                    if isinstance(part, ast.AnnAssign):
                        names.add(f"{node.name}.{ast.unparse(part.target)}")
                    elif isinstance(part, ast.FunctionDef):
                        names.add(f"{node.name}.{part.name}")
    return names


def modelnamen() -> set[str]:
    return set().union(
        *(publiek(path.read_text("utf-8")) for path in (PACKAGE / "model").rglob("*.py"))
    )


@pytest.fixture(scope="module")
def words() -> list[dict[str, str]]:
    return read_tabel_of((ROOT / "docs" / "woordenlijst.md").read_text("utf-8"))


def identifiers(words: list[dict[str, str]]) -> list[str]:
    return [name for rij in words for name in re.findall(r"`([^`]+)`", rij["identifier"])]


def test_elke_publieke_naam_van_het_model_staat_in_de_woordenlijst(words):
    missing = modelnamen() - set(identifiers(words)) - GEEN_DOMEINWOORD
    assert not missing, "zet deze namen in docs/woordenlijst.md"


def test_elke_identifier_in_de_woordenlijst_bestaat(words):
    assert set(identifiers(words)) <= every_names()


def test_een_uitzondering_bestaat_nog(words):
    assert modelnamen() >= GEEN_DOMEINWOORD
    assert not GEEN_DOMEINWOORD & set(identifiers(words))


def test_elk_woord_en_elke_identifier_staat_er_een_keer(words):
    termen = [rij["term"] for rij in words]
    assert len(set(termen)) == len(termen)
    assert len(set(identifiers(words))) == len(identifiers(words))


def test_elke_rij_is_gevuld(words):
    assert len(words) > 25
    assert all(all(rij.values()) for rij in words)
    assert {rij["bron"] for rij in words} <= SOURCES


def test_wat_je_niet_gebruikt_is_ergens_anders_geen_woord(words):
    verboden = {word.strip() for rij in words for word in rij["niet gebruiken"].split(",")}
    assert not {name.lower() for name in modelnamen()} & verboden
    assert not {rij["term"] for rij in words} & verboden


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Toets:\n    pass", {"Toets"}),
        ("def lees():\n    def binnen(): ...", {"lees"}),
        ("Zet = A | B\nMAX = 3\n_weg = 1", {"Zet"}),
        ("class _Klein:\n    pass\nfrom x import Y", set()),
    ],
)
def test_wat_publiek_is(source, names):
    assert publiek(source) == names


@pytest.mark.parametrize("folder", _CODE)
def test_een_naam_zegt_het_woord_van_zijn_vak(folder):
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert paths
    found = {str(p.relative_to(ROOT)): foreign_words(p.read_text("utf-8")) for p in paths}
    assert {where: names for where, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(stijlen): return stijlen", {"stijlen"}),
        ("self.stijlen_id = 1", {"stijlen_id"}),
        ("class A:\n    pakket: str = ''", {"pakket"}),
        ("class _Stijlen: ...", {"_Stijlen"}),
        ("PAKKET = 1", {"PAKKET"}),
        ("def test_stijlen(): ...", set()),
        ("vraag = stijlvol", set()),
    ],
)
def test_een_woord_uit_een_ander_vak_wordt_gezien(source, names):
    assert foreign_words(source) == names
