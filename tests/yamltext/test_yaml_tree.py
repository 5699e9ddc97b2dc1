from __future__ import annotations

import errno
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handwritten_plans import Handschrift
from trials import proeven, tekst
from uitvoeringsplan.errors import BestandError, InhoudError, ProjectbestandError, VragenlijstError
from uitvoeringsplan.files.file_reading import MAX_BYTES, decode, load_bytes
from uitvoeringsplan.yamltext import yaml_tree
from uitvoeringsplan.yamltext.nodes import MappingNode, ScalarNode, SequenceNode
from uitvoeringsplan.yamltext.yaml_tree import MAX_DEPTH, MAX_NODES, read_yaml

LOADERS = {"libyaml": yaml.CLoader, "python": yaml.Loader}


@pytest.fixture(params=LOADERS)
def lezer(request, monkeypatch) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", LOADERS[request.param])


def lees(data: str | bytes) -> MappingNode:
    data = data if isinstance(data, bytes) else data.encode()
    return read_yaml(decode(data, "map/x.yaml", ProjectbestandError))


FOUTEN = [
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


@pytest.mark.usefixtures("lezer")
@pytest.mark.parametrize(("data", "regel", "kolom", "stuk"), FOUTEN)
def test_elke_fout_heeft_een_plaats_en_een_zin(data, regel, kolom, stuk):
    with pytest.raises(ProjectbestandError) as fout:
        lees(data)
    plaats = fout.value.plaats
    assert (plaats.regel, plaats.kolom) == (regel, kolom)
    assert stuk in fout.value.melding
    assert str(fout.value).startswith(f"map/x.yaml, regel {plaats.regel}, kolom {plaats.kolom}: ")
    assert fout.value.melding.endswith(".")


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        pytest.param('a: "C:\\map"\n', "gebruik enkele aanhalingstekens", id="backslash"),
        pytest.param("{a:,}\n", "achter deze dubbele punt hoort een spatie", id="dubbele punt"),
    ],
)
def test_fouten_die_alleen_libyaml_zo_ziet(tekst, melding):
    with pytest.raises(ProjectbestandError, match=melding):
        lees(tekst)


def test_de_soort_fout_hoort_bij_het_bestand():
    with pytest.raises(VragenlijstError):
        read_yaml(decode(b"a: [", "vragen.yaml", VragenlijstError))


def test_de_regel_zelf_staat_erbij():
    with pytest.raises(ProjectbestandError) as fout:
        lees(b"a: 1\r\nb: caf\xe9 \xc3\xa9\r\n")
    assert str(fout.value).split("\n")[1:] == ["2 | b: café Ã©", "          ^"]


@pytest.mark.usefixtures("lezer")
def test_grenzen_aan_diepte_en_aantal():
    def diep(lagen: int) -> str:
        return "a: " + "[" * lagen + "]" * lagen

    assert isinstance(lees(diep(MAX_DEPTH - 1)).paren["a"][1], SequenceNode)
    with pytest.raises(ProjectbestandError, match=f"dieper genest dan {MAX_DEPTH} lagen") as fout:
        lees(diep(MAX_DEPTH))
    assert fout.value.plaats.kolom == 3 + MAX_DEPTH
    assert len(lees("a: [" + "x," * (MAX_NODES - 3) + "]").paren["a"][1].delen) == MAX_NODES - 3
    with pytest.raises(ProjectbestandError, match=f"meer dan {MAX_NODES} onderdelen"):
        lees("a: [" + "x," * (MAX_NODES - 2) + "]")


@pytest.mark.usefixtures("lezer")
@pytest.mark.parametrize("laag", ["[", "{", "{a: ", "[[\n", "- ", "? ", "[a, "])
def test_duizenden_lagen_krijgen_dezelfde_zin_van_elke_lezer(laag):
    """libyaml has a bound of its own since 0.2.6, and reads ahead: it may speak before we do."""
    with pytest.raises(ProjectbestandError) as fout:
        lees(laag * 5000)
    assert fout.value.melding == f"dit is dieper genest dan {MAX_DEPTH} lagen."
    plaats = fout.value.plaats
    assert (1, MAX_DEPTH) < (plaats.regel, plaats.kolom) < (MAX_DEPTH, 0)


def test_grens_aan_de_grootte():
    kop = b"a: "
    assert len(lees(kop + b"x" * (MAX_BYTES - len(kop))).paren["a"][1].tekst) == MAX_BYTES - 3
    with pytest.raises(ProjectbestandError, match="groter dan 5 MB"):
        lees(kop + b"x" * (MAX_BYTES - len(kop) + 1))


@pytest.mark.usefixtures("lezer")
@pytest.mark.parametrize("leeg", ["", "\n\n", "# alleen een opmerking\n", "---\n", "---\n...\n"])
def test_een_leeg_bestand_is_een_lege_kaart(leeg):
    assert lees(leeg).paren == {}


@pytest.mark.usefixtures("lezer")
@pytest.mark.parametrize(
    "waarde", ["nee", "010", "12:30", "~", "null", "2026-11-21", "1e5", "0x1F", "=", "yes", ".inf"]
)
def test_elke_waarde_is_tekst(waarde):
    assert lees(f"a: {waarde}\n").paren["a"][1].tekst == waarde


@pytest.mark.usefixtures("lezer")
def test_plaatsen_stijlen_en_haken():
    boom = lees("é:  'x' # o\nb: [p, q]\nc: |\n  t\nd: {}\n")
    assert boom.paren["é"] == (ScalarNode("é", 1, 1, 0, 1, ""), ScalarNode("x", 1, 5, 4, 7, "'"))
    lijst = boom.paren["b"][1]
    assert (lijst.is_flow, lijst.regel, lijst.kolom, lijst.einde) == (True, 2, 4, 21)
    assert [deel.begin for deel in lijst.delen] == [16, 19]
    assert boom.paren["c"][1][:3] == ("t\n", 3, 4)
    assert (boom.is_flow, boom.paren["d"][1].is_flow) == (False, True)


def test_bom_en_regeleinden_worden_onthouden():
    bron = decode(b"\xef\xbb\xbfa: b\r\nc: d\n", "x", ProjectbestandError)
    assert (bron.tekst, bron.bom, bron.crlf) == ("a: b\nc: d\n", True, True)
    bron = decode(b"a: b\n", "x", ProjectbestandError)
    assert (bron.bom, bron.crlf) == (False, False)


def plat(knoop: MappingNode | SequenceNode | ScalarNode) -> object:
    """Return a tree with all places, but those of empty values, which the readers differ on."""
    if isinstance(knoop, ScalarNode):
        return tuple(knoop) if knoop.begin != knoop.einde else ("", knoop.stijl)
    if isinstance(knoop, SequenceNode):
        return (*knoop[1:], [plat(deel) for deel in knoop.delen])
    return (*knoop[1:], [(naam, plat(s), plat(w)) for naam, (s, w) in knoop.paren.items()])


# A tab between two signs, a comment right behind `|`, and `{a:,}`.
STRENGER = re.compile(r"\t|[|>][-+0-9]*#|:[],[{}]")
stukjes = st.sampled_from(
    [*"ab:#'\"|>[]{}?&*!%@`\\,=~é", ": ", "- ", "? ", " # c", "\n", "\n  ", "  ", "---", "...",
     "<<", "a: b\n", "k: |\n  t\n", "|2", ">-", "|+", "\\n", "\t", "\U0001f600", "'x'", '"y"',
     "[a, b]"]
)  # fmt: skip


@proeven(1200)
@given(
    st.lists(stukjes, max_size=10).map("".join)
    | st.integers(0, 2**32 - 1).map(lambda zaad: Handschrift(zaad).tekst)
    | tekst.map(lambda t: "a: " + t.encode("utf-8", "replace").decode())
)
def test_beide_lezers_zien_hetzelfde(yaml_tekst):
    """Where both accept a file they agree; on a few signs one of them is more strict."""
    uitkomst = []
    for loader in LOADERS.values():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_tree, "_LOADER", loader)
            try:
                uitkomst.append(plat(lees(yaml_tekst)))
            except InhoudError as fout:
                uitkomst.append(type(fout))
    assert uitkomst[0] == uitkomst[1] or (
        ProjectbestandError in uitkomst and STRENGER.search(yaml_tekst)
    )


@proeven(500)
@given(st.binary(max_size=60))
def test_elke_rij_bytes_geeft_een_boom_of_een_fout(data):
    melding = ""
    try:
        lees(data)
    except ProjectbestandError as fout:
        melding = str(fout)
    assert re.match(r"map/x\.yaml, regel \d+, kolom \d+: |$", melding)


def test_lees_bytes(tmp_path):
    pad = tmp_path / "x.yaml"
    pad.write_bytes(b"\xff\r\n")
    assert load_bytes(pad) == b"\xff\r\n"


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        pytest.param(PermissionError(13, "Permission denied"), "mag niet gelezen", id="rechten"),
        pytest.param(OSError(errno.EIO, "I/O"), r"te lezen \(de schijf of", id="schijf"),
    ],
)
@pytest.mark.parametrize("functie", ["pathlib.Path.is_dir", "pathlib.Path.read_bytes"])
def test_een_bestand_dat_niet_te_lezen_is(tmp_path, monkeypatch, fout, melding, functie):
    def mislukt(_pad):
        raise fout

    (tmp_path / "x.yaml").write_bytes(b"a: b")
    monkeypatch.setattr(functie, mislukt)
    with pytest.raises(BestandError, match=melding):
        load_bytes(tmp_path / "x.yaml")


def test_geen_bestand_een_map_en_een_veel_te_groot_bestand(tmp_path):
    with pytest.raises(BestandError, match="bestaat niet"):
        load_bytes(tmp_path / "weg.yaml")
    with pytest.raises(BestandError, match="dit is een map"):
        load_bytes(tmp_path)
    groot = tmp_path / "groot.yaml"
    with groot.open("wb") as bestand:
        bestand.truncate(MAX_BYTES + 1)
    with pytest.raises(BestandError, match="groter dan 5 MB"):
        load_bytes(groot)
