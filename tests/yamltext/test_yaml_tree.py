from __future__ import annotations

import errno
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handwritten_plans import Handschrift
from trials import text, trials
from uitvoeringsplan.errors import BestandError, InhoudError, ProjectbestandError, VragenlijstError
from uitvoeringsplan.files.file_reading import MAX_BYTES, decode, load_bytes
from uitvoeringsplan.yamltext import yaml_tree
from uitvoeringsplan.yamltext.nodes import MappingNode, ScalarNode, SequenceNode
from uitvoeringsplan.yamltext.yaml_tree import MAX_DEPTH, MAX_NODES, read_yaml

LOADERS = {"libyaml": yaml.CLoader, "python": yaml.Loader}


@pytest.fixture(params=LOADERS)
def reader(request, monkeypatch) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", LOADERS[request.param])


def read(data: str | bytes) -> MappingNode:
    data = data if isinstance(data, bytes) else data.encode()
    return read_yaml(decode(data, "map/x.yaml", ProjectbestandError))


ERRORS = [
    pytest.param("a: 1\nb: 2\na: 3\n", 3, 1, "op regel 1 en op regel 3", id="dubbele sleutel"),
    pytest.param("a: {b: 1, b: 2}\n", 1, 11, "“b” staat er twee keer", id="dubbel in haken"),
    pytest.param("a: |\n  x\n<<<<<<< HEAD\n  y\n", 3, 1, "conflict van git", id="conflict begin"),
    pytest.param("a: 1\n=======\nb: 2\n", 2, 1, "conflict van git", id="conflict midden"),
    pytest.param("a: 1\n>>>>>>> tak\n", 2, 1, "conflict van git", id="conflict eind"),
    pytest.param("a: 1\n||||||| basis\n", 2, 1, "conflict van git", id="conflict basis"),
    pytest.param(b"\xff\xfea\x00:\x00", 1, 1, "UTF-16", id="utf-16 le"),
    pytest.param(b"\xfe\xff\x00a\x00:", 1, 1, "UTF-16", id="utf-16 be"),
    pytest.param(b"a\x00:\x00 \x00", 1, 2, "UTF-16", id="utf-16 zonder bom"),
    pytest.param(b"a: \x81\n", 1, 4, "UTF-8, UTF-16 of Windows-1252", id="geen codering"),
    pytest.param("a: 1\nb: Mé\n".encode() + b"\xe9", 3, 1, "Windows-1252", id="gemengd"),
    pytest.param(b"PK\x03\x04\x00\xffword/", 1, 1, "een Word-bestand, geen tekst", id="docx"),
    pytest.param(b"a: 1\nb: caf\xe9\n", 2, 7, "Windows-1252", id="cp1252"),
    pytest.param(b"\xef\xbb\xbfa: \xe9\n", 1, 4, "Windows-1252", id="cp1252 na een bom"),
    pytest.param("b: é \x00\n", 1, 6, "U+0000", id="nul"),
    pytest.param("a: 1\nb: \x1b[31m\n", 2, 4, "U+001B", id="stuurteken"),
    pytest.param("a: b\rc: d\n", 1, 5, "U+000D", id="losse cr"),
    pytest.param("a: b\u2028c\n", 1, 5, "U+2028", id="unicode-regeleinde"),
    pytest.param("a: b\x85c\n", 1, 5, "U+0085", id="nel"),
    pytest.param("a: 1\n\ufeffb: 2\n", 2, 1, "U+FEFF", id="bom halverwege"),
    pytest.param("a: *b\n", 1, 4, "verwijzingen met & en *", id="alias"),
    pytest.param("a: &b c\n", 1, 4, "verwijzingen met & en *", id="anker"),
    pytest.param("a: &b [c]\n", 1, 4, "verwijzingen met & en *", id="anker op een lijst"),
    pytest.param("a: !b c\n", 1, 4, "een label met !", id="label"),
    pytest.param("a: !!int 1\n", 1, 4, "een label met !", id="type"),
    pytest.param("a:\n  <<: b\n", 2, 3, "samenvoegen met <<", id="samenvoegen"),
    pytest.param("a: 1\n---\nb: 2\n", 2, 1, "tweede document", id="tweede document"),
    pytest.param("a: 1\n...\nb: 2\n", 3, 1, "al afgelopen", id="na het einde"),
    pytest.param("[a]: b\n", 1, 1, "een sleutel moet een woord zijn", id="lijst als sleutel"),
    pytest.param("a: [x, y\nb: c\n", 1, 4, "haak wordt niet goed gesloten", id="open haak"),
    pytest.param("a: {x: [y, {\n", 1, 12, "haak wordt niet goed gesloten", id="binnenste haak"),
    pytest.param("a: 1\nb: [", 2, 4, "haak wordt niet goed gesloten", id="open haak aan het eind"),
    pytest.param("a: x\nb: 'y\nc: z\n", 2, 4, "aanhalingsteken is niet gesloten", id="open '"),
    pytest.param('a: "y\n\nc: z\n', 1, 4, "aanhalingsteken is niet gesloten", id='open "'),
    pytest.param("a:\n\tb: c\n", 2, 1, "spaties", id="tab"),
    pytest.param("a: |\n\tb\n", 2, 1, "tab kan hier niet", id="tab in een blok"),
    pytest.param("a:\n    b: c\n  d: e\n", 3, 3, "springt anders in", id="inspringing"),
    pytest.param("a: |\n    x\n  y\n", 3, 3, "", id="inspringing in een blok"),
    pytest.param("- a\nb: c\n", 2, 1, "springt anders in", id="sleutel na lijst"),
    pytest.param("a: b\n- c\n", 2, 1, "springt anders in", id="lijst na sleutel"),
    pytest.param("a: b: c\n", 1, 5, "dubbele punt met een spatie", id="twee dubbele punten"),
    pytest.param("a: 1\nbcd\ne: f\n", 2, 1, "ontbreekt een dubbele punt", id="geen dubbele punt"),
    pytest.param("a: @x\n", 1, 4, "met dit teken kan een waarde niet beginnen", id="apenstaart"),
    pytest.param("a: `x`\n", 1, 4, "met dit teken kan een waarde niet beginnen", id="backtick"),
    pytest.param("a: %x\n", 1, 4, "met dit teken kan een waarde niet beginnen", id="procent"),
    pytest.param("a: ]\n", 1, 4, "met dit teken kan een waarde niet beginnen", id="losse haak"),
    pytest.param("a: |x\n", 1, 5, "na | of > mag op deze regel niets", id="tekst achter blok"),
    pytest.param("- a\n- b\n", 1, 1, "hier hoort een lijst van sleutels", id="lijst als bestand"),
    pytest.param("tekst\n", 1, 1, "hier hoort een lijst van sleutels", id="tekst als bestand"),
]


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(("data", "line", "kolom", "run"), ERRORS)
def test_elke_fout_heeft_een_plaats_en_een_zin(data, line, kolom, run):
    with pytest.raises(ProjectbestandError) as error:
        read(data)
    place = error.value.place
    assert (place.line, place.column) == (line, kolom)
    assert run in error.value.message
    assert str(error.value).startswith(f"map/x.yaml, regel {place.line}, kolom {place.column}: ")
    assert error.value.message.endswith(".")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('a: "C:\\map"\n', "gebruik enkele aanhalingstekens", id="backslash"),
        pytest.param("{a:,}\n", "achter deze dubbele punt hoort een spatie", id="dubbele punt"),
    ],
)
def test_fouten_die_alleen_libyaml_zo_ziet(text, message):
    with pytest.raises(ProjectbestandError, match=message):
        read(text)


def test_de_soort_fout_hoort_bij_het_bestand():
    with pytest.raises(VragenlijstError):
        read_yaml(decode(b"a: [", "vragen.yaml", VragenlijstError))


def test_de_regel_zelf_staat_erbij():
    with pytest.raises(ProjectbestandError) as error:
        read(b"a: 1\r\nb: caf\xe9 \xc3\xa9\r\n")
    assert str(error.value).split("\n")[1:] == ["2 | b: café Ã©", "          ^"]


@pytest.mark.usefixtures("reader")
def test_grenzen_aan_diepte_en_aantal():
    def deep(layers: int) -> str:
        return "a: " + "[" * layers + "]" * layers

    assert isinstance(read(deep(MAX_DEPTH - 1)).pairs["a"][1], SequenceNode)
    with pytest.raises(ProjectbestandError, match=f"dieper genest dan {MAX_DEPTH} lagen") as error:
        read(deep(MAX_DEPTH))
    assert error.value.place.column == 3 + MAX_DEPTH
    assert len(read("a: [" + "x," * (MAX_NODES - 3) + "]").pairs["a"][1].parts) == MAX_NODES - 3
    with pytest.raises(ProjectbestandError, match=f"meer dan {MAX_NODES} onderdelen"):
        read("a: [" + "x," * (MAX_NODES - 2) + "]")


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("layer", ["[", "{", "{a: ", "[[\n", "- ", "? ", "[a, "])
def test_duizenden_lagen_krijgen_dezelfde_zin_van_elke_lezer(layer):
    """libyaml has a bound of its own since 0.2.6, and reads ahead: it may speak before we do."""
    with pytest.raises(ProjectbestandError) as error:
        read(layer * 5000)
    assert error.value.message == f"dit is dieper genest dan {MAX_DEPTH} lagen."
    place = error.value.place
    assert (1, MAX_DEPTH) < (place.line, place.column) < (MAX_DEPTH, 0)


def test_grens_aan_de_grootte():
    kop = b"a: "
    assert len(read(kop + b"x" * (MAX_BYTES - len(kop))).pairs["a"][1].text) == MAX_BYTES - 3
    with pytest.raises(ProjectbestandError, match="groter dan 5 MB"):
        read(kop + b"x" * (MAX_BYTES - len(kop) + 1))


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("empty", ["", "\n\n", "# alleen een opmerking\n", "---\n", "---\n...\n"])
def test_een_leeg_bestand_is_een_lege_kaart(empty):
    assert read(empty).pairs == {}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    "value", ["nee", "010", "12:30", "~", "null", "2026-11-21", "1e5", "0x1F", "=", "yes", ".inf"]
)
def test_elke_waarde_is_tekst(value):
    assert read(f"a: {value}\n").pairs["a"][1].text == value


@pytest.mark.usefixtures("reader")
def test_plaatsen_stijlen_en_haken():
    tree = read("é:  'x' # o\nb: [p, q]\nc: |\n  t\nd: {}\n")
    assert tree.pairs["é"] == (ScalarNode("é", 1, 1, 0, 1, ""), ScalarNode("x", 1, 5, 4, 7, "'"))
    lijst = tree.pairs["b"][1]
    assert (lijst.is_flow, lijst.line, lijst.column, lijst.end) == (True, 2, 4, 21)
    assert [part.start for part in lijst.parts] == [16, 19]
    assert tree.pairs["c"][1][:3] == ("t\n", 3, 4)
    assert (tree.is_flow, tree.pairs["d"][1].is_flow) == (False, True)


def test_bom_en_regeleinden_worden_onthouden():
    source = decode(b"\xef\xbb\xbfa: b\r\nc: d\n", "x", ProjectbestandError)
    assert (source.text, source.bom, source.crlf) == ("a: b\nc: d\n", True, True)
    source = decode(b"a: b\n", "x", ProjectbestandError)
    assert (source.bom, source.crlf) == (False, False)


def plat(node: MappingNode | SequenceNode | ScalarNode) -> object:
    """Return a tree with all places, but those of empty values, which the readers differ on."""
    if isinstance(node, ScalarNode):
        return tuple(node) if node.start != node.end else ("", node.style)
    if isinstance(node, SequenceNode):
        return (*node[1:], [plat(part) for part in node.parts])
    return (*node[1:], [(name, plat(s), plat(w)) for name, (s, w) in node.pairs.items()])


# A tab between two signs, a comment right behind `|`, and `{a:,}`.
STRENGER = re.compile(r"\t|[|>][-+0-9]*#|:[],[{}]")
pieces = st.sampled_from(
    [*"ab:#'\"|>[]{}?&*!%@`\\,=~é", ": ", "- ", "? ", " # c", "\n", "\n  ", "  ", "---", "...",
     "<<", "a: b\n", "k: |\n  t\n", "|2", ">-", "|+", "\\n", "\t", "\U0001f600", "'x'", '"y"',
     "[a, b]"]
)  # fmt: skip


@trials(1200)
@given(
    st.lists(pieces, max_size=10).map("".join)
    | st.integers(0, 2**32 - 1).map(lambda seed: Handschrift(seed).text)
    | text.map(lambda t: "a: " + t.encode("utf-8", "replace").decode())
)
def test_beide_lezers_zien_hetzelfde(yaml_text):
    """Where both accept a file they agree; on a few signs one of them is more strict."""
    outcome = []
    for loader in LOADERS.values():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_tree, "_LOADER", loader)
            try:
                outcome.append(plat(read(yaml_text)))
            except InhoudError as error:
                outcome.append(type(error))
    assert outcome[0] == outcome[1] or (
        ProjectbestandError in outcome and STRENGER.search(yaml_text)
    )


@trials(500)
@given(st.binary(max_size=60))
def test_elke_rij_bytes_geeft_een_boom_of_een_fout(data):
    message = ""
    try:
        read(data)
    except ProjectbestandError as error:
        message = str(error)
    assert re.match(r"map/x\.yaml, regel \d+, kolom \d+: |$", message)


def test_lees_bytes(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\r\n")
    assert load_bytes(path) == b"\xff\r\n"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(PermissionError(13, "Permission denied"), "mag niet gelezen", id="rechten"),
        pytest.param(OSError(errno.EIO, "I/O"), r"te lezen \(de schijf of", id="schijf"),
    ],
)
@pytest.mark.parametrize("functie", ["pathlib.Path.is_dir", "pathlib.Path.read_bytes"])
def test_een_bestand_dat_niet_te_lezen_is(tmp_path, monkeypatch, error, message, functie):
    def failed(_path):
        raise error

    (tmp_path / "x.yaml").write_bytes(b"a: b")
    monkeypatch.setattr(functie, failed)
    with pytest.raises(BestandError, match=message):
        load_bytes(tmp_path / "x.yaml")


def test_geen_bestand_een_map_en_een_veel_te_groot_bestand(tmp_path):
    with pytest.raises(BestandError, match="bestaat niet"):
        load_bytes(tmp_path / "weg.yaml")
    with pytest.raises(BestandError, match="dit is een map"):
        load_bytes(tmp_path)
    large = tmp_path / "groot.yaml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(BestandError, match="groter dan 5 MB"):
        load_bytes(large)
